//! What a list is checked for. Elements are not fields: `required` says nothing
//! of them, unless they are `Option`.

use super::rule::{ignore, items, max_items, min_items, unique};
use super::{Checker, Rules, Validate};

/// All rules of a list.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<'a, T, R, C>(
    elements: impl ExactSizeIterator<Item = &'a T> + Clone,
    rules: &R,
    c: &mut C,
) where
    T: Validate + 'a,
    R: Rules,
    C: Checker,
{
    if const { R::ANY } && rules.plan().unique {
        unique::check(elements.clone(), c);
    }
    check_set(elements, rules, c);
}

/// All rules of a set, which is unique as it is.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check_set<'a, T, R, C>(
    elements: impl ExactSizeIterator<Item = &'a T>,
    rules: &R,
    c: &mut C,
) where
    T: Validate + 'a,
    R: Rules,
    C: Checker,
{
    if const { R::ANY } {
        min_items::check(elements.len(), rules.plan(), c);
        max_items::check(elements.len(), rules.plan(), c);
    }
    if const { !(T::DESCENDS && C::DEEP) } && rules.plan().items.is_empty() {
        return;
    }
    items::check(elements, &rules.items(), c);
}

/// An element, key or value by the rules on it.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check_item<T, R, C>(item: &T, rules: &R, c: &mut C)
where
    T: Validate + ?Sized,
    R: Rules,
    C: Checker,
{
    let plan = rules.plan();
    if const { R::ANY } && ignore::skips(|| item.is_zero(), plan) {
        return;
    }
    c.ruled(item, plan, |c| item.check_value(rules, c));
}

#[cfg(test)]
mod tests {
    use super::super::table::{expect, message, violations};
    use super::super::{Kind, Literal, Rule};
    use alloc::collections::{BTreeSet, VecDeque};
    use alloc::vec;
    use alloc::vec::Vec;

    #[test]
    fn elements_are_counted() {
        for (rule, count, id) in [
            (Rule::MinItems(1), 0, "repeated.min_items"),
            (Rule::MinItems(1), 1, ""),
            (Rule::MaxItems(1), 1, ""),
            (Rule::MaxItems(1), 2, "repeated.max_items"),
        ] {
            expect(&[rule], &vec![7_u32; count], id);
            expect(&[rule], &VecDeque::from(vec![7_u32; count]), id);
            expect(&[rule], &(0..count).collect::<BTreeSet<_>>(), id);
        }
        expect(
            &[Rule::MinItems(3), Rule::MinLen(3)],
            [1_u8, 2].as_slice(),
            "bytes.min_len",
        );
        expect(
            &[Rule::MinItems(3), Rule::MinLen(3)],
            &[1_u8, 2],
            "bytes.min_len",
        );
        expect(
            &[Rule::MinItems(3), Rule::MinLen(3)],
            &VecDeque::from([1_u8, 2]),
            "bytes.min_len",
        );
        assert_eq!(
            message(&[Rule::MaxItems(1)], &[1, 2]),
            "must have at most 1 element"
        );
    }

    #[test]
    fn each_element_obeys_the_rules_of_items() {
        let rules = [Rule::Items(&[
            Rule::Gt(Literal::Int(0)),
            Rule::Kind(Kind::Sint32),
        ])];
        let found = violations(&rules, &[1, 0, 2, -1]);
        let found: Vec<_> = found
            .iter()
            .map(|v| (v.path.as_str(), &*v.rule_id))
            .collect();
        assert_eq!(found, [("[1]", "sint32.gt"), ("[3]", "sint32.gt")]);
        expect(&rules, &[Some(1), None], "");
        expect(
            &[Rule::Items(&[Rule::Required])],
            &[Some(1), None],
            "required",
        );
        expect(&[Rule::Items(&[Rule::Required])], &[0, 1], "");
    }

    #[test]
    fn lists_nest() {
        let rules = [Rule::Items(&[
            Rule::MinItems(1),
            Rule::Items(&[Rule::MinLen(1)]),
        ])];
        let value = [vec!["a", ""], vec![]];
        let found = violations(&rules, &value);
        let found: Vec<_> = found
            .iter()
            .map(|v| (v.path.as_str(), &*v.rule_id))
            .collect();
        assert_eq!(
            found,
            [("[0][1]", "string.min_len"), ("[1]", "repeated.min_items")]
        );
    }
}
