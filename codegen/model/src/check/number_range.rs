//! `number-range`: a number or a slot is not one that it may be.
//!
//! Field numbers are 1 to 536870911, without 19000 to 19999, which protobuf keeps for its
//! implementations. The values of an enum are 32-bit integers. Slots are 0 to 536870910.
//!
//! ```text
//! #[codec(0)]   // numbers start at 1
//! id: u64,
//! ```

use super::view::{Class, View};
use crate::model::{Diagnostic, FieldNumber, Located, Slot};

pub(crate) const ID: &str = "number-range";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for message in &view.messages {
        for numbered in message.fields.iter().flat_map(|field| &field.numbers) {
            found.extend(field(numbered.number).err());
            if numbered.slot.at != numbered.number.at {
                found.extend(slot(numbered.slot).err());
            }
        }
        for group in message.reserved {
            found.extend(group.slot.and_then(|number| slot(number).err()));
            for range in &group.numbers {
                let outside = [range.value.0, range.value.1]
                    .into_iter()
                    .find(|number| !(1..=i128::from(FieldNumber::MAX)).contains(number));
                let number = outside.map(|number| Located::new(number, range.at));
                found.extend(number.and_then(|number| field(number).err()));
            }
        }
    }
    for number in view.variants.iter().filter_map(|variant| variant.number) {
        found.extend(match view.class {
            Class::Enum => value(number).err(),
            _ => field(number).err(),
        });
    }
}

pub(crate) fn field(number: Located<i128>) -> Result<FieldNumber, Diagnostic> {
    let Located { value, at } = number;
    FieldNumber::new(value).ok_or_else(|| match value {
        19_000..=19_999 => {
            Diagnostic::new(ID, at, format!("field number {value} is kept by protobuf"))
                .help("use a number outside 19000 to 19999")
        }
        ..=0 => Diagnostic::new(ID, at, format!("a field cannot have number {value}"))
            .help("numbers start at 1"),
        _ => Diagnostic::new(ID, at, format!("field number {value} is too large"))
            .help(format!("the largest field number is {}", FieldNumber::MAX)),
    })
}

pub(crate) fn slot(slot: Located<i128>) -> Result<Slot, Diagnostic> {
    Slot::new(slot.value).ok_or_else(|| {
        Diagnostic::new(
            ID,
            slot.at,
            format!("a field cannot have slot {}", slot.value),
        )
        .help(format!("slots are 0 to {}", FieldNumber::MAX - 1))
    })
}

pub(crate) fn value(number: Located<i128>) -> Result<i32, Diagnostic> {
    i32::try_from(number.value).map_err(|_| {
        let message = format!("a value of an enum cannot have number {}", number.value);
        Diagnostic::new(ID, number.at, message).help(format!(
            "values are {} to {}",
            i32::MIN,
            i32::MAX
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{field, found, item_enum, message, variant};
    use crate::model::Shape;

    #[test]
    fn each_bad_number_says_what_is_allowed() {
        let fields = [0, -1, 19_500, 536_870_912].map(|n| field("a", Shape::Bool).numbered(n));
        assert_eq!(
            found(check, &message(fields)),
            [
                "a field cannot have number 0\nhelp: numbers start at 1",
                "a field cannot have number -1\nhelp: numbers start at 1",
                "field number 19500 is kept by protobuf\nhelp: use a number outside 19000 to 19999",
                "field number 536870912 is too large\nhelp: the largest field number is 536870911",
            ]
        );
    }

    #[test]
    fn slots_and_values_have_bounds_of_their_own() {
        let item = message([field("a", Shape::Bool).numbered(1).in_slot(-1)]);
        assert_eq!(
            found(check, &item),
            ["a field cannot have slot -1\nhelp: slots are 0 to 536870910"]
        );
        let item = item_enum([
            variant("A").numbered(2_147_483_648),
            variant("B").numbered(-1),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "a value of an enum cannot have number 2147483648\nhelp: values are -2147483648 to 2147483647"
            ]
        );
    }
}
