//! What a map is checked for.

use super::rule::{keys, max_pairs, min_pairs, values};
use super::{Checker, Rules, Step, Validate};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<'a, K, V, R, C>(
    entries: impl ExactSizeIterator<Item = (&'a K, &'a V)>,
    rules: &R,
    c: &mut C,
) where
    K: Validate + 'a,
    V: Validate + 'a,
    R: Rules,
    C: Checker,
{
    if const { R::ANY } {
        min_pairs::check(entries.len(), rules.plan(), c);
        max_pairs::check(entries.len(), rules.plan(), c);
    }
    if const { !(V::DESCENDS && C::DEEP) } {
        let plan = rules.plan();
        if plan.keys.is_empty() && plan.values.is_empty() {
            return;
        }
    }
    let (of_key, of_value) = (rules.keys(), rules.values());
    for (index, (key, value)) in entries.enumerate() {
        if c.done() {
            break;
        }
        c.within(key.subject().map_or(Step::Entry(index), Step::Key), |c| {
            keys::check(key, &of_key, c);
            values::check(value, &of_value, c);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::{expect, message, violations};
    use super::super::{Literal, Rule};
    use alloc::collections::BTreeMap;
    use alloc::vec::Vec;

    #[test]
    fn entries_are_counted() {
        let map = BTreeMap::from([("a", 1), ("b", 2)]);
        for (rule, id) in [
            (Rule::MinPairs(2), ""),
            (Rule::MinPairs(3), "map.min_pairs"),
            (Rule::MaxPairs(2), ""),
            (Rule::MaxPairs(1), "map.max_pairs"),
        ] {
            expect(&[rule], &map, id);
            #[cfg(feature = "std")]
            expect(
                &[rule],
                &map.iter().collect::<std::collections::HashMap<_, _>>(),
                id,
            );
        }
        assert_eq!(
            message(&[Rule::MaxPairs(1)], &map),
            "must have at most 1 entry"
        );
    }

    #[test]
    fn keys_and_values_obey_their_own_rules() {
        let rules = [
            Rule::Keys(&[Rule::MinLen(1)]),
            Rule::Values(&[Rule::Lt(Literal::Int(2))]),
        ];
        let found = violations(&rules, &BTreeMap::from([("", 1), ("b", 2), ("c", 0)]));
        let found: Vec<_> = found
            .iter()
            .map(|v| (v.path.as_str(), &*v.rule_id, v.for_key))
            .collect();
        assert_eq!(
            found,
            [
                ("[\"\"]", "string.min_len", true),
                ("[\"b\"]", "int32.lt", false)
            ]
        );
        let found = violations(
            &[Rule::Keys(&[Rule::Gt(Literal::Int(0))])],
            &BTreeMap::from([(-1_i64, "x")]),
        );
        assert_eq!(
            found.first().map(|v| (v.path.as_str(), &*v.rule_id)),
            Some(("[-1]", "int64.gt"))
        );
    }
}
