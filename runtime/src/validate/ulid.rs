//! `ulid`: 26 characters of Crockford's base 32 in either case, the first at most 7 (<https://github.com/ulid/spec>).

pub(super) fn accepts(value: &[u8]) -> bool {
    value.len() == 26
        && matches!(value.first(), Some(b'0'..=b'7'))
        && value
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() && !b"ILOUilou".contains(byte))
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
