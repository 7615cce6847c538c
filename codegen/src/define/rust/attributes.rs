//! Attributes of types: the traits that they derive, and those that may make another type of one.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, MetaList, Token};

use super::cfg;
use crate::define::unresolved::Why;

/// Attributes that change nothing of a type, and those of well-known derives.
const HARMLESS: &[&str] = &[
    "allow",
    "arbitrary",
    "arg",
    "automatically_derived",
    "borsh",
    "builder",
    "cfg",
    "cfg_attr",
    "clap",
    "codec",
    "command",
    "default",
    "deny",
    "deprecated",
    "derivative",
    "derive",
    "diesel",
    "display",
    "doc",
    "educe",
    "error",
    "expect",
    "forbid",
    "from",
    "garde",
    "into",
    "must_use",
    "non_exhaustive",
    "pin_project",
    "proptest",
    "prost",
    "repr",
    "schemars",
    "serde",
    "snafu",
    "sqlx",
    "strum",
    "validate",
    "value",
    "warn",
    "zeroize",
];

/// Tools, whose attributes change nothing.
const TOOLS: &[&str] = &["clippy", "diagnostic", "miri", "rust_analyzer", "rustfmt"];

/// The traits of the language, whose derives have no attributes.
const STANDARD: &[&str] = &[
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Eq",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
];

/// The derives among attributes.
pub(super) fn derives(attributes: &[Attribute]) -> Vec<syn::Path> {
    attributes
        .iter()
        .flat_map(|one| of_meta(&one.meta))
        .collect()
}

/// The derives that `cfg_attr` decides on.
pub(super) fn derives_in_some(attributes: &[Attribute]) -> Vec<syn::Path> {
    cfg::in_some(attributes).iter().flat_map(of_meta).collect()
}

fn of_meta(meta: &Meta) -> Vec<syn::Path> {
    match meta {
        Meta::List(list) if is_derive(&list.path) => of_list(list),
        _ => Vec::new(),
    }
}

fn of_list(list: &MetaList) -> Vec<syn::Path> {
    let parser = Punctuated::<syn::Path, Token![,]>::parse_terminated;
    let paths = list.parse_args_with(parser).unwrap_or_default();
    paths.into_iter().collect()
}

fn is_derive(path: &syn::Path) -> bool {
    path.segments
        .last()
        .is_some_and(|last| last.ident == "derive")
}

/// Why a type may be another one than its source says: an attribute that may be a macro.
pub(super) fn doubt(attributes: &[Attribute]) -> Option<Why> {
    let mut may_have_helpers = false;
    for attribute in attributes {
        let path = attribute.path();
        if is_derive(path) {
            let derived = of_meta(&attribute.meta);
            may_have_helpers |= derived.iter().any(|one| {
                let last = one.segments.last().map(|last| last.ident.to_string());
                last.is_none_or(|last| last != "Codec" && !STANDARD.contains(&last.as_str()))
            });
            continue;
        }
        let first = path.segments.first().map(|first| first.ident.to_string());
        let first = first.unwrap_or_default();
        let is_harmless = match path.segments.len() {
            1 => may_have_helpers || HARMLESS.contains(&first.as_str()),
            _ => TOOLS.contains(&first.as_str()),
        };
        if !is_harmless {
            let path: TokenStream = path.to_token_stream();
            let path = path.to_string().replace(' ', "");
            return Some(Why::new(format!("`#[{path}]` may make another type of it")));
        }
    }
    None
}
