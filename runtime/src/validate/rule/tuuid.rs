//! `tuuid`: a UUID without dashes, 32 hexadecimal digits.

use crate::validate::grammar::hex::is_hex;

/// What the value must be.
pub(crate) const MUST: &str = "a UUID without dashes";

pub(crate) fn accepts(value: &[u8]) -> bool {
    match value.as_chunks() {
        ([a, b, c, d], []) => is_hex(*a) & is_hex(*b) & is_hex(*c) & is_hex(*d),
        _ => false,
    }
}
