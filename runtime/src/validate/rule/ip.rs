//! `ip`: an IPv4 or IPv6 address.

use crate::validate::grammar::ip;

/// What the value must be.
pub(crate) const MUST: &str = "an IP address";

pub(crate) fn accepts(value: &[u8]) -> bool {
    ip::is_v4(value) || ip::is_v6(value)
}

/// Of bytes: as it is in a packet.
pub(crate) fn accepts_bytes(value: &[u8]) -> bool {
    matches!(value.len(), 4 | 16)
}
