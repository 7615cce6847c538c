//! `role-type`: `oneof` or `flatten` on a type that has no fields to offer.
//!
//! The type of a `oneof` is an enum with data, or an `Option` of one; the type of a flattened
//! field is a struct.
//!
//! ```text
//! #[codec(oneof(10, 11))]
//! events: Vec<Event>,   // write Option<Event>
//! ```

use super::view::{Role, View};
use crate::model::{Diagnostic, Shape};

pub(crate) const ID: &str = "role-type";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for field in view.messages.iter().flat_map(|message| &message.fields) {
        let shape = &field.raw.ty.shape;
        let (word, needs, fits) = match field.role {
            Role::Oneof => (
                "oneof",
                "an enum with data, or an `Option` of one",
                matches!(shape.present(), Shape::Opaque | Shape::Message),
            ),
            Role::Flatten => (
                "flatten",
                "a struct",
                matches!(shape, Shape::Opaque | Shape::Message),
            ),
            _ => continue,
        };
        if !fits {
            let is = super::literal::spell(shape);
            let text = format!("`{word}` needs {needs}, but `{}` is {is}", field.label);
            found.push(
                Diagnostic::new(ID, field.raw.ty.at, text)
                    .help(format!("change the type, or remove `{word}`")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, field, found, list, message, option};

    #[test]
    fn only_types_with_fields_take_part() {
        let flatten = |field: &mut crate::model::raw::Field| field.flatten = Some(field.at);
        let item = message([
            field("a", list(Shape::Opaque)).oneof([1, 2]),
            field("b", option(Shape::Opaque)).with(flatten),
            field("c", option(Shape::Opaque)).oneof([3]),
            field("d", U32).with(flatten),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "`oneof` needs an enum with data, or an `Option` of one, but `a` is a list\nhelp: change the type, or remove `oneof`",
                "`flatten` needs a struct, but `b` is an `Option`\nhelp: change the type, or remove `flatten`",
                "`flatten` needs a struct, but `d` is `u32`\nhelp: change the type, or remove `flatten`",
            ]
        );
    }
}
