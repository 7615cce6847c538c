//! Any bytes, by a type and by its schema as data.

#![no_main]

use everwire_fuzz::crossing::split;
use everwire_fuzz::twin::agree;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Some((wire, bytes)) = split(bytes) {
        agree(wire, bytes);
    }
});
