//! `other-variant`: the `other` variant of an enum cannot hold what is unknown.
//!
//! One variant at most is `other`. In an enum without data it is `Other(i32)` and holds the
//! number; in an enum with data it is `Other(UnknownFields)` and holds what came.
//!
//! ```text
//! #[codec(other)] Other(u8),   // write Other(i32)
//! ```

use super::view::{Class, View};
use crate::model::raw::{self, Body};
use crate::model::{Diagnostic, Int, Shape, Style, name};

pub(crate) const ID: &str = "other-variant";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    let Body::Enum(variants) = &view.item.body else {
        return;
    };
    let mut first = None;
    for variant in variants {
        let Some(at) = variant.other.filter(|_| view.class != Class::Proxy) else {
            continue;
        };
        let label = name::plain(&variant.ident);
        if let Some((owner, place)) = &first {
            let text = format!("`{label}` and `{owner}` are both `other`");
            found.push(
                Diagnostic::new(ID, at, text)
                    .label(*place, "the first one")
                    .help("keep one of them"),
            );
        } else {
            first = Some((label.clone(), at));
        }
        found.extend(payload(variant, &label, view.class));
    }
}

fn payload(variant: &raw::Variant, label: &str, class: Class) -> Option<Diagnostic> {
    const I32: Shape = Shape::Int(Int {
        signed: true,
        bits: 32,
    });
    let (kind, holder, shape) = match class {
        Class::Union => ("an enum with data", "UnknownFields", Shape::UnknownFields),
        _ => ("an enum without data", "i32", I32),
    };
    match variant.fields.fields.as_slice() {
        [field] if variant.fields.style == Style::Tuple && field.ty.shape == shape => None,
        fields => {
            let at = fields.first().map_or(variant.at, |field| field.ty.at);
            let text = format!("`{label}`, the `other` of {kind}, must hold one `{holder}`");
            Some(Diagnostic::new(ID, at, text).help(format!("write `{label}({holder})`")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{I32, U32, found, item_enum, variant};

    fn other(name: &str) -> raw::Variant {
        variant(name).with(|variant| variant.other = Some(variant.at))
    }

    #[test]
    fn an_open_enum_holds_the_number() {
        assert!(found(check, &item_enum([variant("A"), other("Other").of(I32)])).is_empty());
        assert_eq!(
            found(
                check,
                &item_enum([variant("A"), other("Other").of(U32), other("Rest")])
            ),
            [
                "`Other`, the `other` of an enum without data, must hold one `i32`\nhelp: write `Other(i32)`",
                "`Rest` and `Other` are both `other`\nhelp: keep one of them",
                "`Rest`, the `other` of an enum without data, must hold one `i32`\nhelp: write `Rest(i32)`",
            ]
        );
    }

    #[test]
    fn an_open_union_holds_what_came() {
        let item = item_enum([variant("A").of(U32), other("Other").of(I32)]);
        assert_eq!(
            found(check, &item),
            [
                "`Other`, the `other` of an enum with data, must hold one `UnknownFields`\nhelp: write `Other(UnknownFields)`"
            ]
        );
    }
}
