//! Any bytes, read by us and by rmp-serde.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| everwire_fuzz::against_msgpack::compare(bytes));
