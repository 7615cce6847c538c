//! `ipv4_prefix`: an IPv4 network: an address with a prefix length, and zeros behind it.

use crate::validate::grammar::network;

/// What the value must be.
pub(crate) const MUST: &str = "an IPv4 network, all bits behind its prefix zero";

pub(crate) fn accepts(value: &[u8]) -> bool {
    network::v4(value) == Some(true)
}
