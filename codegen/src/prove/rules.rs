//! Values at which rules differ: on both sides of each bound, at each length, of each format, and matches of each pattern.
//!
//! Bounds, lengths and lists cut the values of a type into pieces on which they say the same, and a value of each piece is tried as far as
//! that can be paid; `decided` sees whether it was. Of patterns and text that must be within, examples are tried; what they do not show is
//! not proved.

mod decided;
mod known;
mod pattern;
mod text;

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use everwire::Type;
use everwire::dynamic::{Key, Value};
use everwire::schema::Int;
use everwire::validate::{Literal, Rule};

use super::sample;
pub(super) use decided::are_decided;

/// Values of a type at which rules differ.
pub(super) fn values(ty: &Type, rules: &[Rule]) -> Vec<Value> {
    match ty {
        Type::Option(inner) => {
            let mut all = values(inner, rules);
            all.push(Value::Null);
            all
        }
        Type::Bool => vec![true.into(), false.into()],
        Type::Int(int) => integers(*int, rules),
        Type::Float32 => floats(rules)
            .into_iter()
            .map(|float| Value::Float32(float as f32))
            .collect(),
        Type::Float64 => floats(rules).into_iter().map(Value::Float64).collect(),
        Type::String => text::strings(rules).into_iter().map(Value::from).collect(),
        Type::Bytes => text::bytes(rules).into_iter().map(Value::Bytes).collect(),
        Type::Char => text::strings(rules)
            .iter()
            .filter_map(|text| text.chars().next())
            .map(Value::Char)
            .collect(),
        Type::Duration => durations(rules),
        Type::Timestamp => timestamps(rules),
        Type::Enum(_) => {
            let mut numbers: Vec<i32> = literals(rules)
                .iter()
                .filter_map(whole)
                .filter_map(|number| number.try_into().ok())
                .collect();
            numbers.push(0);
            let mut all: Vec<Value> = numbers.into_iter().map(Value::Enum).collect();
            all.extend(sample::values(ty, None, 0));
            all
        }
        Type::List(element) | Type::Fixed(Type::List(element), _) => lists(element, rules),
        Type::Map(key, value) => maps(key, value, rules),
        Type::Message(link) => known::messages(link.schema(), rules),
        _ => Vec::new(),
    }
}

/// The literals that rules compare with.
fn literals(rules: &[Rule]) -> Vec<Literal> {
    let mut all = Vec::new();
    for rule in rules {
        match rule {
            Rule::Const(one)
            | Rule::Lt(one)
            | Rule::Lte(one)
            | Rule::Gt(one)
            | Rule::Gte(one)
            | Rule::Within(one) => all.push(*one),
            Rule::In(many) | Rule::NotIn(many) => all.extend(many.iter().copied()),
            _ => {}
        }
    }
    all
}

fn whole(literal: &Literal) -> Option<i128> {
    match literal {
        Literal::Int(number) => Some(*number),
        Literal::Uint(number) => (*number).try_into().ok(),
        _ => None,
    }
}

/// Each number, and its neighbours.
fn integers(int: Int, rules: &[Rule]) -> Vec<Value> {
    let (least, most) = sample::range(int);
    let mut numbers = vec![1, 0, -1, least, most];
    for number in literals(rules).iter().filter_map(whole) {
        numbers.extend([number, number.saturating_add(1), number.saturating_sub(1)]);
    }
    numbers.retain(|number| (least..=most).contains(number));
    let value = |number: i128| match (int, u128::try_from(number)) {
        (Int::U128, Ok(number)) => Value::Uint(number),
        _ => Value::Int(number),
    };
    numbers.into_iter().map(value).collect()
}

fn floats(rules: &[Rule]) -> Vec<f64> {
    let mut all = vec![
        1.0,
        0.0,
        -1.0,
        f64::from(f32::MAX),
        f64::from(f32::MIN),
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
    ];
    for literal in literals(rules) {
        let float = match literal {
            Literal::Float(float) => float,
            literal => match whole(&literal) {
                Some(number) => number as f64,
                None => continue,
            },
        };
        let narrow = float as f32;
        all.extend([
            float,
            float.next_up(),
            float.next_down(),
            f64::from(narrow.next_up()),
            f64::from(narrow.next_down()),
        ]);
    }
    all
}

fn durations(rules: &[Rule]) -> Vec<Value> {
    let mut all = vec![
        Duration::from_secs(1),
        Duration::ZERO,
        Duration::from_secs(315_576_000_000),
    ];
    for literal in literals(rules) {
        if let Literal::Duration { secs, nanos } = literal
            && let (Ok(secs), Ok(nanos)) = (secs.try_into(), nanos.try_into())
        {
            let one = Duration::new(secs, nanos);
            let step = Duration::from_nanos(1);
            all.extend(
                [Some(one), one.checked_add(step), one.checked_sub(step)]
                    .into_iter()
                    .flatten(),
            );
        }
    }
    all.into_iter().map(Value::Duration).collect()
}

