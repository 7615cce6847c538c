//! Rules of values, as JSON Schema has them.

use everwire::dynamic::{Shape, What};
use everwire::schema::{Dialect, Int};
use everwire::validate::{Literal, Rule};
use serde_json::{Value, json};

use super::bytes::{self, base64};
use super::value::nullable;
use super::{Document, Object, any_of, object, text};
use crate::lock::spelled_rule;

/// The UUID of zeros (RFC 9562, section 5.9).
const NIL: &str = "00000000-0000-0000-0000-000000000000";

impl Document<'_> {
    /// The schema of a value that follows rules. Presence of its own makes `required` a matter of what holds it.
    pub(super) fn ruled(
        &self,
        of: &str,
        shape: &Shape,
        rules: &[Rule],
        has_presence: bool,
    ) -> Object {
        let rules: &[Rule] = match rules.contains(&Rule::IgnoreAlways) {
            true => &[],
            false => rules,
        };
        let shape = &match rules {
            [] => shape.clone(),
            _ => unwrapped(shape),
        };
        if let Some(zero) = self.ignored(shape, rules, has_presence) {
            let rules: Vec<Rule> = rules
                .iter()
                .copied()
                .filter(|one| *one != Rule::IgnoreIfZero)
                .collect();
            let ruled = self.ruled(of, shape, &rules, has_presence);
            return any_of(vec![zero, Value::Object(ruled)]);
        }
        let mut schema = self.value(shape);
        let mut rest: Vec<&Rule> = Vec::new();
        for rule in rules {
            let is_said = match rule {
                Rule::Kind(_) | Rule::IgnoreIfZero => true,
                Rule::Required => has_presence || self.not_zero(shape, &mut schema),
                Rule::Items(inner) => self.items(of, shape, inner, &mut schema),
                Rule::Values(inner) => self.map_values(of, shape, inner, &mut schema),
                Rule::Keys(inner) => self.map_keys(of, shape, inner, &mut schema),
                Rule::MinItems(count) => say(&mut schema, "minItems", (*count).into()),
                Rule::MaxItems(count) => say(&mut schema, "maxItems", (*count).into()),
                Rule::Unique => say(&mut schema, "uniqueItems", true.into()),
                Rule::MinPairs(count) => say(&mut schema, "minProperties", (*count).into()),
                Rule::MaxPairs(count) => say(&mut schema, "maxProperties", (*count).into()),
                Rule::Const(value) => self.listed(shape, &[*value], true, &mut schema),
                Rule::In(values) => self.listed(shape, values, true, &mut schema),
                Rule::NotIn(values) => self.listed(shape, values, false, &mut schema),
                Rule::Example(values) => self.examples(shape, values, &mut schema),
                Rule::DefinedOnly => self.defined(shape, &mut schema),
                rule if matches!(shape, Shape::String) => text::rule(rule, &mut schema),
                Rule::Gt(_) | Rule::Gte(_) | Rule::Lt(_) | Rule::Lte(_) => true,
                Rule::Len(_) | Rule::MinLen(_) | Rule::MaxLen(_) => *shape == Shape::Bytes,
                Rule::Uuid | Rule::Ipv6 if *shape == Shape::Bytes => {
                    schema = bytes::of(16, Some(16));
                    true
                }
                Rule::Ipv4 if *shape == Shape::Bytes => {
                    schema = bytes::of(4, Some(4));
                    true
                }
                Rule::Finite => finite(&mut schema),
                _ => false,
            };
            if !is_said {
                rest.push(rule);
            }
        }
        if !self.bounds(shape, rules, &mut schema) {
            let is_bound = |rule: &&Rule| {
                matches!(
                    rule,
                    Rule::Gt(_) | Rule::Gte(_) | Rule::Lt(_) | Rule::Lte(_)
                )
            };
            rest.extend(rules.iter().filter(is_bound));
        }
        if *shape == Shape::Bytes {
            lengths(rules, &mut schema);
        }
        for rule in rest {
            self.leave_out(of, &spelled_rule(rule), &mut schema);
        }
        schema
    }

    /// The zero that rules ignore, where they say that and there are some: what it is in JSON.
    fn ignored(&self, shape: &Shape, rules: &[Rule], has_presence: bool) -> Option<Value> {
        let is_ignored = rules.contains(&Rule::IgnoreIfZero) && !rules.contains(&Rule::Required);
        if !is_ignored || has_presence || rules.len() == 1 {
            return None;
        }
        let mut other = self.value(shape);
        let base = Value::Object(other.clone());
        if !self.not_zero(shape, &mut other) || Value::Object(other.clone()) == base {
            return None;
        }
        Some(json!({ "allOf": [base], "not": other }))
    }

    /// Values that show what the field is for.
    fn examples(&self, shape: &Shape, values: &[Literal], schema: &mut Object) -> bool {
        match self.written(shape, values) {
            Some(all) => {
                schema.insert("examples".into(), all.into());
                true
            }
            None => false,
        }
    }

    /// A value that is neither zero nor empty.
    pub(super) fn not_zero(&self, shape: &Shape, schema: &mut Object) -> bool {
        match shape {
            Shape::String => say(schema, "minLength", 1.into()),
            Shape::Bytes => say(schema, "minLength", 4.into()),
            Shape::List(_) => say(schema, "minItems", 1.into()),
            Shape::Map(..) => say(schema, "minProperties", 1.into()),
            Shape::Bool => say(schema, "const", true.into()),
            Shape::Int(_) => also(schema, json!({ "not": { "enum": [0, "0"] } })),
            Shape::Uuid => also(schema, json!({ "not": { "const": NIL } })),
            Shape::Float32 | Shape::Float64 => also(schema, json!({ "not": { "const": 0 } })),
            Shape::Named(name) => match self.types.get(name).map(|one| &one.what) {
                Some(What::Enum { values, .. }) => {
                    let mut zero = vec![json!(0)];
                    let values = values.iter().filter(|value| value.number == 0);
                    zero.extend(values.flat_map(|value| {
                        let names = std::iter::once(&value.name).chain(&value.aliases);
                        names.map(|name| json!(name))
                    }));
                    also(schema, json!({ "not": { "enum": zero } }))
                }
                // A message that is there is required and there.
                _ => true,
            },
            _ => true,
        }
    }

    fn items(&self, of: &str, shape: &Shape, rules: &[Rule], schema: &mut Object) -> bool {
        let element = match shape {
            Shape::Fixed(inner, _) => match &**inner {
                Shape::List(element) => element,
                _ => return false,
            },
            Shape::List(element) => element,
            _ => return false,
        };
        let schema_of = self.inner(&format!("{of}[]"), element, rules);
        say(schema, "items", Value::Object(schema_of))
    }

    fn map_values(&self, of: &str, shape: &Shape, rules: &[Rule], schema: &mut Object) -> bool {
        let Shape::Map(_, value) = shape else {
            return false;
        };
        let schema_of = self.inner(&format!("{of}{{}}"), value, rules);
        say(schema, "additionalProperties", Value::Object(schema_of))
    }

    fn map_keys(&self, of: &str, shape: &Shape, rules: &[Rule], schema: &mut Object) -> bool {
        match shape {
            Shape::Map(key, _) if **key == Shape::String => {
                let mut names = self.inner(&format!("{of}{{key}}"), key, rules);
                names.remove("type");
                say(schema, "propertyNames", Value::Object(names))
            }
            _ => false,
        }
    }

    fn inner(&self, of: &str, shape: &Shape, rules: &[Rule]) -> Object {
        match shape {
            Shape::Option(inner) => nullable(self.ruled(of, inner, rules, true)),
            shape => self.ruled(of, shape, rules, false),
        }
    }

    /// One of some values, or none of them.
    fn listed(&self, shape: &Shape, values: &[Literal], is_in: bool, schema: &mut Object) -> bool {
        if values.is_empty() {
            return true;
        }
        let is_any = matches!(shape, Shape::Named(name) if name == "google.protobuf.Any");
        let Some(all) = self.written(shape, values) else {
            return false;
        };
        let said = match is_in {
            true => json!({ "enum": all }),
            false => json!({ "not": { "enum": all } }),
        };
        match is_any {
            true => also(schema, json!({ "properties": { "@type": said } })),
            false => also(schema, said),
        }
    }

    /// What values are in JSON, in each form that is read; none of what has too many.
    fn written(&self, shape: &Shape, values: &[Literal]) -> Option<Vec<Value>> {
        let mut all: Vec<Value> = Vec::new();
        for value in values {
            match (value, shape) {
                (Literal::Bool(value), _) => all.push(json!(value)),
                (Literal::Int(number), Shape::Named(name)) => {
                    let Some(What::Enum { values, .. }) = self.types.get(name).map(|one| &one.what)
                    else {
                        return None;
                    };
                    all.push(number_of(*number));
                    let names = values
                        .iter()
                        .filter(|one| i128::from(one.number) == *number);
                    all.extend(names.flat_map(|one| {
                        let names = std::iter::once(&one.name).chain(&one.aliases);
                        names.map(|name| json!(name))
                    }));
                }
                (Literal::Int(_) | Literal::Uint(_), Shape::Int(int)) => {
                    all.push(literal_number(value));
                    let is_quoted = int.is_wide() || int.is_128();
                    if self.dialect == Dialect::Proto && is_quoted {
                        all.push(json!(value.to_string()));
                    }
                }
                (Literal::Int(number), _) => all.push(number_of(*number)),
                (Literal::Float(number), Shape::Float32) => {
                    // As an `f32` is written, and as it is compared.
                    all.push(json!(number));
                    let single = *number as f32;
                    all.push(json!(single.to_string().parse::<f64>().unwrap_or_default()));
                }
                (Literal::Float(number), _) if number.is_finite() => all.push(json!(number)),
                (Literal::Str(text), Shape::Bytes) => all.push(json!(base64(text.as_bytes()))),
                (Literal::Str(_), Shape::Named(name)) if name != "google.protobuf.Any" => {
                    return None;
                }
                (Literal::Str(text), _) => all.push(json!(text)),
                (Literal::Bytes(value), _) => all.push(json!(base64(value))),
                _ => return None,
            }
        }
        Some(all)
    }

    /// A value that an open enum lists.
    fn defined(&self, shape: &Shape, schema: &mut Object) -> bool {
        let Shape::Named(name) = shape else {
            return false;
        };
        let Some(What::Enum { values, .. }) = self.types.get(name).map(|one| &one.what) else {
            return false;
        };
        let mut all: Vec<Value> = Vec::new();
        for value in values {
            all.push(json!(value.number));
            let names = std::iter::once(&value.name).chain(&value.aliases);
            all.extend(names.map(|name| json!(name)));
        }
        also(schema, json!({ "enum": all }))
    }

    /// Bounds of numbers; whether there was nothing else.
    fn bounds(&self, shape: &Shape, rules: &[Rule], schema: &mut Object) -> bool {
        let mut lower: Option<(&str, Value, f64)> = None;
        let mut upper: Option<(&str, Value, f64)> = None;
        for rule in rules {
            let (place, word, literal) = match rule {
                Rule::Gt(value) => (&mut lower, "exclusiveMinimum", value),
                Rule::Gte(value) => (&mut lower, "minimum", value),
                Rule::Lt(value) => (&mut upper, "exclusiveMaximum", value),
                Rule::Lte(value) => (&mut upper, "maximum", value),
                _ => continue,
            };
            let Some(number) = literal_float(literal) else {
                return false;
            };
            *place = Some((word, literal_number(literal), number));
        }
        if lower.is_none() && upper.is_none() {
            return true;
        }
        if !matches!(shape, Shape::Int(_) | Shape::Float32 | Shape::Float64) {
            return false;
        }
        let bound = |one: &(&str, Value, f64)| json!({ one.0: one.1 });
        // NaN is in no range, and infinity in none that has an end there.
        let is_float = !matches!(shape, Shape::Int(_));
        let mut wanted = match (&lower, &upper) {
            (Some(low), Some(high)) if low.2 > high.2 => {
                json!({ "anyOf": [bound(low), bound(high)] })
            }
            _ => {
                let mut both = Object::new();
                for (word, value, _) in lower.iter().chain(&upper) {
                    both.insert((*word).to_owned(), value.clone());
                }
                Value::Object(both)
            }
        };
        if is_float {
            let mut never = vec!["NaN"];
            let is_outside = matches!((&lower, &upper), (Some(low), Some(high)) if low.2 > high.2);
            if upper.is_some() && !is_outside {
                never.push("Infinity");
            }
            if lower.is_some() && !is_outside {
                never.push("-Infinity");
            }
            wanted = json!({ "allOf": [wanted, { "not": { "enum": never } }] });
        }
        also(schema, wanted)
    }
}

