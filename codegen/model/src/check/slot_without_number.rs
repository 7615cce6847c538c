//! `slot-without-number`: a field has a slot in a message whose fields have no numbers.
//!
//! A slot keeps its meaning only beside a number that is written down: a counted one moves when a
//! field is inserted.
//!
//! ```text
//! #[codec(slot = 3)]   // write #[codec(4, slot = 3)], and number every field
//! id: u64,
//! ```

use super::view::{Role, View};
use crate::model::Diagnostic;

pub(crate) const ID: &str = "slot-without-number";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for message in view.messages.iter().filter(|message| !message.numbered) {
        for field in &message.fields {
            let Some(slot) = field.raw.slot else { continue };
            if field.role == Role::Plain && !field.raw.faulty {
                let text = format!(
                    "`{}` has a slot, but `{}` has no numbers",
                    field.label, message.owner
                );
                let help = format!(
                    "number every field; here `#[codec(N, slot = {})]`",
                    slot.value
                );
                found.push(Diagnostic::new(ID, slot.at, text).help(help));
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
    fn a_slot_asks_for_a_number() {
        let item = message([field("a", Shape::Bool).in_slot(3)]);
        assert_eq!(
            found(check, &item),
            [
                "`a` has a slot, but `Order` has no numbers\nhelp: number every field; here `#[codec(N, slot = 3)]`"
            ]
        );
    }
}
