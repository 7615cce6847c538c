//! `uuid`: 32 hexadecimal digits, 8-4-4-4-12 with dashes between them (RFC 9562, section 4); of bytes: 16. Version and variant
//! are not looked at.

use crate::validate::grammar::hex::is_hex;

/// What the value must be.
pub(crate) const MUST: &str = "a UUID";

#[rustfmt::skip]
pub(crate) fn accepts(value: &[u8]) -> bool {
    let &[
        a, b, c, d, e, f, g, h, b'-', i, j, k, l, b'-', m, n, o, p, b'-', q, r, s, t, b'-',
        u, v, w, x, y, z, a2, b2, c2, d2, e2, f2,
    ] = value else {
        return false;
    };
    is_hex([a, b, c, d, e, f, g, h])
        & is_hex([i, j, k, l, m, n, o, p])
        & is_hex([q, r, s, t, u, v, w, x])
        & is_hex([y, z, a2, b2, c2, d2, e2, f2])
}

/// Of bytes: the 128 bits themselves.
pub(crate) fn accepts_bytes(value: &[u8]) -> bool {
    value.len() == 16
}
