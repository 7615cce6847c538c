//! Identifiers with dots between them, such as `shop.v1.Order`.

use super::byte::{self, DIGIT, WORD};

/// Letters, digits and underscores, no digit first.
pub(crate) fn is_full(mut value: &[u8]) -> bool {
    loop {
        let (name, rest) = value.split_at(byte::run(value, WORD));
        if name.is_empty() || byte::run(name, DIGIT) > 0 {
            return false;
        }
        value = match rest {
            [] => return true,
            [b'.', rest @ ..] => rest,
            _ => return false,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::is_full;

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
            assert_eq!(is_full(value.as_bytes()), ok, "{value:?}");
        }
    }
}
