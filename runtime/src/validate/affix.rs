//! `prefix`, `suffix`, `contains`, `not_contains`, of strings and of bytes.

use alloc::format;

use super::{Checker, Kind, Literal, Plan, Violation};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check_text<C: Checker>(value: &str, plan: &Plan, c: &mut C) {
    let text = |literal: Option<Literal>| match literal {
        Some(Literal::Str(text)) => Some(text),
        _ => None,
    };
    if let Some(prefix) = text(plan.prefix)
        && !value.starts_with(prefix)
    {
        c.report(|| broken(Kind::String, "prefix", "start with", &Literal::Str(prefix)));
    }
    if let Some(suffix) = text(plan.suffix)
        && !value.ends_with(suffix)
    {
        c.report(|| broken(Kind::String, "suffix", "end with", &Literal::Str(suffix)));
    }
    if let Some(part) = text(plan.contains)
        && !value.contains(part)
    {
        c.report(|| broken(Kind::String, "contains", "contain", &Literal::Str(part)));
    }
    if let Some(part) = text(plan.not_contains)
        && value.contains(part)
    {
        c.report(|| {
            broken(
                Kind::String,
                "not_contains",
                "not contain",
                &Literal::Str(part),
            )
        });
    }
}

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check_bytes<C: Checker>(value: &[u8], plan: &Plan, c: &mut C) {
    let bytes = |literal: Option<Literal>| literal.as_ref().and_then(Literal::bytes);
    if let Some(prefix) = bytes(plan.prefix)
        && !value.starts_with(prefix)
    {
        c.report(|| broken(Kind::Bytes, "prefix", "start with", &Literal::Bytes(prefix)));
    }
    if let Some(suffix) = bytes(plan.suffix)
        && !value.ends_with(suffix)
    {
        c.report(|| broken(Kind::Bytes, "suffix", "end with", &Literal::Bytes(suffix)));
    }
    if let Some(part) = bytes(plan.contains)
        && !holds(value, part)
    {
        c.report(|| broken(Kind::Bytes, "contains", "contain", &Literal::Bytes(part)));
    }
    if let Some(part) = bytes(plan.not_contains)
        && holds(value, part)
    {
        c.report(|| {
            broken(
                Kind::Bytes,
                "not_contains",
                "not contain",
                &Literal::Bytes(part),
            )
        });
    }
}

fn holds(value: &[u8], part: &[u8]) -> bool {
    part.is_empty() || value.windows(part.len()).any(|window| window == part)
}

#[cold]
fn broken(kind: Kind, rule: &str, what: &str, literal: &Literal) -> Violation {
    Violation::of(kind, rule, format!("must {what} {literal}"))
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
