//! Bounds on numbers, durations and points in time.

use std::cmp::Ordering;

use super::Level;
use crate::check::literal::spell;
use crate::model::{Literal, Rule, RuleName, Shape};

pub(super) fn check(level: &mut Level<'_>) {
    let upper = side(level, &[RuleName::Lt, RuleName::Lte, RuleName::LtNow]);
    let lower = side(level, &[RuleName::Gt, RuleName::Gte, RuleName::GtNow]);
    match (lower, upper) {
        (Some((low, least)), Some((high, most))) => {
            let strict = low == RuleName::Gt || high == RuleName::Lt;
            let empty = match compare(&least, &most) {
                Some(Ordering::Equal) => strict,
                Some(Ordering::Less) => {
                    low == RuleName::Gt && high == RuleName::Lt && adjacent(&least, &most)
                }
                _ => false,
            };
            if empty {
                level.clash(low, high, "leave no value", "widen one of the bounds");
            }
        }
        (low, high) => {
            let Shape::Int(int) = level.shape else { return };
            let (least, most) = int.range();
            let outside = match (&low, &high) {
                (_, Some((RuleName::Lt, Literal::Int(bound)))) if *bound <= least => high,
                (Some((RuleName::Gt, Literal::Int(bound))), _) if *bound >= most => low,
                _ => None,
            };
            if let Some((rule, _)) = outside {
                let why = format!("leaves no value of {}", spell(level.shape));
                level.alone(rule, &why, "move the bound into the type's range");
            }
        }
    }
}

/// The bound on one side; two of them are told.
fn side(level: &mut Level<'_>, names: &[RuleName]) -> Option<(RuleName, Literal)> {
    let present: Vec<RuleName> = names
        .iter()
        .copied()
        .filter(|name| level.at(*name).is_some())
        .collect();
    if let [first, second, ..] = present.as_slice() {
        level.clash(*first, *second, "bound the same side", "keep one of them");
        return None;
    }
    level.rules.iter().find_map(|(name, rule, _)| match rule {
        Rule::Lt(bound) | Rule::Lte(bound) | Rule::Gt(bound) | Rule::Gte(bound)
            if names.contains(name) =>
        {
            Some((*name, bound.clone()))
        }
        _ => None,
    })
}

fn adjacent(least: &Literal, most: &Literal) -> bool {
    matches!((least, most), (Literal::Int(least), Literal::Int(most)) if least.checked_add(1) == Some(*most))
}

/// The order of two bounds of one type.
pub(super) fn compare(left: &Literal, right: &Literal) -> Option<Ordering> {
    match (left, right) {
        (Literal::Int(left), Literal::Int(right)) => Some(left.cmp(right)),
        (Literal::Float(left), Literal::Float(right)) => left.partial_cmp(right),
        (
            Literal::Duration { seconds, nanos },
            Literal::Duration {
                seconds: other_seconds,
                nanos: other_nanos,
            },
        )
        | (
            Literal::Timestamp { seconds, nanos },
            Literal::Timestamp {
                seconds: other_seconds,
                nanos: other_nanos,
            },
        ) => Some((seconds, nanos).cmp(&(other_seconds, other_nanos))),
        _ => None,
    }
}
