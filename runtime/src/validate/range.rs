//! A range: one end (`lt`, `lte`, `gt`, `gte`), or both. With both, one id names them together (`gt_lte`); where the lower
//! end is above the upper one, the values between them are refused instead (`gt_lte_exclusive`). NaN is in no range.

use super::operand::Operand;
use super::rule::{gt, gte, lt, lte};
use super::{Bound, Checker, Kind, Literal, Plan, Violation};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check<V: Operand, C: Checker>(value: V, kind: Kind, plan: &Plan, c: &mut C) {
    match (&plan.lower, &plan.upper) {
        (None, None) => {}
        (Some(lower), None) => {
            if !lower.is_below(value) {
                c.report(|| {
                    let (must, end) = (lower.over_words(), lower.end());
                    Violation::of(kind, lower.over(), format_args!("must be {must} {end}"))
                });
            }
        }
        (None, Some(upper)) => {
            if !upper.is_above(value) {
                c.report(|| {
                    let (must, end) = (upper.under_words(), upper.end());
                    Violation::of(kind, upper.under(), format_args!("must be {must} {end}"))
                });
            }
        }
        (Some(lower), Some(upper)) => {
            let exclusive = plan.is_exclusive;
            let (low, high) = (lower.is_below(value), upper.is_above(value));
            if !(if exclusive { low | high } else { low & high }) {
                c.report(|| both(kind, lower, upper, exclusive));
            }
        }
    }
}

#[cold]
fn both(kind: Kind, lower: &Bound, upper: &Bound, exclusive: bool) -> Violation {
    let word = if exclusive { "or" } else { "and" };
    let (low, high) = (lower.over_words(), upper.under_words());
    let (from, to) = (lower.end(), upper.end());
    Violation::of(
        kind,
        joined(lower, upper, exclusive),
        format_args!("must be {low} {from} {word} {high} {to}"),
    )
}

/// What an id names both ends with.
const fn joined(lower: &Bound, upper: &Bound, exclusive: bool) -> &'static str {
    match (lower, upper, exclusive) {
        (Bound::Open(_), Bound::Open(_), false) => "gt_lt",
        (Bound::Open(_), Bound::Closed(_), false) => "gt_lte",
        (Bound::Closed(_), Bound::Open(_), false) => "gte_lt",
        (Bound::Closed(_), Bound::Closed(_), false) => "gte_lte",
        (Bound::Open(_), Bound::Open(_), true) => "gt_lt_exclusive",
        (Bound::Open(_), Bound::Closed(_), true) => "gt_lte_exclusive",
        (Bound::Closed(_), Bound::Open(_), true) => "gte_lt_exclusive",
        (Bound::Closed(_), Bound::Closed(_), true) => "gte_lte_exclusive",
    }
}

