//! `flatten-numbers`: a struct with a flattened field counts its own fields.
//!
//! The flattened type's numbers stand in the same table, so the numbers around them are written
//! down: counted ones would meet them.
//!
//! ```text
//! id: u64,   // write #[codec(1)]
//! #[codec(flatten)] address: Address,
//! ```

use super::view::{Role, View};
use crate::model::Diagnostic;

pub(crate) const ID: &str = "flatten-numbers";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for message in view.messages.iter().filter(|message| !message.numbered) {
        let plain = |role| role == Role::Plain;
        let counted = message
            .fields
            .iter()
            .any(|field| plain(field.role) && !field.raw.faulty);
        for field in &message.fields {
            if let (Some(at), Role::Flatten, true) = (field.raw.flatten, field.role, counted) {
                let text = format!(
                    "`{}` is flattened into `{}`, whose other fields have no numbers",
                    field.label, message.owner
                );
                found
                    .push(Diagnostic::new(ID, at, text).help(
                        "number the other fields; the flattened ones keep their own numbers",
                    ));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, field, found, message};
    use crate::model::Shape;
    use crate::model::raw::Field;

    #[test]
    fn flattening_asks_for_numbers() {
        let flatten = |field: &mut Field| field.flatten = Some(field.at);
        let item = message([field("a", U32), field("b", Shape::Opaque).with(flatten)]);
        assert_eq!(
            found(check, &item),
            [
                "`b` is flattened into `Order`, whose other fields have no numbers\nhelp: number the other fields; the flattened ones keep their own numbers"
            ]
        );
        assert!(found(check, &message([field("b", Shape::Opaque).with(flatten)])).is_empty());
    }
}
