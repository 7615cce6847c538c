//! `was-type`: the type that a field had before is one that it has.
//!
//! A value of a former type is known by its form, so each `was(…)` names another type than the field has and than
//! the other ones name. What is absent is absent whatever the type, so that a former type is not an `Option`. Whether
//! any wire can tell the two types apart is seen when the code is compiled.
//!
//! ```text
//! #[codec(1, was(String, with = parse))]   // the field's type is `String`: remove `was`
//! id: String,
//! ```

use super::view::{Role, View};
use crate::model::{Diagnostic, Shape};

pub(crate) const ID: &str = "was-type";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    let fields = view.messages.iter().flat_map(|message| &message.fields);
    for field in fields.filter(|field| field.role == Role::Plain) {
        let (own, label) = (&field.raw.ty, &field.label);
        let was = &field.raw.says.was;
        for (index, one) in was.iter().enumerate() {
            let spelled = one.ty.tokens.to_string();
            let is_spelled = |other: &crate::model::raw::Type| other.tokens.to_string() == spelled;
            let mut before = was.iter().take(index);
            if field.raw.says.adapted.is_some() {
                let text = format!(
                    "prost holds `{label}` as another type than it is on the wires, and no former type becomes that"
                );
                let help =
                    "keep the field as it was and add one of another number, or remove `was`";
                found.push(Diagnostic::new(ID, one.ty.at, text).help(help));
            } else if matches!(one.ty.shape, Shape::Option(_)) {
                let text = format!("the former type of `{label}` is an `Option`");
                let help = "write the type that it holds: what was absent is absent";
                found.push(Diagnostic::new(ID, one.ty.at, text).help(help));
            } else if is_spelled(own) && field.raw.says.with.is_none() {
                let text = format!("the former type of `{label}` is the type that it has");
                let help = "write the type that the field had before, or remove `was`";
                found.push(
                    Diagnostic::new(ID, one.ty.at, text)
                        .label(own.at, "")
                        .help(help),
                );
            } else if let Some(first) = before.find(|other| is_spelled(&other.ty)) {
                let text = format!("`{label}` had this former type already");
                found.push(
                    Diagnostic::new(ID, one.ty.at, text)
                        .label(first.ty.at, "first here")
                        .help("remove one of them"),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, at, field, found, message, option, ty};
    use crate::model::At;
    use crate::model::raw::Was;
    use quote::quote;

    #[test]
    fn a_former_type_is_another_one() {
        let was = |shape: Shape, tokens| Was {
            at: At(1),
            ty: crate::model::raw::Type {
                tokens,
                ..ty(shape)
            },
            with: at(quote!(path)),
        };
        let item = message([
            field("a", Shape::String).with(|field| {
                field.ty.tokens = quote!(String);
                field.says.was = vec![
                    was(Shape::String, quote!(String)),
                    was(U32, quote!(u32)),
                    was(U32, quote!(u32)),
                ];
            }),
            field("b", Shape::String).with(|field| {
                field.says.was = vec![was(option(U32), quote!(Option<u32>))];
            }),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "the former type of `a` is the type that it has\nhelp: write the type that the field had before, or remove `was`",
                "`a` had this former type already\nhelp: remove one of them",
                "the former type of `b` is an `Option`\nhelp: write the type that it holds: what was absent is absent",
            ]
        );
    }
}
