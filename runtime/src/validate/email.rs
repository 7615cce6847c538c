//! `email`: an address as HTML defines it for `<input type=email>`
//! (<https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address>), narrower than RFC 5322.

/// A local part, `@`, and labels of up to 63 characters with dots between them.
pub(super) fn accepts(value: &[u8]) -> bool {
    let Some(at) = value.iter().position(|&byte| byte == b'@') else {
        return false;
    };
    let (local, domain) = (&value[..at], &value[at + 1..]);
    !local.is_empty()
        && local.iter().all(is_local)
        && domain.split(|&byte| byte == b'.').all(is_label)
}

fn is_local(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(byte)
}

/// 1 to 63 letters, digits and hyphens, no hyphen at either end.
pub(super) fn is_label(label: &[u8]) -> bool {
    let hyphen = Some(&b'-');
    (1..=63).contains(&label.len())
        && label.first() != hyphen
        && label.last() != hyphen
        && label
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::accepts;

    #[test]
    fn addresses() {
        let long = "a".repeat(63);
        let cases = [
            ("a@b", true),
            ("a@b.c", true),
            ("foo.bar+baz@example.com", true),
            (".a..b.@example.com", true),
            ("!#$%&'*+/=?^_`{|}~-@x", true),
            ("a@1", true),
            ("a@b-c.d", true),
            ("a@-b", false),
            ("a@b-", false),
            ("a@b.", false),
            ("a@.b", false),
            ("a@b..c", false),
            ("a@", false),
            ("@b", false),
            ("a", false),
            ("a@b@c", false),
            ("a b@c", false),
            ("\"a\"@b", false),
            ("ä@b", false),
            ("a@ä", false),
            ("a@b_c", false),
            ("a@b\n", false),
            ("a@[127.0.0.1]", false),
            ("Foo <a@b.c>", false),
        ];
        for (value, ok) in cases {
            assert_eq!(accepts(value.as_bytes()), ok, "{value:?}");
        }
        assert!(accepts(alloc::format!("a@{long}.{long}").as_bytes()));
        assert!(!accepts(alloc::format!("a@{long}b").as_bytes()));
    }
}
