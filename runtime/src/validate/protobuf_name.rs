//! `protobuf_fqn`, `protobuf_dot_fqn`: identifiers with dots between them, such as `shop.v1.Order`.

pub(super) fn accepts(value: &[u8]) -> bool {
    value.split(|&byte| byte == b'.').all(|part| {
        part.first().is_some_and(|first| !first.is_ascii_digit())
            && part
                .iter()
                .all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
    })
}

#[cfg(test)]
mod tests {
    use super::accepts;

    #[test]
    fn names() {
        for (value, ok) in [
            ("shop.v1.Order", true),
            ("_", true),
            ("a1._b", true),
            ("", false),
            (".a", false),
            ("a.", false),
            ("a..b", false),
            ("1a", false),
            ("a.1", false),
            ("a-b", false),
            ("ä", false),
        ] {
            assert_eq!(accepts(value.as_bytes()), ok, "{value:?}");
        }
    }
}
