//! `conversion-pair`: a type says how it becomes another type, or how it comes back, but not both.
//!
//! On every wire the type is one other type, so `into` and one of `from` and `try_from` stand
//! together and name that type.
//!
//! ```text
//! #[codec(try_from = Wire)]   // write #[codec(try_from = Wire, into = Wire)]
//! struct Order { … }
//! ```

use proc_macro2::TokenStream;

use super::view::View;
use crate::model::{Diagnostic, name};

pub(crate) const ID: &str = "conversion-pair";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    let item = view.item;
    let owner = name::plain(&item.ident);
    if let (Some(from), Some(try_from)) = (&item.from, &item.try_from) {
        found.push(
            Diagnostic::new(
                ID,
                try_from.at,
                format!("`{owner}` has both `from` and `try_from`"),
            )
            .label(from.at, "`from` is here")
            .help("keep the one that the type implements"),
        );
        return;
    }
    let back = item.try_from.as_ref().map(|ty| ("try_from", ty));
    let back = back.or(item.from.as_ref().map(|ty| ("from", ty)));
    match (&item.into, back) {
        (None, _) | (_, None) if item.faulty => {}
        (Some(into), Some((word, ty))) if into.value.to_string() != ty.value.to_string() => {
            let text = format!("`into` and `{word}` of `{owner}` name different types");
            found.push(
                Diagnostic::new(ID, ty.at, text)
                    .label(into.at, "`into` is here")
                    .help("name one type in both: it is the one on the wires"),
            );
        }
        (Some(into), None) => {
            let text = format!("`{owner}` has `into`, but nothing that brings it back");
            let ty = spell(&into.value);
            let help = format!("add `try_from = {ty}` or `from = {ty}`");
            found.push(Diagnostic::new(ID, into.at, text).help(help));
        }
        (None, Some((word, ty))) => {
            let text = format!("`{owner}` has `{word}`, but no `into`");
            let help = format!("add `into = {}`", spell(&ty.value));
            found.push(Diagnostic::new(ID, ty.at, text).help(help));
        }
        _ => {}
    }
}

/// A type as a person writes it.
fn spell(ty: &TokenStream) -> String {
    let mut text = ty.to_string();
    for (loose, tight) in [
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ::", "::"),
        (":: ", "::"),
        (" ,", ","),
        ("& ", "&"),
    ] {
        text = text.replace(loose, tight);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, at, field, found, message};
    use crate::model::raw::Item;
    use quote::quote;

    #[test]
    fn a_conversion_goes_both_ways() {
        let of = |say: fn(&mut Item)| found(check, &message([field("a", U32)]).with(say));
        assert_eq!(
            of(|item| item.into = Some(at(quote!(Wire)))),
            [
                "`Order` has `into`, but nothing that brings it back\nhelp: add `try_from = Wire` or `from = Wire`"
            ]
        );
        assert_eq!(
            of(|item| item.try_from = Some(at(quote!(a::Wire<u8, &str>)))),
            ["`Order` has `try_from`, but no `into`\nhelp: add `into = a::Wire<u8, &str>`"]
        );
        assert_eq!(
            of(|item| {
                item.from = Some(at(quote!(Wire)));
                item.into = Some(at(quote!(Other)));
            }),
            [
                "`into` and `from` of `Order` name different types\nhelp: name one type in both: it is the one on the wires"
            ]
        );
        assert_eq!(
            of(|item| {
                item.from = Some(at(quote!(Wire)));
                item.try_from = Some(at(quote!(Wire)));
            }),
            ["`Order` has both `from` and `try_from`\nhelp: keep the one that the type implements"]
        );
    }
}
