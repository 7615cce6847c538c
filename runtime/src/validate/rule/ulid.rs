//! `ulid`: 26 characters of Crockford's base 32 in either case, the first at most 7 (<https://github.com/ulid/spec>).

use crate::validate::grammar::byte::{self, BASE32};

/// What the value must be.
pub(crate) const MUST: &str = "a ULID";

pub(crate) fn accepts(value: &[u8]) -> bool {
    value.len() == 26 && matches!(value, [b'0'..=b'7', ..]) && byte::run(value, BASE32) == 26
}

#[cfg(test)]
mod tests {
    use super::accepts;

    #[test]
    fn ulids() {
        for (value, ok) in [
            ("01ARZ3NDEKTSV4RRFFQ69G5FAV", true),
            ("01arz3ndektsv4rrffq69g5fav", true),
            ("7ZZZZZZZZZZZZZZZZZZZZZZZZZ", true),
            ("80000000000000000000000000", false),
            ("01ARZ3NDEKTSV4RRFFQ69G5FA", false),
            ("01ARZ3NDEKTSV4RRFFQ69G5FAI", false),
            ("01ARZ3NDEKTSV4RRFFQ69G5FAu", false),
            ("01ARZ3NDEKTSV4RRFFQ69G5F-V", false),
        ] {
            assert_eq!(accepts(value.as_bytes()), ok, "{value:?}");
        }
    }
}
