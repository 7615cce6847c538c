//! What reads a message by way of a draft, where a required field has no absent value; into a whole message it is merged in
//! place.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::decode::{absent, skipped_default};
use super::upgrade::Missed;
use super::{Message, is_late};
use crate::expand::generics::free_name;
use crate::expand::schema::{self, own_default};
use crate::model::{Declared, Member, Role, Selector, Shape};

impl Message<'_> {
    pub(super) fn drafted(&self) -> TokenStream {
        let path = self.path;
        let ident = &self.item.ident;
        let types = self.message.declared();
        let types = types.iter().map(|declared| &declared.member().ty);
        let own = ident.to_string();
        let draft = free_name(&format!("{}Draft", own.trim_end_matches('_')), types);
        let declarations = self.item.generics.declarations();
        let (params, arguments) = if self.item.generics.is_empty() {
            (TokenStream::new(), TokenStream::new())
        } else {
            let arguments = self.item.generics.arguments();
            (quote!(<#declarations>), quote!(<#arguments>))
        };
        let predicates = &self.item.generics.predicates;
        let predicates = (!predicates.is_empty()).then(|| quote!(where #predicates));
        let members = self.message.fields.iter().map(|field| {
            let (name, ty) = (draft_name(&field.member), &field.member.ty);
            match (&field.role, is_late(field)) {
                (Role::Oneof(_), true) => {
                    let ty = schema::union_type(&field.member);
                    quote!(#name: #path::Option<#ty>,)
                }
                (_, true) => quote!(#name: #path::Option<#ty>,),
                (_, false) => quote!(#name: #ty,),
            }
        });
        let unknown_member = self.message.unknown.as_ref().map(|member| {
            let name = draft_name(member);
            quote!(#name: #path::UnknownFields,)
        });
        let skipped = self.message.skipped.iter().map(|skipped| {
            let (name, ty) = (draft_name(&skipped.member), &skipped.member.ty);
            quote!(#name: #ty,)
        });
        let (decode, fields) = (
            self.headers.decoding("Decode"),
            self.headers
                .decoding_for("Fields", &quote!(#draft #arguments)),
        );
        let initial = self.message.fields.iter().map(|field| {
            let name = draft_name(&field.member);
            if is_late(field) {
                return quote!(#name: #path::None,);
            }
            let (value, text) = (absent(field, path), &field.name);
            quote!(#name: #path::initial(r, #value, #text)?,)
        });
        let initial_unknown = self.message.unknown.as_ref().map(|member| {
            let name = draft_name(member);
            quote!(#name: #path::UnknownFields::new(),)
        });
        let initial_skipped = self.message.skipped.iter().map(|skipped| {
            let (name, value) = (draft_name(&skipped.member), skipped_default(skipped));
            quote!(#name: #value,)
        });
        let prior = self.message.declared().into_iter().map(|declared| {
            let member = declared.member();
            let (name, selector) = (draft_name(member), &member.selector);
            match declared {
                Declared::Field(field) if is_late(field) => match &field.role {
                    Role::Oneof(_) if matches!(field.shape, Shape::Option(_)) => {
                        quote!(#name: self.#selector,)
                    }
                    _ => quote!(#name: #path::Some(self.#selector),),
                },
                _ => quote!(#name: self.#selector,),
            }
        });
        let finish = self.message.declared().into_iter().map(|declared| {
            let member = declared.member();
            let (name, selector) = (draft_name(member), &member.selector);
            let value = match declared {
                Declared::Field(field) if is_late(field) => {
                    let text = &field.name;
                    match (&field.role, own_default(field), field.required) {
                        (Role::Oneof(_), _, true) if matches!(field.shape, Shape::Option(_)) => {
                            quote! {{
                                let oneof = #path::finish_required(r, draft.#name, #text)?;
                                #path::Some(oneof)
                            }}
                        }
                        (_, Some(default), _) => {
                            quote!(match draft.#name { #path::Some(value) => value, #path::None => #default })
                        }
                        _ => quote!(#path::finish_required(r, draft.#name, #text)?),
                    }
                }
                _ => quote!(draft.#name),
            };
            quote!(#selector: #value,)
        });
        let finish: Vec<_> = finish.collect();
        let verify = self
            .accepts()
            .map(|_| quote!(#path::verify(r, |context| #path::Codec::accepts(&value, context));));
        let upgrades = self.upgrades();
        let missed = Missed::of(self);
        let (missed_member, no_missed) = (&missed.member, &missed.initial);
        let (upgrade, note, mutable) = (&missed.upgrade, &missed.note, &missed.mutable);
        let owner = self.headers.ty();
        let traversal = self.traversal(&owner, true);
        let unknown = self.fields_unknown_draft();
        let whole_fields = self.headers.decoding("Fields");
        let whole_traversal = self.traversal(&quote!(Self), false);
        let whole_unknown = self.fields_unknown();
        let accepts = self.fields_accepts();
        let whole_upgrade = self.upgrade();
        quote! {
            const _: () = {
            struct #draft #params #predicates {
                #(#members)*
                #unknown_member
                #(#skipped)*
                #missed_member
            }
            #[automatically_derived]
            #decode {
                fn decode<__R: #path::Reader<'__de>, __P: #path::Place>(r: &mut __R, at: __P) -> #path::Result<Self, #path::Error> {
                    let mut draft = #draft { #(#initial)* #initial_unknown #(#initial_skipped)* #no_missed };
                    r.message(at, &mut draft, #path::Mode::Fresh)?;
                    let #mutable value = Self { #(#finish)* };
                    #upgrade
                    #verify
                    #path::Ok(value)
                }
                fn decode_into<__R: #path::Reader<'__de>, __P: #path::Place>(
                    &mut self,
                    r: &mut __R,
                    at: __P,
                    mode: #path::Mode,
                ) -> #path::Result<(), #path::Error> {
                    match mode {
                        #path::Mode::Replace => *self = <Self as #path::Decode>::decode(r, at)?,
                        _ => r.message(at, self, mode)?,
                    }
                    #path::Ok(())
                }
                fn merge<__R: #path::Reader<'__de>, __P: #path::Place>(
                    self,
                    r: &mut __R,
                    at: __P,
                ) -> #path::Result<Self, #path::Error> {
                    let mut draft = #draft { #(#prior)* #no_missed };
                    r.message(at, &mut draft, #path::Mode::Merge)?;
                    let #mutable value = Self { #(#finish)* };
                    #upgrade
                    #verify
                    #path::Ok(value)
                }
            }
            #[automatically_derived]
            #fields {
                #upgrades
                #traversal
                #unknown
                #note
            }
            #[automatically_derived]
            #whole_fields {
                #upgrades
                #whole_traversal
                #whole_unknown
                #whole_upgrade
                #accepts
            }
            };
        }
    }
}

/// A member's name in a draft, where tuples have names too.
pub(super) fn draft_name(member: &Member) -> TokenStream {
    match &member.selector {
        Selector::Named(ident) => quote!(#ident),
        Selector::Index(index) => {
            let ident = format_ident!("f{}", index + 1);
            quote!(#ident)
        }
    }
}
