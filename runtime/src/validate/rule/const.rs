//! `const`: the value equals the rule's. NaN equals nothing.

use crate::validate::operand::Operand;
use crate::validate::{Checker, Kind, Literal, Plan, Violation};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<V: Operand, C: Checker>(value: V, kind: Kind, plan: &Plan, c: &mut C) {
    if let Some(wanted) = &plan.equal
        && !value.equals(wanted)
    {
        c.report(|| Violation::of(kind, "const", format_args!("must equal {wanted}")));
    }
}

/// Of a field mask: the same paths in the same order.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check_paths<'a, C: Checker>(
    paths: impl Iterator<Item = &'a str>,
    plan: &Plan,
    c: &mut C,
) {
    if let Some(wanted @ Literal::Paths(list)) = plan.equal
        && !paths.eq(list.iter().copied())
    {
        c.report(|| {
            Violation::of(
                Kind::FieldMask,
                "const",
                format_args!("must equal {wanted}"),
            )
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::table::expect;
    use crate::validate::{Literal, Rule, Subject};

    #[test]
    fn const_takes_one_value() {
        let three = [Rule::Const(Literal::Int(3))];
        expect(&three, &3_i32, "");
        expect(&three, &4_i32, "int32.const");
        expect(&three, &4_u64, "uint64.const");
        expect(&three, &3.0_f32, "");
        expect(&three, &f64::NAN, "double.const");
        expect(
            &three,
            &Subject::Enum {
                number: 3,
                defined: true,
            },
            "",
        );
        expect(
            &three,
            &Subject::Enum {
                number: 0,
                defined: true,
            },
            "enum.const",
        );
        expect(&[Rule::Const(Literal::Bool(true))], &true, "");
        expect(&[Rule::Const(Literal::Bool(true))], &false, "bool.const");
        expect(&[Rule::Const(Literal::Str("a"))], "a", "");
        expect(&[Rule::Const(Literal::Str("a"))], "b", "string.const");
        expect(&[Rule::Const(Literal::Bytes(b"a"))], b"a".as_slice(), "");
        expect(
            &[Rule::Const(Literal::Bytes(b"a"))],
            b"".as_slice(),
            "bytes.const",
        );
        let second = [Rule::Const(Literal::Duration { secs: 1, nanos: 0 })];
        expect(&second, &core::time::Duration::from_secs(1), "");
        expect(
            &second,
            &core::time::Duration::from_millis(1001),
            "duration.const",
        );
    }
}
