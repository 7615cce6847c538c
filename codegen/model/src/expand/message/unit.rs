//! Structs without fields.

use proc_macro2::TokenStream;
use quote::quote;

use crate::expand::generics::Headers;
use crate::expand::{rules, schema};
use crate::model::Item;

/// A struct without fields.
pub(super) fn expand(item: &Item, path: &TokenStream) -> TokenStream {
    let headers = Headers::new(item, path);
    let (codec, validate, decode) = (
        headers.plain("Codec", "Codec"),
        headers.plain("Validate", "Codec"),
        headers.decoding("Decode"),
    );
    let name = &item.full_name;
    let suffix = schema::suffix(item, &quote!(), crate::model::Layout::Array, path);
    let arguments = headers.schema_arguments();
    let hooks = &item.hooks;
    let has_hooks = !hooks.is_empty();
    let accepts = has_hooks.then(|| rules::accepts(path));
    let verify = has_hooks
        .then(|| quote!(#path::verify(r, |context| #path::Codec::accepts(&Self, context));));
    let check = has_hooks.then(|| {
        quote! {
            const DESCENDS: #path::bool = true;
            fn check_value<__R: #path::Rules, __C: #path::Checker>(&self, _rules: &__R, c: &mut __C) {
                #path::Validate::check_fields(self, c);
            }
            fn check_fields<__C: #path::Checker>(&self, c: &mut __C) {
                #(c.hook(self, #hooks);)*
            }
        }
    });
    quote! {
        #[automatically_derived]
        #codec {
            const TYPE: #path::Type = #path::Type::Unit;
            const SCHEMA: &'static #path::Schema = &#path::Schema::message(#name, &[]) #arguments #suffix.as_unit();
            #[inline]
            fn encode<__W: #path::Writer, __P: #path::Place>(&self, w: &mut __W, at: __P) {
                w.unit(at);
            }
            #accepts
        }
        #[automatically_derived]
        #validate { #check }
        #[automatically_derived]
        #decode {
            fn absent() -> #path::Option<Self> {
                #path::Some(Self)
            }
            fn decode<__R: #path::Reader<'__de>, __P: #path::Place>(r: &mut __R, at: __P) -> #path::Result<Self, #path::Error> {
                r.unit(at)?;
                #verify
                #path::Ok(Self)
            }
        }
    }
}
