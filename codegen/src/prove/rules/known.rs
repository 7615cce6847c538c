//! Messages of `google.protobuf` that rules compare as a value: what an `Any` names, the paths of a mask, moments, spans and wrappers.

use everwire::dynamic::{Message, Value};
use everwire::schema::Schema;
use everwire::validate::{Literal, Rule};

use super::{literals, values};

/// The message of a schema at which rules differ; none where no rule looks into it.
pub(super) fn messages(schema: &'static Schema, rules: &[Rule]) -> Vec<Value> {
    let of = |fields: &[Option<Value>]| {
        let mut message = Message::new(schema);
        for (index, value) in fields.iter().enumerate() {
            message.put(index, value.clone());
        }
        Value::Message(message)
    };
    let literals = literals(rules);
    match &*schema.full_name() {
        "google.protobuf.Any" => urls(&literals)
            .into_iter()
            .map(|url| of(&[Some(url.into())]))
            .collect(),
        "google.protobuf.FieldMask" => masks(&literals)
            .into_iter()
            .map(|paths| of(&[Some(Value::List(paths))]))
            .collect(),
        "google.protobuf.Timestamp" | "google.protobuf.Duration" => moments(&literals)
            .into_iter()
            .map(|(secs, nanos)| {
                of(&[
                    Some(Value::Int(secs.into())),
                    Some(Value::Int(nanos.into())),
                ])
            })
            .collect(),
        name if is_wrapper(name) => match schema.fields() {
            [field] => values(&field.ty(), rules)
                .into_iter()
                .map(|value| of(&[Some(value)]))
                .collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

fn is_wrapper(name: &str) -> bool {
    let own = name.strip_prefix("google.protobuf.");
    own.is_some_and(|own| own.ends_with("Value") && !matches!(own, "Value" | "ListValue"))
}

/// Each type that rules name, and one that none does.
fn urls(literals: &[Literal]) -> Vec<String> {
    let mut all: Vec<String> = texts(literals).map(str::to_owned).collect();
    let other = all.iter().map(|url| format!("{url}x")).collect::<Vec<_>>();
    all.extend(other);
    all.extend(["type.googleapis.com/a.Other".to_owned(), String::new()]);
    all
}

/// Each path that rules name, what is within it, all of them, and one that none names.
fn masks(literals: &[Literal]) -> Vec<Vec<Value>> {
    let mut all: Vec<Vec<Value>> = vec![Vec::new(), vec!["other_path".into()]];
    for text in texts(literals) {
        all.extend([vec![text.into()], vec![format!("{text}.inner").into()]]);
    }
    all.push(texts(literals).map(Value::from).collect());
    for literal in literals {
        if let Literal::Paths(paths) = literal {
            let paths: Vec<Value> = paths.iter().map(|path| Value::from(*path)).collect();
            all.extend(paths.iter().map(|path| vec![path.clone()]));
            all.push(paths);
        }
    }
    all
}

fn texts(literals: &[Literal]) -> impl Iterator<Item = &'static str> {
    literals.iter().filter_map(|literal| match literal {
        Literal::Str(text) => Some(*text),
        _ => None,
    })
}

/// Each moment or span, and its neighbours.
fn moments(literals: &[Literal]) -> Vec<(i64, i32)> {
    const LAST: i32 = 999_999_999;
    let mut all = vec![(1, 0), (0, 0), (-1, 0), (200_000_000_000, 0)];
    for literal in literals {
        if let Literal::Duration { secs, nanos } | Literal::Timestamp { secs, nanos } = *literal {
            // The parts of a span have one sign.
            let is_span = matches!(literal, Literal::Duration { .. });
            let (before, after) = match nanos {
                0 if is_span && secs < 0 => ((secs, -1), (secs.saturating_add(1), -LAST)),
                0 if is_span && secs == 0 => ((0, -1), (0, 1)),
                0 => ((secs.saturating_sub(1), LAST), (secs, 1)),
                LAST => ((secs, LAST - 1), (secs.saturating_add(1), 0)),
                _ => ((secs, nanos - 1), (secs, nanos + 1)),
            };
            all.extend([(secs, nanos), before, after]);
        }
    }
    all
}
