//! `protobuf_fqn`: a full name of protobuf without the leading dot, such as `shop.v1.Order`.

use crate::validate::grammar::identifier;

/// What the value must be.
pub(crate) const MUST: &str = "a full protobuf name";

pub(crate) fn accepts(value: &[u8]) -> bool {
    identifier::is_full(value)
}
