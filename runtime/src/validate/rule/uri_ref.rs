//! `uri_ref`: a URI or a relative reference (RFC 3986, section 4.1). The empty text is one.

use crate::validate::grammar::uri;

/// What the value must be.
pub(crate) const MUST: &str = "a URI or a relative reference";

pub(crate) fn accepts(value: &[u8]) -> bool {
    uri::is_reference(value)
}
