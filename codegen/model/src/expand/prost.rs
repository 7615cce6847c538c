//! `prost::Message` and `prost::Name`, for types that say `prost`.
//!
//! Each method is a call into the runtime, which has the protobuf wire. The runtime hands the whole on only where its feature
//! `prost` is on; otherwise it tells which feature to enable.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Item;

/// The implementations of prost's traits.
pub(super) fn expand(item: &Item, path: &TokenStream) -> TokenStream {
    let (ident, generics) = (&item.ident, &item.generics);
    let given = &generics.predicates;
    let (params, arguments, clause, full_name) = if generics.is_empty() {
        let clause = (!given.is_empty()).then(|| quote!(where #given));
        (quote!(), quote!(), quote!(#clause), quote!())
    } else {
        let (declarations, arguments) = (generics.declarations(), generics.arguments());
        let clause = quote! {
            where
                #given
                Self: for<'__de> #path::Decode<'__de> + ::core::default::Default + ::core::marker::Send + ::core::marker::Sync,
        };
        let full_name = quote! {
            fn full_name() -> #path::String {
                #path::prost::full_name::<Self>()
            }
        };
        (
            quote!(<#declarations>),
            quote!(<#arguments>),
            clause,
            full_name,
        )
    };
    let (package, name) = match item.full_name.rsplit_once('.') {
        Some(parts) => parts,
        None => ("", item.full_name.as_str()),
    };
    let buf = quote!(#path::prost::bytes::Buf);
    let buf_mut = quote!(#path::prost::bytes::BufMut);
    let decoded = |ty: TokenStream| quote!(#path::Result<#ty, #path::prost::DecodeError>);
    let (done, made) = (decoded(quote!(())), decoded(quote!(Self)));
    let encoded = quote!(#path::Result<(), #path::prost::EncodeError>);
    let implementations = quote! {
            #[automatically_derived]
            impl #params #path::prost::Message for #ident #arguments #clause {
                fn encode_raw(&self, buf: &mut impl #buf_mut) {
                    #path::prost::encode_raw(self, buf);
                }
                fn merge_field(
                    &mut self,
                    number: #path::u32,
                    wire_type: #path::prost::WireType,
                    buf: &mut impl #buf,
                    context: #path::prost::DecodeContext,
                ) -> #done {
                    #path::prost::merge_field(self, number, wire_type, buf, context)
                }
                fn encoded_len(&self) -> #path::usize {
                    #path::prost::encoded_len(self)
                }
                fn encode(&self, buf: &mut impl #buf_mut) -> #encoded {
                    #path::prost::encode(self, buf)
                }
                fn encode_to_vec(&self) -> #path::Vec<#path::u8> {
                    #path::prost::encode_to_vec(self)
                }
                fn encode_length_delimited(&self, buf: &mut impl #buf_mut) -> #encoded {
                    #path::prost::encode_length_delimited(self, buf)
                }
                fn encode_length_delimited_to_vec(&self) -> #path::Vec<#path::u8> {
                    #path::prost::encode_length_delimited_to_vec(self)
                }
                fn decode(buf: impl #buf) -> #made {
                    #path::prost::decode(buf)
                }
                fn decode_length_delimited(buf: impl #buf) -> #made {
                    #path::prost::decode_length_delimited(buf)
                }
                fn merge(&mut self, buf: impl #buf) -> #done {
                    #path::prost::merge(self, buf)
                }
                fn merge_length_delimited(&mut self, buf: impl #buf) -> #done {
                    #path::prost::merge_length_delimited(self, buf)
                }
                fn clear(&mut self) {
                    #path::prost::clear(self);
                }
            }
            #[automatically_derived]
            impl #params #path::prost::Name for #ident #arguments #clause {
                const NAME: &'static #path::str = #name;
                const PACKAGE: &'static #path::str = #package;
                #full_name
            }
    };
    // A file that the generator writes is read by people, and the compiler tells of the feature there.
    match item.define {
        true => implementations,
        false => quote!(#path::with_prost! { #implementations }),
    }
}
