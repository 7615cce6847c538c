//! `required-option`: a field is `required` and an `Option`.
//!
//! `required` makes an absent field an error, and an `Option` makes it `None`. Only one can hold.
//!
//! ```text
//! #[codec(4, required)]   // remove `Option`, or write rule(required)
//! note: Option<String>,
//! ```

use super::view::View;
use crate::model::{Diagnostic, Shape};

pub(crate) const ID: &str = "required-option";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for value in view.values.iter().filter(|value| value.is_field) {
        if let (Some(at), Shape::Option(_)) = (value.says.required, &value.ty.shape) {
            let text = format!(
                "`{}` is `required`, but its type is an `Option`",
                value.label
            );
            found.push(
                Diagnostic::new(ID, at, text)
                    .label(value.ty.at, "an absent field would be `None`")
                    .help("take the `Option` off the type, or write `rule(required)` to have `None` refused by validation"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, field, found, message, option};

    #[test]
    fn an_option_cannot_be_required() {
        let required = |field: &mut crate::model::raw::Field| field.says.required = Some(field.at);
        let item = message([
            field("a", option(U32)).with(required),
            field("b", U32).with(required),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "`a` is `required`, but its type is an `Option`\nhelp: take the `Option` off the type, or write `rule(required)` to have `None` refused by validation"
            ]
        );
    }
}
