//! `extension-range`: a type cannot be extended as it says.
//!
//! Extensions are kept among the unknown fields of a message, under numbers that no field of its own has.
//!
//! ```text
//! #[codec(extensions(100..=199))]
//! struct Order {
//!     #[codec(150)] total: u64,   // use a number below 100, or above 199
//!     #[codec(unknown)] unknown: UnknownFields,
//! }
//! ```

use super::view::{Class, Role, View};
use crate::model::{Diagnostic, FieldNumber, name};

pub(crate) const ID: &str = "extension-range";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    let item = view.item;
    let set = item.message_set.map(|at| ("message_set", at));
    let ranges = item
        .extensions
        .first()
        .map(|first| ("extensions", first.at));
    let Some((said, at)) = ranges.or(set) else {
        return;
    };
    let owner = name::plain(&item.ident);
    if view.class != Class::Message {
        let text = format!("`{owner}` has `{said}`, but is no message");
        let help = format!("remove `{said}`: only structs with numbered fields can be extended");
        found.push(Diagnostic::new(ID, at, text).help(help));
        return;
    }
    if item.extensions.is_empty() {
        let text = format!("`{owner}` is a message set without extensions");
        found.push(Diagnostic::new(ID, at, text).help("add `extensions(4..)`"));
    }
    let fields = || view.messages.iter().flat_map(|message| &message.fields);
    if !fields().any(|field| field.role == Role::Unknown) {
        let text = format!("`{owner}` has no member that could keep extensions");
        let help = "add `#[codec(unknown)] unknown: UnknownFields`";
        found.push(Diagnostic::new(ID, at, text).help(help));
    }
    let largest = match item.message_set {
        Some(_) => i128::from(i32::MAX),
        None => i128::from(FieldNumber::MAX),
    };
    for range in &item.extensions {
        let (first, last) = range.value;
        if first < 1 || last > largest {
            let text = format!("extensions cannot have the numbers {first} to {last}");
            let help = format!("numbers are 1 to {largest}");
            found.push(Diagnostic::new(ID, range.at, text).help(help));
        } else if first > last {
            let text = format!("the range {first} to {last} is empty");
            found.push(Diagnostic::new(ID, range.at, text).help("write the smaller number first"));
        }
        for field in fields() {
            for one in &field.numbers {
                if (first..=last).contains(&one.number.value) {
                    let text = format!(
                        "`{}` has the number {}, which is kept for extensions",
                        field.label, one.number.value
                    );
                    found.push(
                        Diagnostic::new(ID, one.number.at, text)
                            .label(range.at, "kept here")
                            .help("use a number outside that range"),
                    );
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, field, found, message};
    use crate::model::raw::Field;
    use crate::model::{At, Located, Shape};

    #[test]
    fn extensions_have_numbers_of_their_own_and_a_place() {
        let unknown = |field: &mut Field| field.unknown = Some(field.at);
        let number = |field: &mut Field| field.number = Some(Located::new(150, field.at));
        let mut item = message([
            field("a", U32).with(number),
            field("b", Shape::UnknownFields).with(unknown),
        ]);
        let range = |first, last| Located::new((first, last), At::default());
        item.extensions = vec![range(100, 199), range(0, 2), range(9, 8)];
        assert_eq!(
            found(check, &item),
            [
                "`a` has the number 150, which is kept for extensions\nhelp: use a number outside that range",
                "extensions cannot have the numbers 0 to 2\nhelp: numbers are 1 to 536870911",
                "the range 9 to 8 is empty\nhelp: write the smaller number first",
            ]
        );
        let mut item = message([field("a", U32)]);
        item.message_set = Some(At::default());
        assert_eq!(
            found(check, &item),
            [
                "`Order` is a message set without extensions\nhelp: add `extensions(4..)`",
                "`Order` has no member that could keep extensions\nhelp: add `#[codec(unknown)] unknown: UnknownFields`",
            ]
        );
    }
}
