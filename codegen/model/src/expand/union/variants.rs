//! What reads an enum with data: alone, or as the oneof of a message.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::Expansion;
use super::payload::{binding, part};
use crate::expand::adapted;
use crate::expand::message::decode::{absent, skipped_default};
use crate::expand::message::is_late;
use crate::model::{Declared, Payload, Selector, Shape, Variant};

impl Expansion<'_> {
    pub(super) fn decode(&self) -> TokenStream {
        let path = self.path;
        let header = self.headers.decoding("Decode");
        let verify = self
            .has_own()
            .then(|| quote!(#path::verify(r, |context| #path::Codec::accepts(&value, context));));
        let verify_self = self
            .has_own()
            .then(|| quote!(#path::verify(r, |context| #path::Codec::accepts(self, context));));
        quote! {
            #[automatically_derived]
            #header {
                fn decode<__R: #path::Reader<'__de>, __P: #path::Place>(r: &mut __R, at: __P) -> #path::Result<Self, #path::Error> {
                    let mut union = #path::None;
                    r.union(at, &mut union)?;
                    let value: Self = #path::finish_required(r, union, "")?;
                    #verify
                    #path::Ok(value)
                }
                fn decode_into<__R: #path::Reader<'__de>, __P: #path::Place>(
                    &mut self,
                    r: &mut __R,
                    at: __P,
                    mode: #path::Mode,
                ) -> #path::Result<(), #path::Error> {
                    match mode {
                        #path::Mode::Merge => {
                            #path::merge_union(self, r, at)?;
                            #verify_self
                        }
                        _ => *self = <Self as #path::Decode>::decode(r, at)?,
                    }
                    #path::Ok(())
                }
                fn merge<__R: #path::Reader<'__de>, __P: #path::Place>(
                    self,
                    r: &mut __R,
                    at: __P,
                ) -> #path::Result<Self, #path::Error> {
                    let mut union = #path::Some(self);
                    r.union(at, &mut union)?;
                    let value: Self = #path::finish_required(r, union, "")?;
                    #verify
                    #path::Ok(value)
                }
            }
        }
    }

    pub(super) fn variants(&self) -> TokenStream {
        let path = self.path;
        let header = self.headers.decoding("Variants");
        let read = self
            .union
            .variants
            .iter()
            .enumerate()
            .map(|(index, variant)| {
                let ident = &variant.ident;
                let index = Literal::usize_unsuffixed(index);
                match &variant.payload {
                    Payload::Unit => quote! {
                        #index => {
                            r.unit(at)?;
                            #path::Ok(Self::#ident {})
                        }
                    },
                    Payload::Newtype(field) => {
                        let selector = &field.member.selector;
                        let ty = &field.member.ty;
                        let prior = self.told().prior(ty, quote!(prior));
                        let payload = match adapted::adaptor(field, path) {
                            Some(adaptor) => quote!(#path::adapted_payload::<#adaptor, _, _, _>(prior, r, at)),
                            None => self.told().call(ty, quote!(#path::payload(#prior, r, at))),
                        };
                        let value = match &field.with {
                            None => quote! {{
                                let prior = match prior {
                                    #path::Some(Self::#ident { #selector: value }) => #path::Some(value),
                                    _ => #path::None,
                                };
                                #payload?
                            }},
                            Some(with) => quote!(#path::convert(r, at, #with::decode)?),
                        };
                        match selector {
                            Selector::Index(_) => quote!(#index => #path::Ok(Self::#ident(#value)),),
                            Selector::Named(_) => {
                                quote!(#index => #path::Ok(Self::#ident { #selector: #value }),)
                            }
                        }
                    }
                    Payload::Fields(fields) => {
                        let payload = self.payload_type_expr(variant);
                        let parts: Vec<_> = fields
                            .declared()
                            .iter()
                            .map(|declared| part(declared.member()))
                            .collect();
                        quote! {
                            #index => {
                                let prior = match prior {
                                    #path::Some(Self::#ident { #(#parts),* }) => {
                                        #path::Some(#payload { #(#parts),* })
                                    }
                                    _ => #path::None,
                                };
                                let #payload { #(#parts),* } = #path::payload(prior, r, at)?;
                                #path::Ok(Self::#ident { #(#parts),* })
                            }
                        }
                    }
                }
            });
        let own = self.union.variants.iter().enumerate().map(|(index, _)| {
            let index = Literal::usize_unsuffixed(index);
            quote! {
                #index => <Self as #path::Variants<'__de>>::variant(
                    #index,
                    prior,
                    r,
                    #path::Variant(#path::nth::<Self, #index>()),
                ),
            }
        });
        let other = self.union.other.as_ref().map(|other| {
            let ident = &other.ident;
            quote! {
                fn other(unknown: #path::UnknownFields) -> #path::Option<Self> {
                    #path::Some(Self::#ident(unknown))
                }
            }
        });
        let verify = self.has_own().then(|| {
            quote! {
                if let #path::Ok(value) = &value {
                    #path::verify(r, |context| #path::Codec::accepts(value, context));
                }
            }
        });
        let chosen = quote! {
            match index {
                #(#read)*
                _ => #path::Err(r.error(#path::Fault::NoDefault)),
            }
        };
        let body = match verify.is_none() {
            true => chosen,
            false => quote!(let value = #chosen; #verify value),
        };
        let into = self.variants_into();
        quote! {
            #[automatically_derived]
            #header {
                fn variant<__R: #path::Reader<'__de>, __P: #path::Place>(
                    index: #path::usize,
                    prior: #path::Option<Self>,
                    r: &mut __R,
                    at: __P,
                ) -> #path::Result<Self, #path::Error> {
                    let _ = (&prior, &at);
                    #body
                }
                fn nth<__R: #path::Reader<'__de>>(
                    index: #path::usize,
                    prior: #path::Option<Self>,
                    r: &mut __R,
                ) -> #path::Result<Self, #path::Error> {
                    match index {
                        #(#own)*
                        _ => #path::Err(r.error(#path::Fault::NoDefault)),
                    }
                }
                #into
                #other
            }
        }
    }

    /// What merges into the variant that is there; nothing where no variant can be merged.
    fn variants_into(&self) -> Option<TokenStream> {
        let path = self.path;
        let variants = self.union.variants.iter().enumerate();
        let merged: Vec<_> = variants
            .filter_map(|(index, variant)| {
                let arm = self.merged(index, variant)?;
                Some((Literal::usize_unsuffixed(index), arm))
            })
            .collect();
        if merged.is_empty() {
            return None;
        }
        let (indexes, arms): (Vec<_>, Vec<_>) = merged.into_iter().unzip();
        Some(quote! {
            fn variant_into<__R: #path::Reader<'__de>, __P: #path::Place>(
                &mut self,
                index: #path::usize,
                r: &mut __R,
                at: __P,
            ) -> #path::Result<#path::bool, #path::Error> {
                match (index, self) {
                    #(#arms)*
                    _ => return #path::Ok(false),
                }
                #path::Ok(true)
            }
            fn nth_into<__R: #path::Reader<'__de>>(
                &mut self,
                index: #path::usize,
                r: &mut __R,
            ) -> #path::Result<#path::bool, #path::Error> {
                match index {
                    #(#indexes => <Self as #path::Variants<'__de>>::variant_into(
                        self,
                        #indexes,
                        r,
                        #path::Variant(#path::nth::<Self, #indexes>()),
                    ),)*
                    _ => #path::Ok(false),
                }
            }
        })
    }

    /// The arm that merges into a variant; none for one that is replaced.
    fn merged(&self, index: usize, variant: &Variant) -> Option<TokenStream> {
        let (path, ident) = (self.path, &variant.ident);
        let index = Literal::usize_unsuffixed(index);
        match &variant.payload {
            Payload::Unit => None,
            Payload::Newtype(field) => {
                let is_merged = matches!(
                    field.shape,
                    Shape::Message
                        | Shape::Known(_)
                        | Shape::Opaque
                        | Shape::List(_)
                        | Shape::Map(..)
                        | Shape::Duration
                        | Shape::Timestamp
                );
                if field.with.is_some() || field.adapted.is_some() || !is_merged {
                    return None;
                }
                let (selector, ty) = (&field.member.selector, &field.member.ty);
                let value = self.told().unique(ty, quote!(value));
                let merge = quote!(#path::Decode::decode_into(#value, r, at, #path::Mode::Merge)?;);
                let merge = self.told().call(ty, merge);
                Some(quote!((#index, Self::#ident { #selector: value }) => { #merge }))
            }
            Payload::Fields(fields) => {
                let payload = self.payload_type_expr(variant);
                let declared = fields.declared();
                let parts = declared.iter().map(|one| part(one.member()));
                let bindings = declared.iter().map(|one| binding(one.member()));
                let selectors = declared.iter().map(|one| &one.member().selector);
                let taken = declared.iter().map(|one| {
                    let (selector, binding) = (&one.member().selector, binding(one.member()));
                    let ty = &one.member().ty;
                    let absent = match one {
                        Declared::Field(field) if is_late(field) => {
                            quote!(<#ty as #path::Decode>::absent())
                        }
                        Declared::Field(field) => absent(field, path),
                        Declared::Unknown(_) => quote!(#path::Some(#path::UnknownFields::new())),
                        Declared::Skipped(skipped) => {
                            let value = skipped_default(skipped);
                            quote!(#path::Some(#value))
                        }
                    };
                    quote!(#selector: #path::taken(#binding, #absent, r)?)
                });
                Some(quote! {
                    (#index, Self::#ident { #(#parts),* }) => {
                        let payload = #payload { #(#taken),* };
                        let payload = #path::Decode::merge(payload, r, at)?;
                        #(*#bindings = payload.#selectors;)*
                    }
                })
            }
        }
    }

    /// The arms of the variants that have no number: `other`'s, and those of the skipped ones.
    pub(super) fn arms_without_number(
        &self,
        other: &TokenStream,
        skipped: impl Fn(&str) -> TokenStream,
    ) -> TokenStream {
        let mut arms = TokenStream::new();
        if let Some(variant) = &self.union.other {
            let ident = &variant.ident;
            arms.extend(quote!(Self::#ident(_) => #other,));
        }
        for variant in &self.union.skipped {
            let (ident, value) = (&variant.ident, skipped(&variant.ident.to_string()));
            arms.extend(quote!(Self::#ident { .. } => #value,));
        }
        if arms.is_empty() && self.union.variants.is_empty() {
            arms.extend(quote!(_ => #other,));
        }
        arms
    }
}
