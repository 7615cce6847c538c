//! `ipv6_with_prefixlen`: an IPv6 address with a prefix length.

use crate::validate::grammar::network;

/// What the value must be.
pub(crate) const MUST: &str = "an IPv6 address with a prefix length";

pub(crate) fn accepts(value: &[u8]) -> bool {
    network::v6(value).is_some()
}
