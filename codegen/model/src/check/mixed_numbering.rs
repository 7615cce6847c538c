//! `mixed-numbering`: some fields of a message, or variants of an enum, have numbers, others none.
//!
//! All fields carry a number or none does. Without numbers they are counted in declaration order,
//! and a number beside counted ones would change meaning when a field is inserted.
//!
//! ```text
//! #[codec(1)] id: u64,
//! name: String,   // write #[codec(2)]
//! ```

use super::view::{Role, View};
use crate::model::{Diagnostic, name};

pub(crate) const ID: &str = "mixed-numbering";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for message in view.messages.iter().filter(|message| message.numbered) {
        let mut next = message.next_number();
        for field in &message.fields {
            let missing = field.role == Role::Plain && field.numbers.is_empty();
            if missing && !field.raw.faulty {
                let (label, owner) = (&field.label, &message.owner);
                let text = format!("`{label}` has no number, but other fields of `{owner}` have");
                let help = format!("write `#[codec({next})]` on `{label}`, or number no field");
                found.push(Diagnostic::new(ID, field.raw.at, text).help(help));
                next += 1;
            }
        }
    }
    let numbers = view.variants.iter().filter_map(|variant| variant.number);
    let mut next = numbers.map(|number| number.value).max().unwrap_or(0);
    for variant in &view.variants {
        if variant.number.is_none() && !variant.raw.faulty {
            next = next.saturating_add(1);
            let (label, owner) = (&variant.label, name::plain(&view.item.ident));
            let text = format!("`{label}` has no number, but other variants of `{owner}` have");
            let help = format!("write `#[codec({next})]` on `{label}`, or number no variant");
            found.push(Diagnostic::new(ID, variant.raw.at, text).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{field, found, item_enum, message, variant};
    use crate::model::Shape;

    #[test]
    fn every_field_without_a_number_is_named() {
        let item = message([
            field("id", Shape::Bool),
            field("name", Shape::Bool).numbered(7),
            field("cache", Shape::Bool).with(|field| field.skip = Some(field.at)),
            field("typo", Shape::Bool).with(|field| field.faulty = true),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "`id` has no number, but other fields of `Order` have\nhelp: write `#[codec(8)]` on `id`, or number no field"
            ]
        );
    }

    #[test]
    fn variants_are_numbered_alike() {
        let item = item_enum([variant("A").numbered(0), variant("B")]);
        assert_eq!(
            found(check, &item),
            [
                "`B` has no number, but other variants of `Event` have\nhelp: write `#[codec(1)]` on `B`, or number no variant"
            ]
        );
    }

    #[test]
    fn no_numbers_at_all_are_fine() {
        assert!(
            found(
                check,
                &message([field("id", Shape::Bool), field("b", Shape::Bool)])
            )
            .is_empty()
        );
    }
}