fn timestamps(rules: &[Rule]) -> Vec<Value> {
    let epoch = SystemTime::UNIX_EPOCH;
    let mut all = vec![
        epoch + Duration::from_secs(1),
        epoch,
        epoch + Duration::from_secs(200_000_000_000),
    ];
    for literal in literals(rules) {
        if let Literal::Timestamp { secs, nanos } = literal
            && let Ok(nanos) = u32::try_from(nanos)
        {
            let span = Duration::from_secs(secs.unsigned_abs());
            let whole = if secs < 0 {
                epoch.checked_sub(span)
            } else {
                epoch.checked_add(span)
            };
            let one = whole.and_then(|whole| whole.checked_add(Duration::from_nanos(nanos.into())));
            let step = Duration::from_nanos(1);
            let near = [
                one,
                one.and_then(|one| one.checked_add(step)),
                one.and_then(|one| one.checked_sub(step)),
            ];
            all.extend(near.into_iter().flatten());
        }
    }
    all.into_iter().map(Value::Timestamp).collect()
}

/// The counts that rules compare with, and their neighbours, as far as they are made.
fn counts(rules: &[Rule], longest: usize, of: impl Fn(&Rule) -> Option<u64>) -> Vec<usize> {
    let given = rules
        .iter()
        .filter_map(of)
        .filter_map(|count| usize::try_from(count).ok());
    let mut all: Vec<usize> = vec![1, 0];
    for count in given.filter(|count| *count <= longest) {
        all.extend([count, count + 1, count.saturating_sub(1)]);
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// The longest text that is made.
const LONGEST_TEXT: usize = 1 << 20;

/// The longest list and the largest map that are made.
const LONGEST_LIST: usize = 4096;

/// The longest list of which each element is tried.
const SHORT: usize = 100;

fn inner(rules: &[Rule], of: impl Fn(&Rule) -> Option<&'static [Rule]>) -> Vec<Rule> {
    rules.iter().filter_map(of).flatten().copied().collect()
}

fn lists(element: &Type, rules: &[Rule]) -> Vec<Value> {
    let items = inner(rules, |rule| match rule {
        Rule::Items(inner) => Some(*inner),
        _ => None,
    });
    let sizes = counts(rules, LONGEST_LIST, |rule| match rule {
        Rule::MinItems(count) | Rule::MaxItems(count) => Some(*count),
        _ => None,
    });
    let mut elements = values(element, &items);
    elements.extend(sample::values(element, None, 1));
    let distinct = |size: usize| {
        let made = (0..size).map(|at| sample::typical(element, u32::try_from(at).ok()?, 1));
        made.collect::<Option<Vec<_>>>()
    };
    let mut all: Vec<Value> = Vec::new();
    for size in sizes {
        all.extend(distinct(size).map(Value::List));
        for one in &elements {
            // The element alone, among others, and twice.
            if (1..=SHORT).contains(&size)
                && let Some(mut list) = distinct(size)
            {
                list[0] = one.clone();
                all.push(Value::List(list));
            }
        }
        if let (Some(one), true) = (elements.first(), size > 1) {
            all.push(Value::List(vec![one.clone(); size]));
        }
    }
    all
}

fn maps(key: &Type, value: &Type, rules: &[Rule]) -> Vec<Value> {
    let keys = inner(rules, |rule| match rule {
        Rule::Keys(inner) => Some(*inner),
        _ => None,
    });
    let held = inner(rules, |rule| match rule {
        Rule::Values(inner) => Some(*inner),
        _ => None,
    });
    let sizes = counts(rules, LONGEST_LIST, |rule| match rule {
        Rule::MinPairs(count) | Rule::MaxPairs(count) => Some(*count),
        _ => None,
    });
    let one_key = |seed: usize| -> Option<Key> {
        sample::typical(key, u32::try_from(seed).ok()?, 1)?
            .try_into()
            .ok()
    };
    let filled = |size: usize| {
        let entries = (0..size).map(|at| Some((one_key(at)?, sample::typical(value, 1, 1)?)));
        entries.collect::<Option<BTreeMap<_, _>>>()
    };
    let mut all = Vec::new();
    for size in sizes {
        all.extend(filled(size).map(Value::Map));
        if size > SHORT {
            continue;
        }
        let rest = || filled(size.saturating_sub(1));
        for one in values(key, &keys) {
            if let (Ok(key), Some(mut map), Some(held)) =
                (Key::try_from(one), rest(), sample::typical(value, 1, 1))
            {
                map.insert(key, held);
                all.push(Value::Map(map));
            }
        }
        for one in values(value, &held) {
            if let (Some(key), Some(mut map)) = (one_key(0), rest()) {
                map.insert(key, one);
                all.push(Value::Map(map));
            }
        }
    }
    all
}
