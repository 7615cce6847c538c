//! What checks the active variant by its rules.

use proc_macro2::TokenStream;
use quote::quote;

use super::Expansion;
use crate::expand::rules;
use crate::model::{Payload, Variant};

impl Expansion<'_> {
    pub(super) fn validate(&self) -> TokenStream {
        let path = self.path;
        let header = self.headers.plain("Validate", "Codec");
        let (checks, check_value) = (self.checks(), rules::check_value(path));
        let hooks = &self.item.hooks;
        quote! {
            #[automatically_derived]
            #header {
                #check_value
                fn check_fields<__C: #path::Checker>(&self, c: &mut __C) {
                    let _ = &c;
                    #checks
                    #(c.hook(self, #hooks);)*
                }
            }
        }
    }

    /// Whether a variant has rules of its own.
    pub(super) fn has_own(&self) -> bool {
        let variant_has = |variant: &Variant| match &variant.payload {
            Payload::Newtype(field) => rules::has_own(field),
            _ => false,
        };
        !self.item.hooks.is_empty() || self.union.variants.iter().any(variant_has)
    }

    /// The checks of the active variant.
    pub(super) fn checks(&self) -> TokenStream {
        let path = self.path;
        let arms = self
            .union
            .variants
            .iter()
            .enumerate()
            .map(|(index, variant)| {
                let name = &variant.name;
                match &variant.payload {
                    Payload::Unit => None,
                    Payload::Newtype(field) => {
                        let ident = &variant.ident;
                        let selector = &field.member.selector;
                        let mut field = (**field).clone();
                        field.name.clone_from(name);
                        let value = match &field.with {
                            None => self.told().shared(&field.member.ty, quote!(value)),
                            Some(_) => quote!(value),
                        };
                        let check = rules::check(
                            &field,
                            &value,
                            &quote!(#path::nth::<Self, #index>()),
                            path,
                        );
                        let check = self.told().call(&field.member.ty, check);
                        Some(quote!(Self::#ident { #selector: value } => { #check }))
                    }
                    Payload::Fields(fields) => {
                        let (pattern, reference) = self.reference(variant, fields);
                        Some(quote!(#pattern => { c.descend(#name, &#reference); }))
                    }
                }
            });
        let arms: Vec<_> = arms.flatten().collect();
        if arms.is_empty() {
            return TokenStream::new();
        }
        quote! {
            #[allow(unreachable_patterns, reason = "every variant may have something to check")]
            match self {
                #(#arms)*
                _ => {}
            }
        }
    }
}
