//! `required`: the field is set; without presence of its own, it is neither zero nor empty.

use super::ignore;
use crate::validate::{Checker, Plan, Violation};

/// Whether to go on to the rules on the value; `is_zero` is whether it reads like an absent field.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<C: Checker>(is_zero: impl FnOnce() -> bool, plan: &Plan, c: &mut C) -> bool {
    if ignore::is_always(plan) {
        return false;
    }
    if plan.has_presence || !(plan.required || plan.ignore_if_zero) || !is_zero() {
        return true;
    }
    if plan.required {
        report(c);
    }
    false
}

/// A value that is required is not there.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn report<C: Checker>(c: &mut C) {
    c.report(Violation::required);
}

#[cfg(test)]
mod tests {
    use crate::validate::table::expect;
    use crate::validate::{Checker, Collect, FixedRules, Literal, Rule};
    use alloc::boxed::Box;
    use alloc::collections::BTreeMap;
    use alloc::vec::Vec;

    #[test]
    fn required_means_set_or_not_zero() {
        let rules = [
            Rule::Required,
            Rule::Gt(Literal::Int(3)),
            Rule::MinLen(2),
            Rule::MinItems(2),
            Rule::MinPairs(1),
        ];
        expect(&rules, &None::<i32>, "required");
        expect(&rules, &Some(0), "int32.gt");
        expect(&rules, &Some(Box::new(4)), "");
        expect(&rules, &0_i32, "required");
        expect(&rules, &1_i32, "int32.gt");
        expect(&rules, "", "required");
        expect(&rules, &Some(""), "string.min_len");
        expect(&rules, &Vec::<u8>::new(), "required");
        expect(&rules, &Vec::<u16>::new(), "required");
        expect(&rules, &Some(Vec::<u16>::new()), "repeated.min_items");
        expect(&rules, &BTreeMap::<u8, u8>::new(), "required");
        expect(&[Rule::Required], &false, "required");
        expect(&[Rule::Required], &-0.0_f64, "");
        expect(&[Rule::Required], &0.0_f64, "required");
        expect(&[Rule::Required], &core::time::Duration::ZERO, "");
    }

    struct Explicit;

    impl FixedRules for Explicit {
        const RULES: &'static [Rule] = &[
            Rule::Required,
            Rule::IgnoreIfZero,
            Rule::Lt(Literal::Int(0)),
        ];
        const HAS_PRESENCE: bool = true;
    }

    #[test]
    fn a_zero_with_presence_is_there() {
        let mut c = Collect::new();
        c.field("a", &0_u32, &Explicit);
        c.field("b", &Some(0_u64), &Explicit);
        c.field("c", &None::<u64>, &Explicit);
        let found = c.into_violations();
        let found: Vec<_> = found
            .iter()
            .map(|v| (v.path.as_str(), &*v.rule_id))
            .collect();
        assert_eq!(
            found,
            [("a", "uint32.lt"), ("b", "uint64.lt"), ("c", "required")]
        );
    }

    #[test]
    fn absent_and_ignored_values_break_nothing() {
        expect(&[Rule::MinLen(1)], &None::<&str>, "");
        expect(&[Rule::MinLen(1)], "", "string.min_len");
        expect(&[Rule::IgnoreIfZero, Rule::MinLen(2)], "", "");
        expect(
            &[Rule::IgnoreIfZero, Rule::MinLen(2)],
            "a",
            "string.min_len",
        );
        expect(
            &[Rule::IgnoreIfZero, Rule::MinLen(2)],
            &Some(""),
            "string.min_len",
        );
        expect(
            &[Rule::IgnoreAlways, Rule::Required, Rule::MinLen(2)],
            "",
            "",
        );
        expect(&[Rule::IgnoreAlways, Rule::Required], &None::<u8>, "");
        expect(
            &[Rule::Items(&[Rule::IgnoreAlways, Rule::MinLen(2)])],
            ["", "a"].as_slice(),
            "",
        );
        expect(
            &[Rule::Items(&[Rule::IgnoreIfZero, Rule::MinLen(2)])],
            ["", "ab"].as_slice(),
            "",
        );
    }
}
