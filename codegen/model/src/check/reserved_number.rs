//! `reserved-number`: a field or a variant uses a number or a slot that is reserved.
//!
//! What was removed is never used again: bytes that were written before still carry it.
//!
//! ```text
//! #[codec(reserved(3))]
//! struct Order { #[codec(3)] total: u64 }   // use a new number
//! ```

use super::view::{Message, View};
use crate::model::{At, Diagnostic, raw};

pub(crate) const ID: &str = "reserved-number";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for message in &view.messages {
        for field in &message.fields {
            for one in &field.numbers {
                let number = one.number.value;
                if let Some(place) = number_place(message.reserved, number) {
                    let text = format!("`{}` uses the reserved number {number}", field.label);
                    found.push(report(one.number.at, text, place, message.next_number()));
                } else if let Some(place) = slot_place(message, one.slot.value) {
                    let text = format!(
                        "`{}` uses the reserved slot {}",
                        field.label, one.slot.value
                    );
                    found.push(
                        Diagnostic::new(ID, one.slot.at, text)
                            .label(place, "reserved here")
                            .help("write `slot = …` with a slot that was never used"),
                    );
                }
            }
        }
    }
    let numbers = view.variants.iter().filter_map(|variant| variant.number);
    let reserved = view.item.reserved.iter().flat_map(|group| &group.numbers);
    let next = numbers
        .map(|number| number.value)
        .chain(reserved.map(|range| range.value.1))
        .max()
        .unwrap_or(0)
        .saturating_add(1);
    for variant in &view.variants {
        let Some(number) = variant.number else {
            continue;
        };
        if let Some(place) = number_place(&view.item.reserved, number.value) {
            let text = format!(
                "`{}` uses the reserved number {}",
                variant.label, number.value
            );
            found.push(report(number.at, text, place, next));
        }
    }
}

fn report(at: At, text: String, place: At, next: i128) -> Diagnostic {
    Diagnostic::new(ID, at, text)
        .label(place, "reserved here")
        .help(format!("use a number that was never used, such as {next}"))
}

fn number_place(reserved: &[raw::Reserved], number: i128) -> Option<At> {
    reserved
        .iter()
        .flat_map(|group| &group.numbers)
        .find(|range| (range.value.0..=range.value.1).contains(&number))
        .map(|range| range.at)
}

/// Where a slot is reserved: by `slot = …`, or with the number above it.
fn slot_place(message: &Message<'_>, slot: i128) -> Option<At> {
    message.reserved.iter().find_map(|group| match group.slot {
        Some(reserved) => (reserved.value == slot).then_some(reserved.at),
        None => number_place(std::slice::from_ref(group), slot.saturating_add(1)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{at, field, found, item_enum, message, variant};
    use crate::model::Shape;
    use crate::model::raw::Reserved;

    #[test]
    fn numbers_and_slots_are_gone_for_good() {
        let item = message([
            field("a", Shape::Bool).numbered(3),
            field("b", Shape::Bool).numbered(9).in_slot(2),
            field("c", Shape::Bool).numbered(10).in_slot(7),
        ])
        .with(|item| {
            let moved = Reserved {
                slot: Some(at(7)),
                ..Reserved::numbers([(5, 5)])
            };
            item.reserved = vec![Reserved::numbers([(2, 3)]), moved];
        });
        assert_eq!(
            found(check, &item),
            [
                "`a` uses the reserved number 3\nhelp: use a number that was never used, such as 11",
                "`b` uses the reserved slot 2\nhelp: write `slot = …` with a slot that was never used",
                "`c` uses the reserved slot 7\nhelp: write `slot = …` with a slot that was never used",
            ]
        );
    }

    #[test]
    fn values_are_gone_for_good() {
        let item = item_enum([variant("A").numbered(0), variant("B").numbered(4)])
            .with(|item| item.reserved = vec![Reserved::numbers([(4, 6)])]);
        assert_eq!(
            found(check, &item),
            ["`B` uses the reserved number 4\nhelp: use a number that was never used, such as 7"]
        );
    }
}
