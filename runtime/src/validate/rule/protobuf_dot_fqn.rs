//! `protobuf_dot_fqn`: a full name of protobuf with the leading dot, such as `.shop.v1.Order`.

use crate::validate::grammar::identifier;

/// What the value must be.
pub(crate) const MUST: &str = "a full protobuf name with a leading dot";

pub(crate) fn accepts(value: &[u8]) -> bool {
    matches!(value, [b'.', name @ ..] if identifier::is_full(name))
}
