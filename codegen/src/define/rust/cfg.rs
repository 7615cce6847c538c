//! `cfg`: what is there only in some builds.

use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Token};

use crate::define::unresolved::Why;

/// When something is there.
pub(super) enum Cfg {
    /// In every build.
    Always,
    /// In tests only.
    Test,
    /// In some builds.
    Doubt(Why),
}

/// When what has these attributes is there.
pub(super) fn of(attributes: &[Attribute]) -> Cfg {
    let mut found = Cfg::Always;
    for attribute in attributes {
        let Meta::List(list) = &attribute.meta else {
            continue;
        };
        if list.path.is_ident("cfg") {
            if list.parse_args::<Meta>().is_ok_and(|meta| is_test(&meta)) {
                return Cfg::Test;
            }
            let tokens = list.tokens.to_string();
            found = Cfg::Doubt(Why::new(format!(
                "`cfg({tokens})` decides whether it is there"
            )));
        } else if list.path.is_ident("cfg_attr") && speaks_of_codec(&list.tokens.to_string()) {
            let why = "`cfg_attr` decides what it says of `Codec`";
            found = Cfg::Doubt(Why::new(why));
        }
    }
    found
}

fn speaks_of_codec(tokens: &str) -> bool {
    let mut words = tokens.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    words.any(|word| matches!(word, "Codec" | "codec"))
}

/// Whether a condition holds in tests only.
fn is_test(meta: &Meta) -> bool {
    match meta {
        Meta::Path(path) => path.is_ident("test"),
        Meta::List(list) if list.path.is_ident("all") => {
            let parts = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
            parts.is_ok_and(|parts| parts.iter().any(is_test))
        }
        _ => false,
    }
}

/// What the first `cfg` on a field or a variant keeps from being told.
pub(super) fn of_members(data: &syn::Data) -> Option<Why> {
    let doubt = |name: Option<&syn::Ident>, attributes: &[Attribute]| {
        let why = match of(attributes) {
            Cfg::Always => return None,
            Cfg::Test => "`cfg(test)` decides whether it is there".to_owned(),
            Cfg::Doubt(why) => why.to_string(),
        };
        Some(match name {
            Some(name) => Why::new(format!("`{name}`: {why}")),
            None => Why::new(why),
        })
    };
    let of_fields = |fields: &syn::Fields| {
        let mut fields = fields.iter();
        fields.find_map(|field| doubt(field.ident.as_ref(), &field.attrs))
    };
    match data {
        syn::Data::Struct(data) => of_fields(&data.fields),
        syn::Data::Enum(data) => data.variants.iter().find_map(|variant| {
            let own = doubt(Some(&variant.ident), &variant.attrs);
            own.or_else(|| of_fields(&variant.fields))
        }),
        syn::Data::Union(_) => None,
    }
}
