//! `ipv6`: an IPv6 address, in the forms of RFC 4291, section 2.2, with or without a zone (RFC 4007).

use crate::validate::grammar::ip;

/// What the value must be.
pub(crate) const MUST: &str = "an IPv6 address";

pub(crate) fn accepts(value: &[u8]) -> bool {
    ip::is_v6(value)
}

/// Of bytes: as it is in a packet.
pub(crate) fn accepts_bytes(value: &[u8]) -> bool {
    value.len() == 16
}
