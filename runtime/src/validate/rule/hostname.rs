//! `hostname`: labels as in RFC 1034 with dots between them, at most 253 characters besides one dot at the end; the last
//! label is not all digits, so that no address is a name.

use crate::validate::grammar::byte::{self, DIGIT};
use crate::validate::grammar::label;

/// What the value must be.
pub(crate) const MUST: &str = "a host name";

pub(crate) fn accepts(value: &[u8]) -> bool {
    let name = value.strip_suffix(b".").unwrap_or(value);
    name.len() <= 253 && label::last(name).is_some_and(|last| byte::run(last, DIGIT) < last.len())
}

#[cfg(test)]
mod tests {
    use super::accepts;

    #[test]
    fn names() {
        let label = "a".repeat(63);
        let full = [label.as_str(), &label, &label, &"a".repeat(61)].join(".");
        assert_eq!(full.len(), 253);
        let (dotted, over) = (alloc::format!("{full}."), alloc::format!("{full}a"));
        let cases = [
            ("example.com", true),
            ("EXAMPLE.com.", true),
            ("a", true),
            ("a-b.c-d", true),
            ("1.2.3.a", true),
            ("1a", true),
            ("xn--bcher-kva.example", true),
            (full.as_str(), true),
            (dotted.as_str(), true),
            (over.as_str(), false),
            ("", false),
            (".", false),
            ("a..b", false),
            (".a", false),
            ("a..", false),
            ("-a", false),
            ("a-", false),
            ("a.-b", false),
            ("1.2.3.4", false),
            ("a.1", false),
            ("123", false),
            ("a_b", false),
            ("a b", false),
            ("bücher.example", false),
            ("a.b\n", false),
        ];
        for (value, ok) in cases {
            assert_eq!(accepts(value.as_bytes()), ok, "{value:?}");
        }
        assert!(!accepts(alloc::format!("{label}a.b").as_bytes()));
    }
}
