//! `unknown-fields`: a struct has two members for unknown fields, or one of another type.
//!
//! What a newer writer sent is kept in one place, of the type `UnknownFields`.
//!
//! ```text
//! #[codec(unknown)]
//! rest: Vec<u8>,   // write UnknownFields
//! ```

use super::view::{Role, View};
use crate::model::{Diagnostic, Shape};

pub(crate) const ID: &str = "unknown-fields";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for message in &view.messages {
        let mut first = None;
        for field in message
            .fields
            .iter()
            .filter(|field| field.role == Role::Unknown)
        {
            let (label, at) = (&field.label, field.raw.unknown.unwrap_or(field.raw.at));
            if let Some((owner, place)) = first {
                let text = format!("`{label}` and `{owner}` both keep unknown fields");
                found.push(
                    Diagnostic::new(ID, at, text)
                        .label(place, "the first one")
                        .help("keep one of them"),
                );
            } else {
                first = Some((label, at));
            }
            if !matches!(field.raw.ty.shape, Shape::UnknownFields | Shape::Opaque) {
                let is = super::literal::spell(&field.raw.ty.shape);
                let text = format!("`{label}` keeps unknown fields, but its type is {is}");
                found.push(
                    Diagnostic::new(ID, field.raw.ty.at, text)
                        .help("make its type `everwire::UnknownFields`"),
                );
            }
        }
        for field in message
            .fields
            .iter()
            .filter(|field| field.role == Role::Plain)
        {
            if field.raw.ty.shape == Shape::UnknownFields && !field.raw.faulty {
                let text = format!(
                    "`{}` is of type `UnknownFields`, which is no field",
                    field.label
                );
                found.push(
                    Diagnostic::new(ID, field.raw.ty.at, text)
                        .help("write `#[codec(unknown)]` to keep unknown fields in it"),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, field, found, message};
    use crate::model::raw::Field;

    #[test]
    fn one_member_keeps_unknown_fields() {
        let unknown = |field: &mut Field| field.unknown = Some(field.at);
        let item = message([
            field("a", Shape::UnknownFields).with(unknown),
            field("b", U32).with(unknown),
            field("c", Shape::UnknownFields),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "`b` and `a` both keep unknown fields\nhelp: keep one of them",
                "`b` keeps unknown fields, but its type is `u32`\nhelp: make its type `everwire::UnknownFields`",
                "`c` is of type `UnknownFields`, which is no field\nhelp: write `#[codec(unknown)]` to keep unknown fields in it",
            ]
        );
    }
}
