//! `ipv6_prefix`: an IPv6 network: an address with a prefix length, and zeros behind it.

use crate::validate::grammar::network;

/// What the value must be.
pub(crate) const MUST: &str = "an IPv6 network, all bits behind its prefix zero";

pub(crate) fn accepts(value: &[u8]) -> bool {
    network::v6(value) == Some(true)
}
