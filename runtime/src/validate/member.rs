//! `in` and `not_in`: the value is, or is not, one of those listed. An empty list is no rule; NaN is in no list.

use alloc::format;
use alloc::string::String;
use core::fmt::Write;

use super::operand::Operand;
use super::{Checker, Kind, Literal, Plan, Violation};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check<V: Operand, C: Checker>(value: V, kind: Kind, plan: &Plan, c: &mut C) {
    if !plan.one_of.is_empty() && !plan.one_of.iter().any(|literal| value.equals(literal)) {
        c.report(|| {
            Violation::of(
                kind,
                "in",
                format!("must be one of {}", listed(plan.one_of)),
            )
        });
    }
    if !plan.none_of.is_empty() && plan.none_of.iter().any(|literal| value.equals(literal)) {
        c.report(|| {
            Violation::of(
                kind,
                "not_in",
                format!("must be none of {}", listed(plan.none_of)),
            )
        });
    }
}

#[cold]
fn listed(literals: &[Literal]) -> String {
    let mut text = String::new();
    for (at, literal) in literals.iter().enumerate() {
        let comma = if at == 0 { "" } else { ", " };
        let written = write!(text, "{comma}{literal}");
        debug_assert!(written.is_ok(), "a String takes any text");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::table::{expect, message};
    use super::super::{Literal, Rule, Subject};

    const NUMBERS: &[Literal] = &[Literal::Int(1), Literal::Int(5)];
    const WORDS: &[Literal] = &[Literal::Str("foo"), Literal::Str("bar")];

    #[test]
    fn in_takes_what_is_listed() {
        for (value, id) in [(1, ""), (5, ""), (2, "int64.in")] {
            expect(&[Rule::In(NUMBERS)], &i64::from(value), id);
        }
        expect(&[Rule::In(NUMBERS)], &f32::NAN, "float.in");
        expect(
            &[Rule::In(NUMBERS)],
            &Subject::Enum {
                number: 2,
                defined: true,
            },
            "enum.in",
        );
        expect(&[Rule::In(WORDS)], "bar", "");
        expect(&[Rule::In(WORDS)], "", "string.in");
        expect(&[Rule::In(&[])], "", "");
        assert_eq!(
            message(&[Rule::In(WORDS)], "x"),
            "must be one of `foo`, `bar`"
        );
    }

    #[test]
    fn not_in_refuses_what_is_listed() {
        expect(&[Rule::NotIn(NUMBERS)], &5_u32, "uint32.not_in");
        expect(&[Rule::NotIn(NUMBERS)], &2_u32, "");
        expect(&[Rule::NotIn(NUMBERS)], &f64::NAN, "");
        expect(&[Rule::NotIn(WORDS)], "foo", "string.not_in");
        expect(
            &[Rule::NotIn(&[Literal::Bytes(&[1])])],
            [1_u8].as_slice(),
            "bytes.not_in",
        );
        assert_eq!(
            message(&[Rule::NotIn(NUMBERS)], &5_i32),
            "must be none of 1, 5"
        );
    }
}
