//! `accept-text`: an accepted break does not say what is changed, or why.
//!
//! Whoever reads the code in a year wants to know both: the change is the text that a finding asks for,
//! the reason is for people.
//!
//! ```text
//! #[codec(accept("number 3 is removed", reason = ""))]   // say why
//! ```

use super::view::View;
use crate::model::{Diagnostic, raw};

pub(crate) const ID: &str = "accept-text";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    let fields = view.messages.iter().flat_map(|message| &message.fields);
    let of_fields = fields.flat_map(|field| &field.raw.says.accepts);
    let of_variants = view.variants.iter().flat_map(|one| &one.raw.says.accepts);
    let of_item = view.item.accepts.iter();
    found.extend(
        of_item
            .chain(of_fields)
            .chain(of_variants)
            .filter_map(judge),
    );
}

fn judge(accept: &raw::Accept) -> Option<Diagnostic> {
    let parts = [
        (
            &accept.change,
            "an accepted break does not say what is changed",
            "write the change as the finding has it: `accept(\"…\", reason = \"…\")`",
        ),
        (
            &accept.reason,
            "an accepted break has no reason",
            "write why the change is wanted: `reason = \"…\"`",
        ),
    ];
    let empty = parts
        .into_iter()
        .find(|(part, ..)| part.value.trim().is_empty())?;
    Some(Diagnostic::new(ID, empty.0.at, empty.1).help(empty.2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, at, field, found, item_enum, message, variant};

    fn accept(change: &str, reason: &str) -> Vec<raw::Accept> {
        vec![raw::Accept {
            change: at(change.to_owned()),
            reason: at(reason.to_owned()),
            ..raw::Accept::default()
        }]
    }

    #[test]
    fn both_texts_are_written() {
        let item = message([
            field("a", U32).with(|field| field.says.accepts = accept("", "why")),
            field("b", U32).with(|field| field.says.accepts = accept("what", "why")),
        ])
        .with(|item| item.accepts = accept("what", " "));
        let no_change = "an accepted break does not say what is changed\nhelp: write the change as the finding has it: \
                         `accept(\"…\", reason = \"…\")`";
        let no_reason = "an accepted break has no reason\nhelp: write why the change is wanted: `reason = \"…\"`";
        assert_eq!(found(check, &item), [no_reason, no_change]);
        let item = item_enum([variant("A").with(|one| one.says.accepts = accept("what", ""))]);
        assert_eq!(found(check, &item), [no_reason]);
    }
}