/// Says one word; what was said before must hold too.
pub(super) fn say(schema: &mut Object, word: &str, value: Value) -> bool {
    let is_looser = match (word, schema.get(word)) {
        (_, None) => true,
        ("items" | "additionalProperties", Some(_)) => true,
        (word, Some(before)) if word.starts_with("min") => before.as_u64() <= value.as_u64(),
        (word, Some(before)) if word.starts_with("max") => before.as_u64() >= value.as_u64(),
        (_, Some(_)) => return also(schema, json!({ word: value })),
    };
    if is_looser {
        schema.insert(word.to_owned(), value);
    }
    true
}

/// Says what must hold besides.
pub(super) fn also(schema: &mut Object, more: Value) -> bool {
    let mut rest = Object::new();
    for (word, value) in object(more) {
        let before = schema.get(&word).and_then(Value::as_f64);
        let is_tighter = before
            .zip(value.as_f64())
            .map(|(before, now)| match word.as_str() {
                "minimum" => Some(now >= before),
                "maximum" => Some(now <= before),
                _ => None,
            });
        match is_tighter.flatten() {
            Some(true) => {
                schema.insert(word, value);
            }
            Some(false) => {}
            None if schema.contains_key(&word) => {
                rest.insert(word, value);
            }
            None => {
                schema.insert(word, value);
            }
        }
    }
    if rest.is_empty() {
        return true;
    }
    match schema.get_mut("allOf") {
        Some(Value::Array(all)) => all.push(Value::Object(rest)),
        _ => {
            schema.insert("allOf".into(), json!([rest]));
        }
    }
    true
}

