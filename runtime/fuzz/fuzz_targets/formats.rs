//! Any text, as each format that a rule can ask for: the formats beside each other, and beside std's own readers.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| everwire_fuzz::formats::agree(text));
