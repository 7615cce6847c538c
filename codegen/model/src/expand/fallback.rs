//! Stub implementations for an item with mistakes, so that its uses are not errors too.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::generics::Headers;
use super::names;
use crate::model::Generics;

/// Implementations that compile and say nothing.
pub fn fallback(ident: &Ident, generics: &Generics, crate_path: &TokenStream) -> TokenStream {
    let path = &quote!(#crate_path::private);
    let headers = Headers::unchecked(ident, generics, path);
    let (codec, decode) = (headers.plain("Codec", "Codec"), headers.decoding("Decode"));
    let (validate, key) = (
        headers.plain("Validate", "Codec"),
        headers.plain("MapKey", "Codec"),
    );
    let (union, variants, fields) = (
        headers.plain("Union", "Codec"),
        headers.decoding("Variants"),
        headers.decoding("Fields"),
    );
    let tokens = quote! {
        #[automatically_derived]
        #validate {}
        #[automatically_derived]
        #codec {
            const TYPE: #path::Type = #path::Type::message(|| <Self as #path::Codec>::SCHEMA);
            const SCHEMA: &'static #path::Schema = &#path::Schema::message("", &[]);
            fn encode<__W: #path::Writer, __P: #path::Place>(&self, _w: &mut __W, _at: __P) {}
        }
        #[automatically_derived]
        #decode {
            fn decode<__R: #path::Reader<'__de>, __P: #path::Place>(r: &mut __R, _at: __P) -> #path::Result<Self, #path::Error> {
                #path::Err(r.error(#path::Fault::NoDefault))
            }
        }
        #[automatically_derived]
        #fields {
            fn schema(&self) -> &'static #path::Schema {
                <Self as #path::Codec>::SCHEMA
            }
            fn in_order<__R: #path::Reader<'__de>>(
                &mut self,
                _m: &mut #path::Scope<'_, __R>,
            ) -> #path::Result<(), #path::Error> {
                #path::Ok(())
            }
        }
        #[automatically_derived]
        #key {
            fn text(&self) -> #path::String {
                #path::String::new()
            }
        }
        #[automatically_derived]
        #union {
            fn number(&self) -> #path::u32 {
                0
            }
            fn encode_payload<__W: #path::Writer, __P: #path::Place>(&self, _w: &mut __W, _at: __P) {}
        }
        #[automatically_derived]
        #variants {
            fn variant<__R: #path::Reader<'__de>, __P: #path::Place>(
                _index: #path::usize,
                _prior: #path::Option<Self>,
                r: &mut __R,
                _at: __P,
            ) -> #path::Result<Self, #path::Error> {
                #path::Err(r.error(#path::Fault::NoDefault))
            }
            fn nth<__R: #path::Reader<'__de>>(
                _index: #path::usize,
                _prior: #path::Option<Self>,
                r: &mut __R,
            ) -> #path::Result<Self, #path::Error> {
                #path::Err(r.error(#path::Fault::NoDefault))
            }
        }
    };
    names::shorten(tokens)
}
