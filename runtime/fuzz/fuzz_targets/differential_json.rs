//! Any bytes, read by us and by serde_json.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| everwire_fuzz::against_json::compare(bytes));
