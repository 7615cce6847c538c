//! Values that are listed, formats, and pieces of text.

use std::cmp::Ordering;

use super::Level;
use super::bounds::compare;
use crate::model::{Literal, Rule, RuleName};

pub(super) fn check(level: &mut Level<'_>) {
    constant(level);
    lists(level);
    formats(level);
    pieces(level);
}

fn constant(level: &mut Level<'_>) {
    let names: Vec<RuleName> = level.rules.iter().map(|(name, ..)| *name).collect();
    for name in names {
        let is_about_value = !matches!(
            name,
            RuleName::Const | RuleName::Required | RuleName::Ignore | RuleName::Example
        );
        if is_about_value {
            level.clash(
                RuleName::Const,
                name,
                "speak of one value",
                "keep `const` alone",
            );
        }
    }
}

fn lists(level: &mut Level<'_>) {
    for name in [RuleName::In, RuleName::NotIn] {
        if list(level, name).is_some_and(<[Literal]>::is_empty) {
            let help = format!("list the values, or remove `{}`", name.name());
            level.alone(name, "lists nothing", &help);
        }
    }
    let Some(allowed) = list(level, RuleName::In).filter(|values| !values.is_empty()) else {
        return;
    };
    if let Some(refused) = list(level, RuleName::NotIn)
        && allowed.iter().all(|value| refused.contains(value))
    {
        let help = "`not_in` lists every value of `in`; remove one of them";
        level.clash(RuleName::In, RuleName::NotIn, "leave no value", help);
        return;
    }
    let empty = level.rules.iter().find_map(|(name, rule, _)| {
        let follows = |value: &Literal| match rule {
            Rule::Lt(bound) => compare(value, bound).is_none_or(Ordering::is_lt),
            Rule::Lte(bound) => compare(value, bound).is_none_or(Ordering::is_le),
            Rule::Gt(bound) => compare(value, bound).is_none_or(Ordering::is_gt),
            Rule::Gte(bound) => compare(value, bound).is_none_or(Ordering::is_ge),
            _ => true,
        };
        (!allowed.iter().any(follows)).then_some(*name)
    });
    let bounds = level.rules.iter().filter(|(_, rule, _)| {
        matches!(
            rule,
            Rule::Lt(_) | Rule::Lte(_) | Rule::Gt(_) | Rule::Gte(_)
        )
    });
    if let (Some(name), 1) = (empty, bounds.count()) {
        let help = format!(
            "no value of `in` follows `{}`; remove one of them",
            name.name()
        );
        level.clash(RuleName::In, name, "leave no value", &help);
    }
}

fn formats(level: &mut Level<'_>) {
    let mut names = level
        .rules
        .iter()
        .filter(|(_, rule, _)| matches!(rule, Rule::Format(_)))
        .map(|(name, ..)| *name);
    let Some(first) = names.next() else { return };
    let others: Vec<RuleName> = names.filter(|name| *name != first).collect();
    for other in others {
        level.clash(first, other, "are two formats", "keep one of them");
    }
}

fn pieces(level: &mut Level<'_>) {
    let piece = |wanted: RuleName| {
        level.rules.iter().find_map(|(name, rule, _)| match rule {
            Rule::Prefix(piece)
            | Rule::Suffix(piece)
            | Rule::Contains(piece)
            | Rule::NotContains(piece)
                if *name == wanted =>
            {
                match piece {
                    Literal::Str(text) => Some(text.clone()),
                    _ => None,
                }
            }
            _ => None,
        })
    };
    let Some(refused) = piece(RuleName::NotContains) else {
        return;
    };
    let pieces =
        [RuleName::Prefix, RuleName::Suffix, RuleName::Contains].map(|name| (name, piece(name)));
    for (name, text) in pieces {
        if text.is_some_and(|text| text.contains(&refused)) {
            let help = format!("what `not_contains` forbids is part of `{}`", name.name());
            level.clash(name, RuleName::NotContains, "leave no value", &help);
        }
    }
}

fn list<'a>(level: &'a Level<'_>, wanted: RuleName) -> Option<&'a [Literal]> {
    level.rules.iter().find_map(|(name, rule, _)| match rule {
        Rule::In(values) | Rule::NotIn(values) if *name == wanted => Some(values.as_slice()),
        _ => None,
    })
}
