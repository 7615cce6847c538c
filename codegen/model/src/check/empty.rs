//! `empty`: an enum has no variant on the wires, or a `oneof` lists no number.
//!
//! ```text
//! #[codec(oneof())]   // write oneof(10, 11)
//! event: Option<Event>,
//! ```

use super::view::{Class, View};
use crate::model::{Diagnostic, name};

pub(crate) const ID: &str = "empty";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    if matches!(view.class, Class::Enum | Class::Union) && view.variants.is_empty() {
        let text = format!(
            "`{}` has no variant that a wire could carry",
            name::plain(&view.item.ident)
        );
        found.push(Diagnostic::new(ID, view.item.at, text).help("add a variant"));
    }
    for field in view.messages.iter().flat_map(|message| &message.fields) {
        if let Some(oneof) = field
            .raw
            .oneof
            .as_ref()
            .filter(|oneof| oneof.numbers.is_empty())
        {
            let text = format!("the oneof `{}` lists no numbers", field.label);
            let help = "list the numbers of its variants: `oneof(10, 11)`";
            found.push(Diagnostic::new(ID, oneof.at, text).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{field, found, item_enum, message};
    use crate::model::Shape;

    #[test]
    fn there_is_something_to_carry() {
        assert_eq!(
            found(check, &item_enum([])),
            ["`Event` has no variant that a wire could carry\nhelp: add a variant"]
        );
        assert_eq!(
            found(check, &message([field("event", Shape::Opaque).oneof([])])),
            [
                "the oneof `event` lists no numbers\nhelp: list the numbers of its variants: `oneof(10, 11)`"
            ]
        );
    }
}
