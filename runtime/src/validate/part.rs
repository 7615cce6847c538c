//! What rules on a part of a string or of bytes share.

use super::{Kind, Literal, Violation};

pub(super) fn is_in(part: &[u8], value: &[u8]) -> bool {
    part.is_empty() || value.windows(part.len()).any(|window| window == part)
}

#[cold]
pub(super) fn broken(kind: Kind, rule: &str, what: &str, literal: &Literal) -> Violation {
    Violation::of(kind, rule, format_args!("must {what} {literal}"))
}

#[cfg(test)]
mod tests {
    use super::super::table::{expect, message};
    use super::super::{Literal, Rule};

    #[test]
    fn both_ends_and_the_middle() {
        let (a, b) = (Literal::Str("ab"), Literal::Bytes(b"ab"));
        let cases = [
            (Rule::Prefix(a), Rule::Prefix(b), "abc", "prefix", true),
            (Rule::Prefix(a), Rule::Prefix(b), "cab", "prefix", false),
            (Rule::Suffix(a), Rule::Suffix(b), "cab", "suffix", true),
            (Rule::Suffix(a), Rule::Suffix(b), "abc", "suffix", false),
            (
                Rule::Contains(a),
                Rule::Contains(b),
                "cabc",
                "contains",
                true,
            ),
            (
                Rule::Contains(a),
                Rule::Contains(b),
                "acb",
                "contains",
                false,
            ),
            (Rule::Contains(a), Rule::Contains(b), "", "contains", false),
            (
                Rule::NotContains(a),
                Rule::NotContains(b),
                "acb",
                "not_contains",
                true,
            ),
            (
                Rule::NotContains(a),
                Rule::NotContains(b),
                "cabc",
                "not_contains",
                false,
            ),
        ];
        for (text, bytes, value, name, ok) in cases {
            let id = |kind| {
                if ok {
                    alloc::string::String::new()
                } else {
                    alloc::format!("{kind}.{name}")
                }
            };
            expect(&[text], value, &id("string"));
            expect(&[bytes], value.as_bytes(), &id("bytes"));
        }
        expect(&[Rule::Contains(Literal::Bytes(b""))], b"".as_slice(), "");
        expect(&[Rule::Contains(Literal::Str(""))], "", "");
    }

    #[test]
    fn messages_show_the_part() {
        assert_eq!(
            message(&[Rule::Prefix(Literal::Str("x-"))], "y"),
            "must start with `x-`"
        );
        assert_eq!(
            message(&[Rule::Suffix(Literal::Bytes(&[7]))], b"".as_slice()),
            "must end with 0x07"
        );
    }
}