fn finite(schema: &mut Object) -> bool {
    also(schema, json!({ "type": "number" }))
}

/// The bounds of a length of bytes.
fn lengths(rules: &[Rule], schema: &mut Object) {
    let (mut least, mut most) = (0, None);
    for rule in rules {
        match rule {
            Rule::Len(count) => (least, most) = (*count, Some(*count)),
            Rule::MinLen(count) => least = *count,
            Rule::MaxLen(count) => most = Some(*count),
            _ => {}
        }
    }
    if least > 0 || most.is_some() {
        for (word, value) in bytes::of(least, most) {
            match word.as_str() {
                "pattern" => schema.insert(word, value),
                "minLength" | "maxLength" => {
                    say(schema, &word, value);
                    None
                }
                _ => None,
            };
        }
    }
}

fn literal_float(literal: &Literal) -> Option<f64> {
    match literal {
        Literal::Int(number) => Some(*number as f64),
        Literal::Uint(number) => Some(*number as f64),
        Literal::Float(number) if number.is_finite() => Some(*number),
        _ => None,
    }
}

fn literal_number(literal: &Literal) -> Value {
    match literal {
        Literal::Int(number) => number_of(*number),
        Literal::Uint(number) => json!(*number as f64),
        Literal::Float(number) => json!(number),
        _ => Value::Null,
    }
}

/// A number; beyond 64 bits the nearest that a float has.
fn number_of(number: i128) -> Value {
    match (i64::try_from(number), u64::try_from(number)) {
        (Ok(number), _) => json!(number),
        (_, Ok(number)) => json!(number),
        _ => json!(number as f64),
    }
}

/// The shape of the value of a wrapper, whose JSON it has; of all else, its own.
fn unwrapped(shape: &Shape) -> Shape {
    let Shape::Named(name) = shape else {
        return shape.clone();
    };
    match name.as_str() {
        "google.protobuf.BoolValue" => Shape::Bool,
        "google.protobuf.BytesValue" => Shape::Bytes,
        "google.protobuf.DoubleValue" => Shape::Float64,
        "google.protobuf.FloatValue" => Shape::Float32,
        "google.protobuf.Int32Value" => Shape::Int(Int::I32),
        "google.protobuf.Int64Value" => Shape::Int(Int::I64),
        "google.protobuf.StringValue" => Shape::String,
        "google.protobuf.UInt32Value" => Shape::Int(Int::U32),
        "google.protobuf.UInt64Value" => Shape::Int(Int::U64),
        _ => shape.clone(),
    }
}
