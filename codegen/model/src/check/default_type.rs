//! `default-type`: the literal of a `default` is not a value of the field's type.
//!
//! A `default` that is no literal (`default = Status::Paid`) is left to the compiler.
//!
//! ```text
//! #[codec(9, default = "1")]   // write default = 1
//! copies: u32,
//! ```

use super::literal::{fit, spell};
use super::view::View;
use crate::model::{Diagnostic, Literal, Shape};

pub(crate) const ID: &str = "default-type";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for value in view.values.iter().filter(|value| value.is_field) {
        let Some(default) = &value.says.default else {
            continue;
        };
        let Some(literal) = &default.literal else {
            continue;
        };
        let shape = value.ty.shape.present();
        let judged = matches!(
            shape,
            Shape::Bool
                | Shape::Int(_)
                | Shape::Float(_)
                | Shape::Char
                | Shape::String
                | Shape::Bytes
        );
        if judged && fit(literal, shape).is_none() {
            let (label, what) = (&value.label, spell(shape));
            let text = format!(
                "the `default` of `{label}` is {}, not {what}",
                literal.describe()
            );
            let text = match (literal, shape) {
                (Literal::Int(number), Shape::Int(_)) => {
                    format!("the `default` of `{label}`, {number}, does not fit {what}")
                }
                _ => text,
            };
            let help = format!("write a value of the field's type, {what}");
            found.push(Diagnostic::new(ID, default.at, text).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, at, field, found, message, option};
    use crate::model::raw;

    #[test]
    fn the_literal_is_of_the_fields_type() {
        let default = |literal: Literal| {
            move |field: &mut raw::Field| {
                field.says.default = Some(raw::Default {
                    at: at(()).at,
                    expr: quote::quote!(),
                    literal: Some(literal),
                    stored: None,
                });
            }
        };
        let item = message([
            field("a", U32).with(default(Literal::Str("1".into()))),
            field("b", option(U32)).with(default(Literal::Int(-1))),
            field("c", Shape::Float(64)).with(default(Literal::Int(1))),
            field("d", Shape::Opaque).with(default(Literal::Int(1))),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "the `default` of `a` is a string, not `u32`\nhelp: write a value of the field's type, `u32`",
                "the `default` of `b`, -1, does not fit `u32`\nhelp: write a value of the field's type, `u32`",
            ]
        );
    }
}
