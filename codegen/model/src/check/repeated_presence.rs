//! `repeated-presence`: a list or a map is `required`, or has a `default`.
//!
//! On the protobuf wire an empty list is written as nothing at all, so that nobody can tell it
//! from an absent one.
//!
//! ```text
//! #[codec(3, required)]   // write min_items = 1
//! lines: Vec<Line>,
//! ```

use super::view::View;
use crate::model::{Diagnostic, Shape};

pub(crate) const ID: &str = "repeated-presence";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for value in view.values.iter().filter(|value| value.is_field) {
        let rule = match &value.ty.shape {
            Shape::List(_) => "min_items = 1",
            Shape::Map(..) => "min_pairs = 1",
            _ => continue,
        };
        let (label, what) = (&value.label, value.ty.shape.describe());
        if let Some(at) = value.says.required {
            let text = format!("`{label}` is `required`, but {what} has no presence in protobuf");
            let help = format!("write `{rule}` to have an empty one refused by validation");
            found.push(Diagnostic::new(ID, at, text).help(help));
        }
        if let Some(default) = &value.says.default {
            let text = format!("`{label}` has a `default`, but {what} has no presence in protobuf");
            let help = "make its type an `Option`, or leave out `default`";
            found.push(Diagnostic::new(ID, default.at, text).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, at, field, found, list, map, message};
    use crate::model::raw::{self, Field};

    #[test]
    fn an_empty_list_is_an_absent_list() {
        let required = |field: &mut Field| field.says.required = Some(field.at);
        let default = |field: &mut Field| {
            field.says.default = Some(raw::Default {
                at: at(()).at,
                expr: quote::quote!(vec![1]),
                literal: None,
                stored: None,
            });
        };
        let item = message([
            field("a", list(U32)).with(required),
            field("b", map(U32, U32)).with(default),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "`a` is `required`, but a list has no presence in protobuf\nhelp: write `min_items = 1` to have an empty one refused by validation",
                "`b` has a `default`, but a map has no presence in protobuf\nhelp: make its type an `Option`, or leave out `default`",
            ]
        );
    }
}
