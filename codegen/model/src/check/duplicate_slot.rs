//! `duplicate-slot`: two fields of a message stand in one slot of its MessagePack array.
//!
//! A field stands in the slot one below its number unless `slot` moves it.
//!
//! ```text
//! #[codec(1)] id: u64,
//! #[codec(9, slot = 0)] name: String,   // slot 0 is the slot of `id`
//! ```

use std::collections::BTreeMap;

use super::view::View;
use crate::model::Diagnostic;

pub(crate) const ID: &str = "duplicate-slot";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for message in &view.messages {
        let mut first = BTreeMap::new();
        let all = message.fields.iter().flat_map(|field| &field.numbers);
        let free = all
            .map(|one| one.slot.value)
            .max()
            .unwrap_or(0)
            .saturating_add(1);
        for field in &message.fields {
            for one in &field.numbers {
                let (slot, label) = (one.slot.value, &field.label);
                let Some((owner, number, place)) = first.get(&slot).copied() else {
                    first.insert(slot, (label, one.number.value, one.slot.at));
                    continue;
                };
                if number == one.number.value {
                    continue;
                }
                let text = format!("slot {slot} of `{label}` is already the slot of `{owner}`");
                let help = format!("move one of them; `slot = {free}` is free");
                found.push(
                    Diagnostic::new(ID, one.slot.at, text)
                        .label(place, "first used here")
                        .help(help),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{field, found, message};
    use crate::model::Shape;

    #[test]
    fn a_moved_field_may_hit_a_counted_slot() {
        let item = message([
            field("a", Shape::Bool).numbered(1),
            field("b", Shape::Bool).numbered(9).in_slot(0),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "slot 0 of `b` is already the slot of `a`\nhelp: move one of them; `slot = 1` is free"
            ]
        );
    }

    #[test]
    fn one_number_twice_is_not_told_twice() {
        let item = message([
            field("a", Shape::Bool).numbered(1),
            field("b", Shape::Bool).numbered(1),
        ]);
        assert!(found(check, &item).is_empty());
    }
}
