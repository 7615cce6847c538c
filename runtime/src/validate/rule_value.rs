//! What a rule compares with, for a message of one's own: `3` of `min_len = 3`.

use alloc::sync::Arc;
use core::fmt;

use super::{Bound, Literal, Plan};

/// What a rule compares with: `3` in `min_len = 3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RuleValue {
    /// One value; for rules that say no more than their name, `true`.
    One(Literal),
    /// All values of `in` or `not_in`.
    Any(&'static [Literal]),
}

/// One value as it is, text without quotes; several with commas between them.
impl fmt::Display for RuleValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RuleValue::One(Literal::Str(text)) => f.write_str(text),
            RuleValue::One(literal) => literal.fmt(f),
            RuleValue::Any(literals) => literals.iter().enumerate().try_for_each(|(at, one)| {
                f.write_str(if at == 0 { "" } else { ", " })?;
                RuleValue::One(*one).fmt(f)
            }),
        }
    }
}

/// The values of all rules that an id names: `gt` and `lte` for `gt_lte`.
pub(super) fn of(plan: &Plan, id: &str) -> Arc<[(&'static str, RuleValue)]> {
    let id = id.split_once('.').map_or(id, |(_, rule)| rule);
    let one = |literal| Some(RuleValue::One(literal));
    let count = |count: Option<u64>| count.and_then(|n| one(Literal::Int(n.into())));
    let is = |is: bool| is.then_some(RuleValue::One(Literal::Bool(true)));
    let any = |list: &'static [Literal]| (!list.is_empty()).then_some(RuleValue::Any(list));
    let is_bound = id.starts_with("gt") || id.starts_with("lt");
    if is_bound && !id.ends_with("_now") {
        let lower = plan.lower.map(|bound| end(["gt", "gte"], bound));
        let upper = plan.upper.map(|bound| end(["lt", "lte"], bound));
        return match (lower, upper) {
            (Some(lower), Some(upper)) => Arc::new([lower, upper]),
            (lower, upper) => lower.or(upper).into_iter().collect(),
        };
    }
    let (name, value) = match id {
        "const" => ("const", plan.equal.and_then(one)),
        "in" => ("in", any(plan.one_of)),
        "not_in" => ("not_in", any(plan.none_of)),
        "within" => ("within", plan.within.and_then(one)),
        "len" => ("len", count(plan.len)),
        "min_len" => ("min_len", count(plan.min_len)),
        "max_len" => ("max_len", count(plan.max_len)),
        "len_bytes" => ("len_bytes", count(plan.len_bytes)),
        "min_bytes" => ("min_bytes", count(plan.min_bytes)),
        "max_bytes" => ("max_bytes", count(plan.max_bytes)),
        "pattern" => {
            let source = plan.pattern.map(|pattern| pattern.pattern().source());
            ("pattern", source.and_then(|text| one(Literal::Str(text))))
        }
        "prefix" => ("prefix", plan.prefix.and_then(one)),
        "suffix" => ("suffix", plan.suffix.and_then(one)),
        "contains" => ("contains", plan.contains.and_then(one)),
        "not_contains" => ("not_contains", plan.not_contains.and_then(one)),
        "min_items" => ("min_items", count(plan.min_items)),
        "max_items" => ("max_items", count(plan.max_items)),
        "min_pairs" => ("min_pairs", count(plan.min_pairs)),
        "max_pairs" => ("max_pairs", count(plan.max_pairs)),
        "required" => ("required", is(plan.required)),
        "finite" => ("finite", is(plan.finite)),
        "unique" => ("unique", is(plan.unique)),
        "defined_only" => ("defined_only", is(plan.defined_only)),
        "lt_now" => ("lt_now", is(plan.lt_now)),
        "gt_now" => ("gt_now", is(plan.gt_now)),
        _ => ("", None),
    };
    value.into_iter().map(|value| (name, value)).collect()
}

/// An end by its name, of those for an open and a closed one.
fn end([open, closed]: [&'static str; 2], bound: Bound) -> (&'static str, RuleValue) {
    match bound {
        Bound::Open(literal) => (open, RuleValue::One(literal)),
        Bound::Closed(literal) => (closed, RuleValue::One(literal)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Rule;
    use super::*;

    #[test]
    fn an_id_of_a_range_has_both_ends() {
        let one = |number| RuleValue::One(Literal::Int(number));
        let (gt, lte) = (Rule::Gt(Literal::Int(1)), Rule::Lte(Literal::Int(9)));
        type Case<'a> = (&'a [Rule], &'a str, &'a [(&'a str, RuleValue)]);
        let cases: [Case; 4] = [
            (
                &[gt, lte],
                "int32.gt_lte",
                &[("gt", one(1)), ("lte", one(9))],
            ),
            (&[gt], "int32.gt", &[("gt", one(1))]),
            (&[lte], "int32.lte", &[("lte", one(9))]),
            (&[gt, Rule::LtNow], "timestamp.gt_now", &[]),
        ];
        for (rules, id, expected) in cases {
            assert_eq!(*of(&Plan::of(rules), id), *expected, "{id}");
        }
    }
}
