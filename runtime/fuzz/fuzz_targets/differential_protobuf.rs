//! Any bytes, read by us and by prost.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| everwire_fuzz::against_protobuf::compare(bytes));
