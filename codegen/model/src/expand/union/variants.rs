//! What reads an enum with data: alone, or as the oneof of a message.

use proc_macro2::TokenStream;
use quote::quote;

use super::Expansion;
use super::payload::part;
use crate::model::{Payload, Selector};

impl Expansion<'_> {
    pub(super) fn decode(&self) -> TokenStream {
        let path = self.path;
        let header = self.headers.decoding("Decode");
        let verify = self
            .has_own()
            .then(|| quote!(#path::verify(r, || #path::Codec::accepts(&value));));
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
                let index = proc_macro2::Literal::usize_unsuffixed(index);
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
                        let payload = self.told().call(ty, quote!(#path::payload(#prior, r, at)));
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
            let index = proc_macro2::Literal::usize_unsuffixed(index);
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
                    #path::verify(r, || #path::Codec::accepts(value));
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
                #other
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
