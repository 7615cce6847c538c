//! Structs without fields.

use proc_macro2::TokenStream;
use quote::quote;

use crate::expand::generics::Headers;
use crate::expand::schema;
use crate::model::Item;

/// A struct without fields.
pub(super) fn expand(item: &Item, path: &TokenStream) -> TokenStream {
    let headers = Headers::new(&item.ident, &item.generics, path);
    let (codec, validate, decode) = (
        headers.plain("Codec", "Codec"),
        headers.plain("Validate", "Codec"),
        headers.decoding("Decode"),
    );
    let name = &item.full_name;
    let suffix = schema::suffix(item, &[], crate::model::Layout::Array, path);
    let hooks = &item.hooks;
    let c = if hooks.is_empty() {
        quote!(_c)
    } else {
        quote!(c)
    };
    quote! {
        #[automatically_derived]
        #codec {
            const TYPE: #path::Type = #path::Type::Unit;
            const SCHEMA: &'static #path::Schema = &#path::Schema::message(#name, &[]) #suffix;
            #[inline]
            fn encode<__W: #path::Writer, __P: #path::Place>(&self, w: &mut __W, at: __P) {
                w.unit(at);
            }
        }
        #[automatically_derived]
        #validate {
            fn check_value<__R: #path::Rules, __C: #path::Checker>(&self, _rules: &__R, #c: &mut __C) {
                #(c.hook(self, #hooks);)*
            }
        }
        #[automatically_derived]
        #decode {
            fn absent() -> #path::Option<Self> {
                Some(Self)
            }
            fn decode<__R: #path::Reader<'__de>, __P: #path::Place>(r: &mut __R, at: __P) -> #path::Result<Self, #path::Error> {
                r.unit(at)?;
                Ok(Self)
            }
        }
    }
}
