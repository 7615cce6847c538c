//! What writes an enum with data, and its schema.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Expansion, any};
use crate::expand::{adapted, rules, schema};
use crate::model::{Layout, Payload, Variant};

impl Expansion<'_> {
    pub(super) fn codec(&self) -> TokenStream {
        let path = self.path;
        let header = self.headers.plain("Codec", "Codec");
        let name = &self.item.full_name;
        let reserved = schema::with_reserved(&self.union.reserved, path);
        let suffix = schema::suffix(self.item, &reserved, Layout::Array, path);
        let arguments = self.headers.schema_arguments();
        let table = self
            .union
            .variants
            .iter()
            .map(|variant| self.entry(variant));
        let arms = self.union.variants.iter().enumerate().map(|(index, variant)| {
            let pattern = any(variant);
            quote! {
                #pattern => { #path::Union::encode_payload(self, w, #path::Variant(#path::nth::<Self, #index>())); }
            }
        });
        let other =
            self.arms_without_number(&quote!({}), |name| quote!(#path::fail_skipped(w, #name)));
        let unknown = self.union.other.as_ref().map(|other| {
            let ident = &other.ident;
            quote! {
                const KEEPS_UNKNOWN: #path::bool = true;
                fn unknown(&self) -> #path::Option<&#path::UnknownFields> {
                    match self {
                        Self::#ident(unknown) => #path::Some(unknown),
                        _ => #path::None,
                    }
                }
            }
        });
        let keeping = (self.union.other.is_some()).then(|| quote!(.keeping_unknown()));
        let accepts = self.has_own().then(|| rules::accepts(path));
        quote! {
            #[automatically_derived]
            #header {
                const TYPE: #path::Type = #path::Type::union(|| <Self as #path::Codec>::SCHEMA);
                const SCHEMA: &'static #path::Schema =
                    &#path::Schema::union(#name, &[#(#table),*]) #arguments #suffix #keeping;
                const ABSENT: #path::bool = false;
                fn encode<__W: #path::Writer, __P: #path::Place>(&self, w: &mut __W, at: __P) {
                    w.union(at, self);
                }
                fn encode_fields<__W: #path::Writer>(&self, w: &mut __W) {
                    match self {
                        #(#arms)*
                        #other
                    }
                }
                #unknown
                #accepts
            }
        }
    }

    /// A variant's entry in the table.
    pub(super) fn entry(&self, variant: &Variant) -> TokenStream {
        let path = self.path;
        let (number, name) = (variant.number, &variant.name);
        let (ty, details) = match &variant.payload {
            Payload::Unit => (quote!(#path::Type::Unit), TokenStream::new()),
            Payload::Newtype(field) => {
                let mut inner = (**field).clone();
                inner.name.clone_from(name);
                inner.json_name.clone_from(name);
                (
                    schema::wire_type(field, path),
                    schema::details(&inner, path),
                )
            }
            Payload::Fields(_) => {
                let ty = self.payload_type(variant);
                (quote!(<#ty as #path::Codec>::TYPE), TokenStream::new())
            }
        };
        let json_name = (variant.json_name != *name).then(|| {
            let json_name = &variant.json_name;
            quote!(.with_json_name(#json_name))
        });
        let aliases = (!variant.aliases.is_empty()).then(|| {
            let aliases = &variant.aliases;
            quote!(.with_aliases(&[#(#aliases),*]))
        });
        let since = variant.since.map(|since| quote!(.with_since(#since)));
        let accepted = schema::accepting(&variant.accepts, path);
        let row = quote!(#path::Field::variant(#number, #name, #ty) #details #json_name #aliases #since #accepted);
        match &variant.payload {
            Payload::Newtype(field) => schema::placed(row, schema::span(&field.member.ty)),
            _ => row,
        }
    }

    pub(super) fn union(&self) -> TokenStream {
        let path = self.path;
        let header = self.headers.plain("Union", "Codec");
        let numbers = self.union.variants.iter().map(|variant| {
            let (pattern, number) = (any(variant), variant.number);
            quote!(#pattern => #number,)
        });
        let no_number = self.arms_without_number(&quote!(0), |_| quote!(#path::u32::MAX));
        let payloads = self.union.variants.iter().map(|variant| {
            let ident = &variant.ident;
            match &variant.payload {
                Payload::Unit => quote!(Self::#ident { .. } => w.unit(at),),
                Payload::Newtype(field) => {
                    let selector = &field.member.selector;
                    match &field.with {
                        None => {
                            let value = adapted::shared(field, quote!(value), self.told());
                            let encode = quote!(#path::Codec::encode(#value, w, at););
                            let encode = self.told().call(&field.member.ty, encode);
                            quote!(Self::#ident { #selector: value } => { #encode })
                        }
                        Some(with) => quote! {
                            Self::#ident { #selector: value } => { #path::Codec::encode(&#with::encode(value), w, at); }
                        },
                    }
                }
                Payload::Fields(fields) => {
                    let (pattern, reference) = self.reference(variant, fields);
                    quote!(#pattern => #path::Codec::encode(&#reference, w, at),)
                }
            }
        });
        let nothing =
            self.arms_without_number(&quote!({}), |name| quote!(#path::fail_skipped(w, #name)));
        quote! {
            #[automatically_derived]
            #header {
                fn number(&self) -> #path::u32 {
                    match self {
                        #(#numbers)*
                        #no_number
                    }
                }
                fn encode_payload<__W: #path::Writer, __P: #path::Place>(&self, w: &mut __W, at: __P) {
                    let _ = (&w, &at);
                    match self {
                        #(#payloads)*
                        #nothing
                    }
                }
            }
        }
    }
}
