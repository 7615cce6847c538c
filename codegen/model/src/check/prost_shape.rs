//! `prost-shape`: `prost` on what is no message of its own.
//!
//! A `prost::Message` is a struct, or an enum with data, that owns what it holds. A newtype, and a type that `from` or `into`
//! converts, is another type on the wires; an enum without data is a number; what borrows from its input cannot be read from
//! prost's buffers.
//!
//! ```text
//! #[derive(Codec)]
//! #[codec(prost)]
//! struct Id(u64);   // give the field a number: struct Id(#[codec(1)] u64)
//! ```

use super::view::{Class, View};
use crate::model::{At, Diagnostic, ParamKind, name};

pub(crate) const ID: &str = "prost-shape";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    let Some(at) = view.item.prost else { return };
    let owner = name::plain(&view.item.ident);
    let mut params = view.item.generics.params.iter();
    let (what, help) = match view.class {
        Class::Message | Class::Union if params.any(|one| one.kind == ParamKind::Lifetime) => (
            "borrows from its input, which prost's buffers do not lend",
            "hold the values themselves: `String`, `Vec<u8>`",
        ),
        Class::Message | Class::Union => return,
        Class::Newtype => (
            "is what it holds on every wire, and no message of its own",
            "give its field a number, which makes it a message of one field, or put `prost` on the type that it holds",
        ),
        Class::Enum => (
            "is a number on every wire, and no message",
            "remove `prost`: prost holds enums as `i32`",
        ),
        Class::Proxy => (
            "is another type on every wire, and no message of its own",
            "put `prost` on that type",
        ),
    };
    found.push(Diagnostic::new(ID, at, format!("`{owner}` {what}")).help(help));
}

/// The item is a message of prost's already.
pub(crate) fn derived(at: At, owner: &str) -> Diagnostic {
    let text = format!("`{owner}` is a message of prost already, by prost's own derive");
    Diagnostic::new(ID, at, text)
        .help("remove `prost`, or derive `Codec` alone and number the fields with `#[codec(…)]`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, field, found, item_enum, message, tuple, variant};
    use crate::model::raw::Item;

    #[test]
    fn only_a_message_is_one_of_prost_too() {
        let prost = |item: &mut Item| item.prost = Some(item.at);
        assert!(found(check, &message([field("a", U32)]).with(prost)).is_empty());
        assert_eq!(
            found(check, &tuple([U32]).with(prost)),
            [
                "`Order` is what it holds on every wire, and no message of its own\nhelp: give its field a number, which makes it a message of one field, or put `prost` on the type that it holds"
            ]
        );
        assert_eq!(
            found(check, &item_enum([variant("A")]).with(prost)),
            [
                "`Event` is a number on every wire, and no message\nhelp: remove `prost`: prost holds enums as `i32`"
            ]
        );
    }
}
