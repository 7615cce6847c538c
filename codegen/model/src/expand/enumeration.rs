//! Enums without data: a number with names.

use proc_macro2::TokenStream;
use quote::quote;

use super::generics::Headers;
use super::literal::integer;
use super::{rules, schema};
use crate::model::{Enum, Item, Layout, Value};

/// The implementations for an enum without data.
pub(super) fn expand(item: &Item, enumeration: &Enum, path: &TokenStream) -> TokenStream {
    let headers = Headers::new(item, path);
    let (codec, validate, decode) = (
        headers.plain("Codec", "Codec"),
        headers.plain("Validate", "Codec"),
        headers.decoding("Decode"),
    );
    let key = headers.plain("MapKey", "Codec");
    let is_open = enumeration.other.is_some();
    let (name, holds_all) = (&item.full_name, is_open || enumeration.held_as_i32);
    let told = |value: &Value| enumeration.held_as_i32 && !value.is_named;
    let said = |value: &Value| {
        let (ident, name) = (&value.ident, &value.name);
        match told(value) {
            true => quote! {{
                use #path::StrName as _;
                #path::ValueName::or(Self::#ident.as_str_name(), #name)
            }},
            false => quote!(#name),
        }
    };
    let reserved = schema::with_reserved(&enumeration.reserved, path);
    let suffix = schema::suffix(item, &reserved, Layout::Array, path);
    let table = enumeration.values.iter().map(|value| {
        let number = integer(i128::from(value.number));
        let aliases = (!value.aliases.is_empty()).then(|| {
            let aliases = &value.aliases;
            quote!(.with_aliases(&[#(#aliases),*]))
        });
        let name = said(value);
        match told(value) {
            true => quote!(#path::EnumValue::named(#number, || #name) #aliases),
            false => quote!(#path::EnumValue::new(#number, #name) #aliases),
        }
    });
    let parts = enumeration.values.iter().map(|value| {
        let (ident, number) = (&value.ident, integer(i128::from(value.number)));
        let name = said(value);
        quote!(Self::#ident => (#number, #path::Some(#name)),)
    });
    let other_parts = enumeration.other.iter().map(|other| {
        let ident = &other.ident;
        quote!(Self::#ident(number) => (*number, #path::None),)
    });
    let skipped_parts = enumeration.skipped.iter().map(|skipped| {
        let ident = &skipped.ident;
        quote!(Self::#ident { .. } => (#path::i32::MIN, #path::None),)
    });
    let skipped = enumeration.skipped.iter().map(|skipped| {
        let (ident, name) = (&skipped.ident, skipped.ident.to_string());
        quote! {
            if ::core::matches!(self, Self::#ident { .. }) {
                #path::fail_skipped(w, #name);
            }
        }
    });
    let from_number = enumeration.values.iter().map(|value| {
        let (ident, number) = (&value.ident, integer(i128::from(value.number)));
        quote!(#number => #path::Ok(Self::#ident),)
    });
    let unknown = match &enumeration.other {
        Some(other) => {
            let ident = &other.ident;
            quote!(number => #path::Ok(Self::#ident(number)))
        }
        None => quote!(number => #path::Err(#path::unknown_value(r, number))),
    };
    let absent = match (enumeration.zero(), &enumeration.other) {
        (Some(zero), _) => {
            let ident = &zero.ident;
            quote!(#path::Some(Self::#ident))
        }
        (None, Some(other)) => {
            let ident = &other.ident;
            quote!(#path::Some(Self::#ident(0)))
        }
        (None, None) => quote!(#path::None),
    };
    let has_absent = enumeration.zero().is_some() || is_open;
    let no_absent = (!has_absent).then(|| {
        quote!(
            const ABSENT: #path::bool = false;
        )
    });
    let parts = quote! {
        match self {
            #(#parts)*
            #(#other_parts)*
            #(#skipped_parts)*
        }
    };
    let hooks = &item.hooks;
    let accepts = (!hooks.is_empty()).then(|| rules::accepts(path));
    let descends = (!hooks.is_empty()).then(|| {
        quote!(
            const DESCENDS: #path::bool = true;
        )
    });
    let check_fields = (!hooks.is_empty()).then(|| {
        quote! {
            fn check_fields<__C: #path::Checker>(&self, c: &mut __C) {
                #(c.hook(self, #hooks);)*
            }
        }
    });
    let read = quote! {
        match r.enumeration(at, <Self as #path::Codec>::SCHEMA)? {
            #(#from_number)*
            #unknown,
        }
    };
    let read = if hooks.is_empty() {
        read
    } else {
        quote! {
            let read: #path::Result<Self, #path::Error> = #read;
            let value = read?;
            #path::verify(r, |context| #path::Codec::accepts(&value, context));
            #path::Ok(value)
        }
    };
    quote! {
        #[automatically_derived]
        #codec {
            const TYPE: #path::Type = #path::Type::enumeration(|| <Self as #path::Codec>::SCHEMA);
            const SCHEMA: &'static #path::Schema =
                &#path::Schema::enumeration(#name, &[#(#table),*], #holds_all) #suffix;
            #no_absent
            #[inline]
            fn encode<__W: #path::Writer, __P: #path::Place>(&self, w: &mut __W, at: __P) {
                #(#skipped)*
                let (number, name) = #parts;
                w.enumeration(at, number, name);
            }
            #accepts
        }
        #[automatically_derived]
        #validate {
            #descends
            fn check_value<__R: #path::Rules, __C: #path::Checker>(&self, rules: &__R, c: &mut __C) {
                if let #path::Some(subject) = #path::Validate::subject(self) {
                    subject.check(rules.plan(), c);
                }
                #path::Validate::check_fields(self, c);
            }
            #check_fields
            fn is_zero(&self) -> #path::bool {
                let (number, _): (#path::i32, #path::Option<&#path::str>) = #parts;
                number == 0
            }
            fn subject(&self) -> #path::Option<#path::Subject<'_>> {
                let (number, name): (#path::i32, #path::Option<&#path::str>) = #parts;
                #path::Some(#path::Subject::Enum { number, defined: name.is_some() })
            }
        }
        #[automatically_derived]
        #decode {
            #[inline]
            fn absent() -> #path::Option<Self> {
                #absent
            }
            #[inline]
            fn decode<__R: #path::Reader<'__de>, __P: #path::Place>(r: &mut __R, at: __P) -> #path::Result<Self, #path::Error> {
                #read
            }
        }
        #[automatically_derived]
        #key {
            fn text(&self) -> #path::String {
                let (number, name): (#path::i32, #path::Option<&#path::str>) = #parts;
                match name {
                    #path::Some(name) => #path::ToString::to_string(name),
                    #path::None => #path::ToString::to_string(&number),
                }
            }
        }
    }
}
