//! `duplicate-number`: two fields of a message, or two variants of an enum, have one number.
//!
//! The number is what tells fields apart on the wires, so it must be theirs alone. Two names for
//! one value of an enum are one variant with an `alias`.
//!
//! ```text
//! #[codec(1)] id: u64,
//! #[codec(1)] name: String,   // write #[codec(2)]
//! ```

use std::collections::BTreeMap;

use super::view::{Class, Numbered, View};
use crate::model::{At, Diagnostic, FieldNumber};

pub(crate) const ID: &str = "duplicate-number";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for message in &view.messages {
        let numbers = message.fields.iter().flat_map(|field| {
            let valid = |one: &&Numbered| FieldNumber::new(one.number.value).is_some();
            let numbers = field.numbers.iter().filter(valid);
            numbers.map(|one| (one.number.value, field.label.as_str(), one.number.at))
        });
        let next = message.next_number();
        report(numbers, "field number", next, found);
    }
    let numbers = view.variants.iter().filter_map(|variant| {
        let number = variant.number?;
        Some((number.value, variant.label.as_str(), number.at))
    });
    let largest = view
        .variants
        .iter()
        .filter_map(|variant| variant.number)
        .map(|number| number.value)
        .max();
    let next = largest.unwrap_or(0).saturating_add(1);
    let what = match view.class {
        Class::Enum => "number",
        _ => "field number",
    };
    report(numbers, what, next, found);
}

fn report<'a>(
    numbers: impl Iterator<Item = (i128, &'a str, At)>,
    what: &str,
    mut next: i128,
    found: &mut Vec<Diagnostic>,
) {
    let mut first: BTreeMap<i128, (&str, At)> = BTreeMap::new();
    for (number, label, at) in numbers {
        match first.get(&number) {
            None => {
                first.insert(number, (label, at));
            }
            Some((owner, place)) => {
                let message = if *owner == label {
                    format!("{what} {number} is listed twice in `{label}`")
                } else {
                    format!("{what} {number} of `{label}` is already the number of `{owner}`")
                };
                let help = format!("give `{label}` a number of its own; {next} is free");
                found.push(
                    Diagnostic::new(ID, at, message)
                        .label(*place, "first used here")
                        .help(help),
                );
                next = next.saturating_add(1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{field, found, item_enum, message, variant};
    use crate::model::Shape;

    #[test]
    fn the_second_field_is_told_of_the_first() {
        let item = message([
            field("id", Shape::Bool).numbered(1),
            field("name", Shape::Bool).numbered(1),
            field("event", Shape::Opaque).oneof([4, 4, 1]),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "field number 1 of `name` is already the number of `id`\nhelp: give `name` a number of its own; 5 is free",
                "field number 4 is listed twice in `event`\nhelp: give `event` a number of its own; 6 is free",
                "field number 1 of `event` is already the number of `id`\nhelp: give `event` a number of its own; 7 is free",
            ]
        );
    }

    #[test]
    fn variants_have_numbers_of_their_own() {
        let item = item_enum([variant("A").numbered(0), variant("B").numbered(0)]);
        assert_eq!(
            found(check, &item),
            [
                "number 0 of `B` is already the number of `A`\nhelp: give `B` a number of its own; 1 is free"
            ]
        );
    }

    #[test]
    fn distinct_numbers_are_silent() {
        let item = message([
            field("id", Shape::Bool).numbered(2),
            field("name", Shape::Bool).numbered(1),
        ]);
        assert!(found(check, &item).is_empty());
    }
}
