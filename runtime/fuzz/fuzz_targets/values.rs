//! Any text, as each value of another crate that is text, beside the crate's own reading of it.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| everwire_fuzz::values::read(text));
