//! What checks the active variant by its rules.

use proc_macro2::TokenStream;
use quote::quote;

use super::Expansion;
use crate::expand::rules;
use crate::model::{Payload, Rule, Variant};

/// Whether a variant must be the one that is set.
fn is_required(variant: &&Variant) -> bool {
    let Payload::Newtype(field) = &variant.payload else {
        return false;
    };
    field.rules.contains(&Rule::Required) && !field.rules.contains(&Rule::IgnoreAlways)
}

impl Expansion<'_> {
    pub(super) fn validate(&self) -> TokenStream {
        let path = self.path;
        let header = self.headers.plain("Validate", "Codec");
        let (checks, check_value) = (self.checks(), rules::check_value(path));
        let hooks = &self.item.hooks;
        let required: Vec<_> = self.union.variants.iter().filter(is_required).collect();
        let others = required.iter().map(|variant| {
            let (name, ident) = (&variant.name, &variant.ident);
            let is_set = quote!(#path::matches!(self, Self::#ident { .. }));
            quote!(#path::require_variant(#name, #is_set, c);)
        });
        let names = required.iter().map(|variant| &variant.name);
        let check_absent = (!required.is_empty()).then(|| {
            quote! {
                fn check_absent<__C: #path::Checker>(c: &mut __C) {
                    #(#path::require_variant(#names, false, c);)*
                }
            }
        });
        quote! {
            #[automatically_derived]
            #header {
                #check_value
                fn check_fields<__C: #path::Checker>(&self, c: &mut __C) {
                    let _ = &c;
                    #checks
                    #(#others)*
                    #(c.hook(self, #hooks);)*
                }
                #check_absent
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
        let (mut arms, mut others) = (Vec::new(), Vec::new());
        for (index, variant) in self.union.variants.iter().enumerate() {
            match self.arm(index, variant) {
                Some(arm) => arms.push(arm),
                None => others.push(&variant.ident),
            }
        }
        others.extend(self.union.other.iter().map(|other| &other.ident));
        others.extend(self.union.skipped.iter().map(|skipped| &skipped.ident));
        match (arms.as_slice(), others.as_slice()) {
            ([], _) => TokenStream::new(),
            ([(pattern, check)], []) => quote!(let #pattern = self; #check),
            ([(pattern, check)], _) => quote!(if let #pattern = self { #check }),
            _ => {
                let arms = arms
                    .iter()
                    .map(|(pattern, check)| quote!(#pattern => { #check }));
                let rest = (!others.is_empty()).then(|| quote!(#(Self::#others { .. })|* => {}));
                quote!(match self { #(#arms)* #rest })
            }
        }
    }

    /// The pattern of a variant that has something to check, and the check.
    fn arm(&self, index: usize, variant: &Variant) -> Option<(TokenStream, TokenStream)> {
        let (path, name, ident) = (self.path, &variant.name, &variant.ident);
        match &variant.payload {
            Payload::Unit => None,
            Payload::Newtype(field) => {
                let selector = &field.member.selector;
                let mut field = (**field).clone();
                field.name.clone_from(name);
                let value = match &field.with {
                    None if field.adapted.is_none() => {
                        self.told().shared(&field.member.ty, quote!(value))
                    }
                    _ => quote!(value),
                };
                let place = quote!(#path::rules_of::<Self, #index>());
                let check = rules::check(&field, &value, &place, path);
                let check = self.told().call(&field.member.ty, check);
                (!check.is_empty()).then(|| (quote!(Self::#ident { #selector: value }), check))
            }
            Payload::Fields(fields) => {
                let (pattern, reference) = self.reference(variant, fields);
                Some((pattern, quote!(c.descend(#name, &#reference);)))
            }
        }
    }
}
