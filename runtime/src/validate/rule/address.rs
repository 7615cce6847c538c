//! `address`: a host name or an IP address.

use super::{hostname, ip};

/// What the value must be.
pub(crate) const MUST: &str = "a host name or an IP address";

pub(crate) fn accepts(value: &[u8]) -> bool {
    hostname::accepts(value) || ip::accepts(value)
}
