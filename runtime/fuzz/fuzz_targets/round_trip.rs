//! Any value, to each wire and back.

#![no_main]

use everwire::Wire;
use everwire_fuzz::crossing::survives;
use everwire_fuzz::everything::Everything;

libfuzzer_sys::fuzz_target!(|value: Everything| {
    for wire in Wire::ALL {
        survives(wire, &value);
    }
});
