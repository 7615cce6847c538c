//! Labels of host names: 1 to 63 letters, digits and hyphens, no hyphen at either end, and dots between them.

use super::byte::{self, LABEL};

/// The last label, if all are well-formed.
pub(crate) fn last(mut value: &[u8]) -> Option<&[u8]> {
    loop {
        let (label, rest) = value.split_at(byte::run(value, LABEL));
        match label {
            [] | [b'-', ..] | [.., b'-'] => return None,
            _ if label.len() > 63 => return None,
            _ => {}
        }
        value = match rest {
            [] => return Some(label),
            [b'.', rest @ ..] => rest,
            _ => return None,
        };
    }
}
