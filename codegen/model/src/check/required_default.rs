//! `required-default`: a field is `required` and has a `default`.
//!
//! A `default` is what an absent field reads as; an absent `required` field is an error.
//!
//! ```text
//! #[codec(9, required, default = 1)]   // keep one of them
//! copies: u32,
//! ```

use super::view::View;
use crate::model::Diagnostic;

pub(crate) const ID: &str = "required-default";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for value in view.values.iter().filter(|value| value.is_field) {
        if let (Some(required), Some(default)) = (value.says.required, &value.says.default) {
            let text = format!(
                "`{}` is `required`, so its `default` is never read",
                value.label
            );
            found.push(
                Diagnostic::new(ID, default.at, text)
                    .label(required, "an absent field is an error")
                    .help("remove `required` or `default`"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, at, field, found, message};
    use crate::model::raw;

    #[test]
    fn a_required_field_reads_no_default() {
        let item = message([field("a", U32).with(|field| {
            field.says.required = Some(field.at);
            field.says.default = Some(raw::Default {
                at: at(()).at,
                expr: quote::quote!(1),
                literal: None,
                stored: None,
            });
        })]);
        assert_eq!(
            found(check, &item),
            [
                "`a` is `required`, so its `default` is never read\nhelp: remove `required` or `default`"
            ]
        );
    }
}
