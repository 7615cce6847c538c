//! prost's derives, as far as they stand below Everwire's.
//!
//! A derive sees the attributes of its item, and with them the derives that are still to come: prost-build writes its own below what
//! `type_attribute` adds. An enum, and a message without fields, has no other mark of prost's.

use syn::punctuated::Punctuated;
use syn::{Attribute, Path, Token};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Derived {
    Message,
    Oneof,
    Enumeration,
}

impl Derived {
    pub(super) fn of(attributes: &[Attribute]) -> Option<Self> {
        let lists = attributes
            .iter()
            .filter(|one| one.path().is_ident("derive"));
        let parser = Punctuated::<Path, Token![,]>::parse_terminated;
        let paths = lists.flat_map(|list| list.parse_args_with(parser).unwrap_or_default());
        paths.into_iter().find_map(|path| {
            let last = path.segments.last()?;
            match last.ident.to_string().as_str() {
                "Message" => Some(Self::Message),
                "Oneof" => Some(Self::Oneof),
                "Enumeration" => Some(Self::Enumeration),
                _ => None,
            }
        })
    }
}