impl Bound {
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) const fn end(&self) -> &Literal {
        match self {
            Bound::Open(end) | Bound::Closed(end) => end,
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn is_below<V: Operand>(&self, value: V) -> bool {
        match self {
            Bound::Open(end) => gt::holds(value, end),
            Bound::Closed(end) => gte::holds(value, end),
        }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn is_above<V: Operand>(&self, value: V) -> bool {
        match self {
            Bound::Open(end) => lt::holds(value, end),
            Bound::Closed(end) => lte::holds(value, end),
        }
    }

    fn over(&self) -> &'static str {
        match self {
            Bound::Open(_) => gt::NAME,
            Bound::Closed(_) => gte::NAME,
        }
    }

    fn under(&self) -> &'static str {
        match self {
            Bound::Open(_) => lt::NAME,
            Bound::Closed(_) => lte::NAME,
        }
    }

    fn over_words(&self) -> &'static str {
        match self {
            Bound::Open(_) => gt::MUST,
            Bound::Closed(_) => gte::MUST,
        }
    }

    fn under_words(&self) -> &'static str {
        match self {
            Bound::Open(_) => lt::MUST,
            Bound::Closed(_) => lte::MUST,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::{expect, message};
    use super::super::{Bound, Kind, Literal, Rule};
    use super::joined;

    const fn int(value: i128) -> Literal {
        Literal::Int(value)
    }

    #[test]
    fn an_id_joins_the_names_of_both_ends() {
        let end = Literal::Int(1);
        for lower in [Bound::Open(end), Bound::Closed(end)] {
            for upper in [Bound::Open(end), Bound::Closed(end)] {
                let names = alloc::format!("{}_{}", lower.over(), upper.under());
                assert_eq!(joined(&lower, &upper, false), names);
                let exclusive = names + "_exclusive";
                assert_eq!(joined(&lower, &upper, true), exclusive);
            }
        }
    }

    #[test]
    fn one_end_or_two() {
        let cases: [(&[Rule], i32, &str); 24] = [
            (&[Rule::Lt(int(0))], -1, ""),
            (&[Rule::Lt(int(0))], 0, "int32.lt"),
            (&[Rule::Lte(int(0))], 0, ""),
            (&[Rule::Lte(int(0))], 1, "int32.lte"),
            (&[Rule::Gt(int(0))], 1, ""),
            (&[Rule::Gt(int(0))], 0, "int32.gt"),
            (&[Rule::Gte(int(0))], 0, ""),
            (&[Rule::Gte(int(0))], -1, "int32.gte"),
            (&[Rule::Gt(int(0)), Rule::Lt(int(10))], 5, ""),
            (&[Rule::Gt(int(0)), Rule::Lt(int(10))], 0, "int32.gt_lt"),
            (&[Rule::Lt(int(10)), Rule::Gt(int(0))], 10, "int32.gt_lt"),
            (&[Rule::Gt(int(10)), Rule::Lt(int(0))], 11, ""),
            (&[Rule::Gt(int(10)), Rule::Lt(int(0))], -1, ""),
            (
                &[Rule::Gt(int(10)), Rule::Lt(int(0))],
                0,
                "int32.gt_lt_exclusive",
            ),
            (
                &[Rule::Gt(int(10)), Rule::Lt(int(0))],
                10,
                "int32.gt_lt_exclusive",
            ),
            (&[Rule::Gt(int(0)), Rule::Lte(int(10))], 10, ""),
            (&[Rule::Gt(int(0)), Rule::Lte(int(10))], 11, "int32.gt_lte"),
            (&[Rule::Gt(int(10)), Rule::Lte(int(0))], 0, ""),
            (
                &[Rule::Gt(int(10)), Rule::Lte(int(0))],
                5,
                "int32.gt_lte_exclusive",
            ),
            (&[Rule::Gte(int(0)), Rule::Lt(int(10))], 10, "int32.gte_lt"),
            (
                &[Rule::Gte(int(10)), Rule::Lt(int(0))],
                0,
                "int32.gte_lt_exclusive",
            ),
            (
                &[Rule::Gte(int(0)), Rule::Lte(int(10))],
                11,
                "int32.gte_lte",
            ),
            (
                &[Rule::Gte(int(10)), Rule::Lte(int(0))],
                1,
                "int32.gte_lte_exclusive",
            ),
            (&[Rule::Gt(int(3)), Rule::Lt(int(3))], 3, "int32.gt_lt"),
        ];
        for (rules, value, id) in cases {
            expect(rules, &value, id);
        }
    }

    #[test]
    fn nan_is_in_no_range() {
        let (zero, ten) = (Literal::Float(0.0), Literal::Float(10.0));
        for (rules, id) in [
            ([Rule::Gt(zero)].as_slice(), "double.gt"),
            (&[Rule::Gt(zero), Rule::Lt(ten)], "double.gt_lt"),
            (
                &[Rule::Gte(ten), Rule::Lte(zero)],
                "double.gte_lte_exclusive",
            ),
        ] {
            expect(rules, &f64::NAN, id);
        }
        expect(&[Rule::Gt(zero)], &f64::INFINITY, "");
    }

    #[test]
    fn ids_name_the_type_on_the_wire() {
        expect(
            &[Rule::Gt(int(0)), Rule::Kind(Kind::Sint32)],
            &0_i32,
            "sint32.gt",
        );
        expect(
            &[Rule::Gt(int(0)), Rule::Kind(Kind::Fixed64)],
            &0_u64,
            "fixed64.gt",
        );
        expect(&[Rule::Gt(int(0))], &0_u8, "uint32.gt");
        expect(&[Rule::Gt(int(0))], &0_isize, "int64.gt");
        expect(
            &[Rule::Lt(Literal::Uint(1 << 127))],
            &u128::MAX,
            "uint128.lt",
        );
        expect(
            &[Rule::Gt(Literal::Timestamp { secs: 0, nanos: 0 })],
            &super::super::Subject::Timestamp { secs: 0, nanos: 0 },
            "timestamp.gt",
        );
    }

    #[test]
    fn messages_name_both_ends() {
        assert_eq!(
            message(&[Rule::Gte(int(1)), Rule::Lt(int(9))], &9_i32),
            "must be at least 1 and less than 9"
        );
        assert_eq!(
            message(&[Rule::Gt(int(9)), Rule::Lte(int(1))], &5_i32),
            "must be greater than 9 or at most 1"
        );
    }
}
