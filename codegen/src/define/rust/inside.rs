//! What stands where names of a module do not reach: inside functions, and in the tokens of macros.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::visit::{self, Visit};

use super::cfg::{self, Cfg};
use super::items::derives_codec;

/// The types inside an item's functions that derive `Codec`; tests apart.
pub(super) fn types(item: &syn::Item) -> Vec<(String, Span)> {
    let mut inside = Inside(Vec::new());
    inside.visit_item(item);
    inside.0
}

struct Inside(Vec<(String, Span)>);

impl Inside {
    fn add(&mut self, ident: &syn::Ident, attributes: &[syn::Attribute]) {
        if derives_codec(attributes) && !matches!(cfg::of(attributes), Cfg::Test) {
            self.0.push((ident.to_string(), ident.span()));
        }
    }
}

impl<'ast> Visit<'ast> for Inside {
    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.add(&item.ident, &item.attrs);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.add(&item.ident, &item.attrs);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        let is_test = item.attrs.iter().any(|attribute| {
            let last = attribute.path().segments.last();
            last.is_some_and(|last| last.ident == "test")
        });
        if !is_test && !matches!(cfg::of(&item.attrs), Cfg::Test) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !matches!(cfg::of(&item.attrs), Cfg::Test) {
            visit::visit_item_mod(self, item);
        }
    }
}

/// Whether `Codec` stands among tokens.
pub(super) fn names_codec(tokens: &TokenStream) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == "Codec",
        TokenTree::Group(group) => names_codec(&group.stream()),
        _ => false,
    })
}
