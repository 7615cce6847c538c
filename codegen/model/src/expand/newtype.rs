//! Newtypes: on every wire, the inner value.

use proc_macro2::TokenStream;
use quote::quote;

use super::generics::Headers;
use super::told::Told;
use super::{literal, rules, schema};
use crate::model::{Item, Newtype};

/// The implementations for a struct of one value without a number.
pub(super) fn expand(item: &Item, newtype: &Newtype, path: &TokenStream) -> TokenStream {
    let headers = Headers::new(item, path);
    let (codec, validate, decode) = (
        headers.plain("Codec", "Codec"),
        headers.plain("Validate", "Codec"),
        headers.decoding("Decode"),
    );
    let field = &newtype.field;
    let (member, ty) = (&field.member.selector, &field.member.ty);
    let wire_type = schema::wire_type(field, path);
    let told = Told {
        define: item.define,
        path,
    };
    let inner = match &field.with {
        None => told.shared(ty, quote!(&self.#member)),
        Some(_) => quote!(&self.#member),
    };
    let construct = |value: TokenStream| {
        let skipped = newtype.skipped.iter().map(|skipped| {
            let selector = &skipped.member.selector;
            let value = skipped
                .default
                .as_ref()
                .map(literal::made_of)
                .unwrap_or_else(|| quote!(::core::default::Default::default()));
            quote!(#selector: #value,)
        });
        quote!(Self { #member: #value, #(#skipped)* })
    };
    let rule_list = literal::rules(&field.rules, path);
    let wire_type = if field.rules.is_empty() {
        wire_type
    } else {
        schema::placed(
            quote!(#path::ruled(#wire_type, #rule_list)),
            schema::span(ty),
        )
    };
    let has_own = rules::has_own(field) || !item.hooks.is_empty();
    let hooks = &item.hooks;
    let field_hooks = &field.hooks;
    let own_rules = (!field.rules.is_empty()).then(|| {
        quote! {
            struct Own;
            impl #path::FixedRules for Own {
                const RULES: &'static [#path::Rule] = #rule_list;
            }
        }
    });
    let checked = match &field.with {
        None => inner.clone(),
        Some(with) => quote!(&#with::encode(#inner)),
    };
    let own_check =
        (!field.rules.is_empty()).then(|| quote!(#path::Validate::check_field(#checked, &Own, c);));
    let own = quote!(#own_check #(c.hook(#inner, #field_hooks);)* #(c.hook(self, #hooks);)*);
    let accepts = has_own.then(|| rules::accepts(path));
    let verify = has_own
        .then(|| quote!(#path::verify(r, |context| #path::Codec::accepts(&value, context));));
    let verify_self =
        has_own.then(|| quote!(#path::verify(r, |context| #path::Codec::accepts(self, context));));
    let (encode, encode_fields, decoded, absent, in_place) = match &field.with {
        None => {
            let value = construct(quote!(<#ty as #path::Decode>::decode(r, at)?));
            let absent = construct(quote!(<#ty as #path::Decode>::absent()?));
            let merged = construct(quote!(<#ty as #path::Decode>::merge(self.#member, r, at)?));
            let in_place = quote! {
                #[inline]
                fn decode_into<__R: #path::Reader<'__de>, __P: #path::Place>(
                    &mut self,
                    r: &mut __R,
                    at: __P,
                    mode: #path::Mode,
                ) -> #path::Result<(), #path::Error> {
                    <#ty as #path::Decode>::decode_into(&mut self.#member, r, at, mode)?;
                    #verify_self
                    #path::Ok(())
                }
                fn merge<__R: #path::Reader<'__de>, __P: #path::Place>(
                    self,
                    r: &mut __R,
                    at: __P,
                ) -> #path::Result<Self, #path::Error> {
                    let value = #merged;
                    #verify
                    #path::Ok(value)
                }
                fn clear(&mut self) -> #path::bool {
                    <#ty as #path::Decode>::clear(&mut self.#member)
                }
            };
            (
                quote!(#path::Codec::encode(#inner, w, at);),
                quote!(#path::Codec::encode_fields(#inner, w);),
                value,
                quote!(#path::Some(#absent)),
                in_place,
            )
        }
        Some(with) => {
            let value = construct(quote!(#path::convert(r, at, #with::decode)?));
            let absent = construct(quote!(#path::absent_with(#with::decode)?));
            (
                quote!(#path::Codec::encode(&#with::encode(#inner), w, at);),
                quote!(#path::Codec::encode_fields(&#with::encode(#inner), w);),
                value,
                quote!(#path::Some(#absent)),
                TokenStream::new(),
            )
        }
    };
    let forwarded = field.with.is_none().then(|| {
        quote! {
            const SCHEMA: &'static #path::Schema = <#ty as #path::Codec>::SCHEMA;
            const ABSENT: #path::bool = <#ty as #path::Codec>::ABSENT;
            const MINDS_FRESH: #path::bool = <#ty as #path::Codec>::MINDS_FRESH;
            const IS_KNOWN: #path::bool = <#ty as #path::Codec>::IS_KNOWN;
            const KEEPS_UNKNOWN: #path::bool = <#ty as #path::Codec>::KEEPS_UNKNOWN;
            fn unknown(&self) -> #path::Option<&#path::UnknownFields> {
                #path::Codec::unknown(#inner)
            }
        }
    });
    let (check_inner, zero, subject) = match &field.with {
        None => (
            quote!(#path::Validate::check_value(#inner, rules, c);),
            quote!(#path::Validate::is_zero(#inner)),
            quote!(#path::Validate::subject(#inner)),
        ),
        Some(with) => (
            quote!(#path::Validate::check_value(&#with::encode(#inner), rules, c);),
            quote!(#path::Validate::is_zero(&#with::encode(#inner))),
            quote!(#path::None),
        ),
    };
    let check_own = has_own.then(|| quote!(#path::Validate::check_fields(self, c);));
    let check_fields = has_own.then(|| {
        quote! {
            fn check_fields<__C: #path::Checker>(&self, c: &mut __C) {
                #own_rules
                #own
            }
        }
    });
    let descends = match (&field.with, has_own) {
        (_, true) => quote!(true),
        (None, false) => quote!(<#ty as #path::Codec>::DESCENDS),
        (Some(_), false) => quote!(false),
    };
    let key = field.with.is_none().then(|| {
        let header = headers.key(ty);
        quote! {
            #[automatically_derived]
            #header {
                fn text(&self) -> #path::String {
                    #path::MapKey::text(#inner)
                }
            }
        }
    });
    let is_alone = item.generics.is_empty() && !item.define && !field.rules.is_empty();
    let evaluated = is_alone.then(|| {
        let ident = &item.ident;
        quote!(const _: #path::Type = <#ident as #path::Codec>::TYPE;)
    });
    quote! {
        #evaluated
        #[automatically_derived]
        #codec {
            const TYPE: #path::Type = #wire_type;
            #forwarded
            #[inline]
            fn encode<__W: #path::Writer, __P: #path::Place>(&self, w: &mut __W, at: __P) {
                #encode
            }
            #[inline]
            fn encode_fields<__W: #path::Writer>(&self, w: &mut __W) {
                #encode_fields
            }
            #accepts
        }
        #[automatically_derived]
        #validate {
            const DESCENDS: #path::bool = #descends;
            fn check_value<__R: #path::Rules, __C: #path::Checker>(&self, rules: &__R, c: &mut __C) {
                #check_inner
                #check_own
            }
            #check_fields
            fn is_zero(&self) -> #path::bool {
                #zero
            }
            fn subject(&self) -> #path::Option<#path::Subject<'_>> {
                #subject
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
                let value = #decoded;
                #verify
                #path::Ok(value)
            }
            #in_place
        }
        #key
    }
}
