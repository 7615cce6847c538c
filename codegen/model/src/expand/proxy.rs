//! Types that are another type on every wire, through `Into` and `From` or `TryFrom`.

use proc_macro2::TokenStream;
use quote::quote;

use super::generics::Headers;
use super::rules;
use crate::model::{Conversion, Item, Proxy};

/// The implementations for a type with a proxy.
pub(super) fn expand(item: &Item, proxy: &Proxy, path: &TokenStream) -> TokenStream {
    let headers = Headers::new(item, path);
    let (codec, validate, decode) = (
        headers.plain("Codec", "Codec"),
        headers.plain("Validate", "Codec"),
        headers.decoding("Decode"),
    );
    let ty = &proxy.ty;
    let made =
        quote!(<Self as ::core::convert::Into<#ty>>::into(::core::clone::Clone::clone(self)));
    let convert = match proxy.conversion {
        Conversion::From => {
            quote!(|proxy: #ty| #path::Ok::<Self, ::core::convert::Infallible>(::core::convert::From::from(proxy)))
        }
        Conversion::TryFrom => {
            quote!(|proxy: #ty| <Self as ::core::convert::TryFrom<#ty>>::try_from(proxy))
        }
    };
    let absent = match proxy.conversion {
        Conversion::From => {
            quote!(<#ty as #path::Decode>::absent().map(::core::convert::From::from))
        }
        Conversion::TryFrom => quote! {
            <Self as ::core::convert::TryFrom<#ty>>::try_from(<#ty as #path::Decode>::absent()?).ok()
        },
    };
    let key = headers.key(ty);
    let hooks = &item.hooks;
    let accepts = (!hooks.is_empty()).then(|| rules::accepts(path));
    let check_fields = (!hooks.is_empty()).then(|| {
        quote! {
            fn check_fields<__C: #path::Checker>(&self, c: &mut __C) {
                #(c.hook(self, #hooks);)*
            }
        }
    });
    let verify =
        (!hooks.is_empty()).then(|| quote!(#path::verify(r, || #path::Codec::accepts(&value));));
    quote! {
        #[automatically_derived]
        #codec {
            const TYPE: #path::Type = <#ty as #path::Codec>::TYPE;
            const SCHEMA: &'static #path::Schema = <#ty as #path::Codec>::SCHEMA;
            const ABSENT: #path::bool = <#ty as #path::Codec>::ABSENT;
            const MINDS_FRESH: #path::bool = <#ty as #path::Codec>::MINDS_FRESH;
            fn encode<__W: #path::Writer, __P: #path::Place>(&self, w: &mut __W, at: __P) {
                #path::Codec::encode(&#made, w, at);
            }
            fn encode_fields<__W: #path::Writer>(&self, w: &mut __W) {
                #path::Codec::encode_fields(&#made, w);
            }
            #accepts
        }
        #[automatically_derived]
        #validate {
            const DESCENDS: #path::bool = true;
            fn check_value<__R: #path::Rules, __C: #path::Checker>(&self, rules: &__R, c: &mut __C) {
                #path::Validate::check_value(&#made, rules, c);
                #path::Validate::check_fields(self, c);
            }
            #check_fields
        }
        #[automatically_derived]
        #decode {
            fn absent() -> #path::Option<Self> {
                #absent
            }
            fn decode<__R: #path::Reader<'__de>, __P: #path::Place>(r: &mut __R, at: __P) -> #path::Result<Self, #path::Error> {
                let value = #path::convert(r, at, #convert)?;
                #verify
                #path::Ok(value)
            }
            fn decode_into<__R: #path::Reader<'__de>, __P: #path::Place>(
                &mut self,
                r: &mut __R,
                at: __P,
                mode: #path::Mode,
            ) -> #path::Result<(), #path::Error> {
                let value = #path::convert_into(r, at, mode, || #made, #convert)?;
                #verify
                *self = value;
                #path::Ok(())
            }
        }
        #[automatically_derived]
        #key {
            fn text(&self) -> #path::String {
                #path::MapKey::text(&#made)
            }
        }
    }
}
