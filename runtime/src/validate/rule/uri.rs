//! `uri`: a URI (RFC 3986, section 3), which has a scheme.

use crate::validate::grammar::uri;

/// What the value must be.
pub(crate) const MUST: &str = "a URI";

pub(crate) fn accepts(value: &[u8]) -> bool {
    uri::is_uri(value)
}
