//! The walk that reads: the entries in order.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::draft::draft_name;
use super::{Message, Place, is_late};
use crate::expand::{adapted, schema};
use crate::model::{Entry, Field, Form, Shape};

impl Message<'_> {
    /// `schema` and `in_order`, for the type itself or for its draft.
    pub(super) fn traversal(&self, owner: &TokenStream, draft: bool) -> TokenStream {
        let path = self.path;
        let places = self.places();
        let calls = places.iter().map(|place| self.call(place, owner, draft));
        let known = (self.item.form != Form::Plain).then(|| {
            quote! {
                fn decode_known<__R: #path::Reader<'__de>>(
                    &mut self,
                    m: &mut #path::Scope<'_, __R>,
                ) -> #path::Result<(), #path::Error> {
                    #path::Fields::in_order(self, m)
                }
            }
        });
        let inline = self.inline_walk();
        let is_small = self
            .is_small()
            .then(|| quote!(const IS_SMALL: #path::bool = true;));
        let m = if places.is_empty() {
            quote!(_m)
        } else {
            quote!(m)
        };
        quote! {
            const KNOWN: #path::Option<&'static #path::Schema> = #path::Some(<#owner as #path::Codec>::SCHEMA);
            #is_small
            fn schema(&self) -> &'static #path::Schema {
                <#owner as #path::Codec>::SCHEMA
            }
            #inline
            fn in_order<__R: #path::Reader<'__de>>(
                &mut self,
                #m: &mut #path::Scope<'_, __R>,
            ) -> #path::Result<(), #path::Error> {
                #(#calls?;)*
                #path::Ok(())
            }
            #known
        }
    }

    /// The call that reads one entry, if it is next.
    pub(super) fn call(&self, place: &Place<'_>, owner: &TokenStream, draft: bool) -> TokenStream {
        let path = self.path;
        let field = place.field;
        let member = if draft {
            let name = draft_name(&field.member);
            quote!(self.#name)
        } else {
            let selector = &field.member.selector;
            quote!(self.#selector)
        };
        let at = place.at(owner, path);
        match place.entry {
            Entry::Field { .. } if !field.was.is_empty() => {
                self.call_was(field, &at, &member, draft && is_late(field))
            }
            Entry::Field { .. } => match (&field.with, draft && is_late(field)) {
                (None, false) => {
                    let ty = &field.member.ty;
                    let value = adapted::unique(field, quote!(&mut #member), self.told());
                    self.told().scope(ty, "field", &quote!(#at, #value))
                }
                (None, true) if field.adapted.is_some() => {
                    let adaptor = adapted::adaptor(field, path);
                    quote!(m.field_with(#at, &mut #member, #path::drafted::<#adaptor, _>))
                }
                (None, true) => {
                    let ty = &field.member.ty;
                    let value = self.told().draft(ty, quote!(&mut #member));
                    self.told().scope(ty, "draft", &quote!(#at, #value))
                }
                (Some(with), false) => {
                    quote!(m.field_with(#at, &mut #member, #with::decode))
                }
                (Some(with), true) => {
                    quote!(m.field_with(#at, &mut #member, |value| #with::decode(value).map(#path::Some)))
                }
            },
            Entry::Variant { number, .. } => {
                let method =
                    match is_late(field) && !draft && !matches!(field.shape, Shape::Option(_)) {
                        false => format_ident!("variant"),
                        true => format_ident!("held_variant"),
                    };
                let ty = schema::union_type(&field.member);
                let group = self.group(field);
                quote!(m.#method(#at, const { <#ty as #path::Codec>::SCHEMA.position(#number) }, #group, &mut #member))
            }
            Entry::Flatten { .. } => {
                let position = place.position(path);
                quote!(m.flatten(#position, &mut #member))
            }
        }
    }

    /// The call that reads a field that had other types before, if it is next.
    fn call_was(
        &self,
        field: &Field,
        at: &TokenStream,
        member: &TokenStream,
        late: bool,
    ) -> TokenStream {
        let (path, own) = (self.path, &field.member.ty);
        let some = late.then(|| quote!(.map(#path::Some)));
        let former = field.was.iter().map(|was| {
            let (ty, with) = (&was.ty, &was.with);
            let converted = quote!(#path::converted::<#own, _>(#with(old)));
            let converted = schema::placed(converted, schema::span(with));
            let read = schema::placed(quote!(m.former), schema::span(ty));
            quote!(#read(#at, value, |old: #ty| #converted #some))
        });
        let former: Vec<_> = former.collect();
        let former = match former.as_slice() {
            [one] => quote!(|m, value| #one),
            several => quote!(|m, value| #path::Ok(#(#several?)||*)),
        };
        match &field.with {
            None => {
                let method = format_ident!("{}", if late { "draft_was" } else { "field_was" });
                quote!(m.#method(#at, &mut #member, #former))
            }
            Some(with) => {
                let convert = match late {
                    false => quote!(#with::decode),
                    true => quote!(|value| #with::decode(value).map(#path::Some)),
                };
                quote!(m.field_with_was(#at, &mut #member, #convert, #former))
            }
        }
    }

    /// The positions of a oneof's variants.
    pub(super) fn group(&self, oneof: &Field) -> TokenStream {
        let path = self.path;
        let places = self.places();
        let positions = places
            .iter()
            .filter(|place| std::ptr::eq(place.field, oneof))
            .map(|place| place.position(path));
        quote!(&const { #path::Positions::of(&[#(#positions),*]) })
    }

    pub(super) fn fields_unknown(&self) -> Option<TokenStream> {
        let selector = &self.message.unknown.as_ref()?.selector;
        Some(self.unknown_fn(&quote!(#selector)))
    }

    pub(super) fn fields_unknown_draft(&self) -> Option<TokenStream> {
        let name = draft_name(self.message.unknown.as_ref()?);
        Some(self.unknown_fn(&quote!(#name)))
    }

    pub(super) fn unknown_fn(&self, member: &TokenStream) -> TokenStream {
        let path = self.path;
        quote! {
            fn unknown(&mut self) -> #path::Option<&mut #path::UnknownFields> {
                #path::Some(&mut self.#member)
            }
        }
    }
}
