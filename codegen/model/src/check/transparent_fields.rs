//! `transparent-fields`: `transparent` on what does not have exactly one field on the wires.
//!
//! ```text
//! #[codec(transparent)]
//! struct Meters { value: f64, unit: Unit }   // #[codec(skip)] one of them
//! ```

use super::view::{Class, View};
use crate::model::raw::Body;
use crate::model::{Diagnostic, name};

pub(crate) const ID: &str = "transparent-fields";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    let Some(at) = view.item.transparent.filter(|_| view.class != Class::Proxy) else {
        return;
    };
    let owner = name::plain(&view.item.ident);
    let text = match &view.item.body {
        Body::Enum(_) => {
            format!("`transparent` needs a struct of one field, but `{owner}` is an enum")
        }
        Body::Struct(fields) => {
            let count = fields
                .fields
                .iter()
                .filter(|field| field.skip.is_none())
                .count();
            if count == 1 {
                return;
            }
            format!("`transparent` needs exactly one field, but `{owner}` has {count}")
        }
    };
    let help = match &view.item.body {
        Body::Struct(fields) if fields.fields.len() > 1 => {
            "`skip` the others, or remove `transparent`"
        }
        _ => "remove `transparent`",
    };
    found.push(Diagnostic::new(ID, at, text).help(help));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, field, found, item_enum, message, variant};
    use crate::model::raw::Item;

    #[test]
    fn one_field_shines_through() {
        let transparent = |item: &mut Item| item.transparent = Some(item.at);
        let skip = |field: &mut crate::model::raw::Field| field.skip = Some(field.at);
        let two = message([field("a", U32), field("b", U32)]).with(transparent);
        assert_eq!(
            found(check, &two),
            [
                "`transparent` needs exactly one field, but `Order` has 2\nhelp: `skip` the others, or remove `transparent`"
            ]
        );
        let one = message([field("a", U32), field("b", U32).with(skip)]).with(transparent);
        assert!(found(check, &one).is_empty());
        assert_eq!(
            found(check, &item_enum([variant("A")]).with(transparent)),
            [
                "`transparent` needs a struct of one field, but `Event` is an enum\nhelp: remove `transparent`"
            ]
        );
    }
}
