//! `ip_with_prefixlen`: an IPv4 or IPv6 address with a prefix length, such as `192.168.5.21/16`.

use crate::validate::grammar::network;

/// What the value must be.
pub(crate) const MUST: &str = "an IP address with a prefix length";

pub(crate) fn accepts(value: &[u8]) -> bool {
    network::v4(value).is_some() || network::v6(value).is_some()
}
