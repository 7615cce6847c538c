//! Any bytes, from one wire to the others.

#![no_main]

use everwire_fuzz::crossing::{cross, split};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some((from, bytes)) = split(bytes) {
        cross(from, bytes);
    }
});
