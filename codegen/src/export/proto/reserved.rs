//! What is never used again: statements of protobuf, and options for what those cannot say.

use everwire::dynamic::{Definition, Gone, Listed};

use super::Proto;
use super::declare::Place;
use super::names::is_identifier;
use super::text::quoted;

/// A removed field: its number, slot and type, and its name.
type Removed<'d> = (
    u32,
    u32,
    Option<&'d everwire::dynamic::Shape>,
    Option<&'d str>,
);

impl Proto<'_> {
    /// Statements, and options.
    pub(super) fn reserved(
        &self,
        place: &Place<'_>,
        definition: &Definition,
    ) -> (Vec<String>, Vec<String>) {
        let (mut ranges, mut names) = (Vec::new(), Vec::new());
        let mut options = Vec::new();
        let mut rest = definition.reserved.as_slice();
        while let Some((gone, after)) = rest.split_first() {
            rest = after;
            if let Some(((number, slot, shape, name), after)) = removed(gone, after) {
                rest = after;
                if shape.is_none() && slot == number.wrapping_sub(1) {
                    ranges.push((i64::from(number), i64::from(number)));
                    names.extend(name);
                    continue;
                }
                let mut parts = vec![format!("number: {number}")];
                parts.extend(name.map(|name| format!("name: {}", quoted(name))));
                if slot != number.wrapping_sub(1) || shape.is_none() {
                    parts.push(format!("slot: {slot}"));
                }
                parts.extend(
                    shape.map(|shape| format!("rust: {}", quoted(&self.rust_type(place, shape)))),
                );
                options.push(format!(
                    "option (everwire.message).reserved = {{ {} }};",
                    parts.join(", ")
                ));
                continue;
            }
            match gone {
                Gone::Numbers(first, last) => ranges.push((i64::from(*first), i64::from(*last))),
                Gone::Name(name) => names.push(name.as_str()),
                Gone::Slot(..) => {}
            }
        }
        let mut statements = statements(&ranges, &names);
        // A statement holds names of protobuf alone.
        for name in names.iter().filter(|name| !is_identifier(name)) {
            self.leave_out(format!(
                "{}: the reserved name `{name}`, which protobuf cannot have",
                definition.full_name()
            ));
        }
        statements.retain(|one| !one.is_empty());
        (statements, options)
    }

    /// Statements of an enum, whose values are not among what it reserves.
    pub(super) fn reserved_values(
        &self,
        definition: &Definition,
        values: &[Listed],
    ) -> Vec<String> {
        let has_zero = values.iter().any(|value| value.number == 0);
        let (mut ranges, mut names) = (Vec::new(), Vec::new());
        for gone in &definition.reserved {
            match gone {
                // Zero stands for what protobuf asks for.
                Gone::Numbers(0, 0) if !has_zero => {}
                Gone::Numbers(0, last) if !has_zero => ranges.push((1, i64::from(*last))),
                Gone::Numbers(first, last) => ranges.push((i64::from(*first), i64::from(*last))),
                Gone::Name(name) => names.push(name.as_str()),
                Gone::Slot(..) => {}
            }
        }
        for range in &mut ranges {
            range.1 = range.1.min(i64::from(i32::MAX));
        }
        statements(&ranges, &names)
    }
}

fn statements(ranges: &[(i64, i64)], names: &[&str]) -> Vec<String> {
    let mut statements = Vec::new();
    let shown: Vec<String> = ranges
        .iter()
        .map(|(first, last)| match first == last {
            true => first.to_string(),
            false if *last >= 536_870_911 => format!("{first} to max"),
            false => format!("{first} to {last}"),
        })
        .collect();
    if !shown.is_empty() {
        statements.push(format!("reserved {};", shown.join(", ")));
    }
    let names: Vec<String> = names
        .iter()
        .filter(|name| is_identifier(name))
        .map(|name| quoted(name))
        .collect();
    if !names.is_empty() {
        statements.push(format!("reserved {};", names.join(", ")));
    }
    statements
}

/// A removed field whose slot is told, and what comes behind it.
fn removed<'d>(gone: &'d Gone, rest: &'d [Gone]) -> Option<(Removed<'d>, &'d [Gone])> {
    let Gone::Numbers(number, last) = gone else {
        return None;
    };
    if number != last {
        return None;
    }
    let named = |gone: Option<&'d Gone>| match gone {
        Some(Gone::Name(name)) => Some(name.as_str()),
        _ => None,
    };
    match rest {
        [Gone::Slot(slot, shape), rest @ ..] => {
            let name = named(rest.first());
            let rest = if name.is_some() { &rest[1..] } else { rest };
            Some(((*number, *slot, shape.as_ref(), name), rest))
        }
        [Gone::Name(name), Gone::Slot(slot, shape), rest @ ..] => {
            Some(((*number, *slot, shape.as_ref(), Some(name)), rest))
        }
        _ => None,
    }
}
