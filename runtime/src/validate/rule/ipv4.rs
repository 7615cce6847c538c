//! `ipv4`: an IPv4 address, in the dotted form of RFC 3986, section 3.2.2.

use crate::validate::grammar::ip;

/// What the value must be.
pub(crate) const MUST: &str = "an IPv4 address";

pub(crate) fn accepts(value: &[u8]) -> bool {
    ip::is_v4(value)
}

/// Of bytes: as it is in a packet.
pub(crate) fn accepts_bytes(value: &[u8]) -> bool {
    value.len() == 4
}
