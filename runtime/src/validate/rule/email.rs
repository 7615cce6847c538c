//! `email`: an address as HTML defines it for `<input type=email>`
//! (<https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address>), narrower than RFC 5322.

use crate::validate::grammar::byte::{self, LOCAL};
use crate::validate::grammar::label;

/// What the value must be.
pub(crate) const MUST: &str = "an email address";

/// A local part, `@`, and labels of up to 63 characters with dots between them.
pub(crate) fn accepts(value: &[u8]) -> bool {
    match value.split_at(byte::run(value, LOCAL)) {
        ([_, ..], [b'@', domain @ ..]) => label::last(domain).is_some(),
        _ => false,
    }
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
