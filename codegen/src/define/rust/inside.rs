//! What stands where names of a module do not reach: inside functions and initialisers; and `impl`s of `Codec` by hand.

use proc_macro2::Span;
use quote::ToTokens;
use syn::visit::{self, Visit};

use super::attributes;
use super::cfg::{self, Cfg};
use super::macros::Macros;

/// What stands inside an item; tests apart.
#[derive(Default)]
pub(super) struct Inside {
    pub(super) types: Vec<Type>,
    /// The macros that may declare types.
    pub(super) macros: Vec<(String, Span)>,
    pub(super) impls: Vec<Impl>,
}

/// A type, and the traits that it derives.
pub(super) struct Type {
    pub(super) name: String,
    pub(super) at: Span,
    pub(super) derives: Vec<syn::Path>,
}

/// A trait that is implemented, and the type that it is implemented for.
pub(super) struct Impl {
    pub(super) of: syn::Path,
    pub(super) name: String,
    pub(super) at: Span,
}

/// Looks inside an item.
pub(super) fn of(item: &syn::Item, macros: &Macros) -> Inside {
    let mut finder = Finder {
        found: Inside::default(),
        macros,
    };
    match item {
        syn::Item::Struct(item) => visit::visit_item_struct(&mut finder, item),
        syn::Item::Enum(item) => visit::visit_item_enum(&mut finder, item),
        syn::Item::Union(item) => visit::visit_item_union(&mut finder, item),
        item => finder.visit_item(item),
    }
    finder.found
}

struct Finder<'m> {
    found: Inside,
    macros: &'m Macros,
}

impl Finder<'_> {
    fn add(&mut self, ident: &syn::Ident, attributes: &[syn::Attribute]) {
        if !is_left_out(attributes) {
            self.found.types.push(Type {
                name: ident.to_string(),
                at: ident.span(),
                derives: [
                    attributes::derives(attributes),
                    attributes::derives_in_some(attributes),
                ]
                .concat(),
            });
        }
    }
}

fn is_left_out(attributes: &[syn::Attribute]) -> bool {
    matches!(cfg::of(attributes), Cfg::Never)
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.add(&item.ident, &item.attrs);
        visit::visit_item_struct(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.add(&item.ident, &item.attrs);
        visit::visit_item_enum(self, item);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        let is_test = item.attrs.iter().any(|attribute| {
            let last = attribute.path().segments.last();
            last.is_some_and(|last| last.ident == "test")
        });
        if !is_test && !is_left_out(&item.attrs) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_left_out(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        if !is_left_out(&item.attrs) {
            visit::visit_item_const(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if is_left_out(&item.attrs) {
            return;
        }
        if let Some((of, _)) = &item.trait_ {
            let name = match &*item.self_ty {
                syn::Type::Path(path) => {
                    path.path.segments.last().map(|last| last.ident.to_string())
                }
                _ => None,
            };
            self.found.impls.push(Impl {
                of: of.clone(),
                name: name.unwrap_or_else(|| item.self_ty.to_token_stream().to_string()),
                at: of
                    .segments
                    .first()
                    .map_or_else(Span::call_site, |first| first.ident.span()),
            });
        }
        visit::visit_item_impl(self, item);
    }

    fn visit_macro(&mut self, invoked: &'ast syn::Macro) {
        let Some(last) = invoked.path.segments.last() else {
            return;
        };
        let own = last.ident.to_string();
        if self.macros.may_derive_inside(&own, &invoked.tokens) {
            self.found.macros.push((own, last.ident.span()));
        }
    }

    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        if item.ident.is_none() {
            self.visit_macro(&item.mac);
        }
    }
}
