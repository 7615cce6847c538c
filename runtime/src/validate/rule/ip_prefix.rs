//! `ip_prefix`: an IPv4 or IPv6 network: an address with a prefix length, and zeros behind it.

use crate::validate::grammar::network;

/// What the value must be.
pub(crate) const MUST: &str = "an IP network, all bits behind its prefix zero";

pub(crate) fn accepts(value: &[u8]) -> bool {
    network::v4(value) == Some(true) || network::v6(value) == Some(true)
}
