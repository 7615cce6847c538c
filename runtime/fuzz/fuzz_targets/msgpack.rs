//! Any bytes, as MessagePack.

#![no_main]

use everwire::Wire;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| everwire_fuzz::wires::read(Wire::MsgPack, bytes));
