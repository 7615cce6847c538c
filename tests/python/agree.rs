//! One value by both: written, read and told, written again and read.

use std::fmt::Debug;

use everwire::{Codec, DecodeOwned, Wire};
use everwire_tests::show;

use crate::interpreter::Python;
use crate::told::{Told, ordered};
use crate::types::Sample;

/// What is expected of the bytes that Python writes.
#[derive(Clone, Copy, PartialEq)]
pub enum Bytes {
    /// They are ours.
    Equal,
    /// They may differ, for the reason that stands there.
    Differ,
}

/// All samples of a type.
pub fn all<T>(python: Python, form: &str, wire: Wire, bytes: Bytes)
where
    T: Codec + DecodeOwned + Debug + Told + Sample,
{
    for value in T::samples() {
        one(python, form, wire, &value, bytes);
    }
}

/// One value.
pub fn one<T: Codec + DecodeOwned + Debug + Told>(
    python: Python,
    form: &str,
    wire: Wire,
    value: &T,
    bytes: Bytes,
) {
    let ours = wire.encode(value).unwrap();
    let answer = python
        .read(form, &T::SCHEMA.full_name(), &ours)
        .unwrap_or_else(|error| panic!("{error}: {}", brief(wire, &ours)));
    let told = ordered(value.told());
    assert_eq!(answer.value, told, "{}", brief(wire, &ours));
    let theirs = &answer.bytes;
    let read: T = wire
        .decode(theirs)
        .unwrap_or_else(|error| panic!("{error}: {}", brief(wire, theirs)));
    assert_eq!(ordered(read.told()), told, "{}", brief(wire, theirs));
    if bytes == Bytes::Equal {
        assert!(
            *theirs == ours,
            "{}\n{}",
            brief(wire, theirs),
            brief(wire, &ours)
        );
    }
}

/// The bytes, as far as a person reads them.
fn brief(wire: Wire, bytes: &[u8]) -> String {
    show(wire, &bytes[..bytes.len().min(2_000)])
}
