//! What reads a message in place: its absent form, and how it is made absent again.

use proc_macro2::TokenStream;
use quote::quote;

use super::Message;
use crate::expand::schema::own_default;
use crate::expand::{adapted, literal};
use crate::model::{Declared, Field, Role, Skipped};

impl Message<'_> {
    pub(super) fn in_place(&self) -> TokenStream {
        let path = self.path;
        let (decode, fields) = (
            self.headers.decoding("Decode"),
            self.headers.decoding("Fields"),
        );
        let absent = self.construct(|field| {
            let value = absent(field, path);
            quote!(#value?)
        });
        let traversal = self.traversal(&quote!(Self), false);
        let reset = self.reset();
        let unknown = self.fields_unknown();
        let forget = self.message.unknown.as_ref().map(|member| {
            let selector = &member.selector;
            quote!(self.#selector.clear();)
        });
        let accepts = self.fields_accepts();
        let (upgrades, upgrade) = (self.upgrades(), self.upgrade());
        let inline = self.inline();
        let (walk, allow) = (self.inline_walk(), self.allow_always());
        quote! {
            #[automatically_derived]
            #allow
            #decode {
                #[inline]
                fn absent() -> #path::Option<Self> {
                    <Self as #path::Decode>::with_absent(|absent| absent)
                }
                #inline
                fn with_absent<__O>(then: impl #path::FnOnce(Self) -> __O) -> #path::Option<__O> {
                    #path::Some(then(#absent))
                }
                #[inline]
                fn decode<__R: #path::Reader<'__de>, __P: #path::Place>(r: &mut __R, at: __P) -> #path::Result<Self, #path::Error> {
                    #path::decode_message(r, at)
                }
                #walk
                fn decode_into<__R: #path::Reader<'__de>, __P: #path::Place>(
                    &mut self,
                    r: &mut __R,
                    at: __P,
                    mode: #path::Mode,
                ) -> #path::Result<(), #path::Error> {
                    r.message(at, self, mode)
                }
                fn clear(&mut self) -> #path::bool {
                    #path::Fields::reset(self, #path::Seen::NOTHING);
                    #path::Fields::reset(self, #path::Seen::NOTHING_LATE);
                    #forget
                    true
                }
            }
            #[automatically_derived]
            #allow
            #fields {
                #upgrades
                #traversal
                #reset
                #unknown
                #upgrade
                #accepts
            }
        }
    }

    pub(super) fn fields_accepts(&self) -> Option<TokenStream> {
        let path = self.path;
        self.accepts().map(|_| {
            quote! {
                fn accepts(&self, context: &#path::Context<'_>) -> #path::bool {
                    #path::Codec::accepts(self, context)
                }
            }
        })
    }

    /// The expression that makes the value, with a value for each field on the wires.
    pub(super) fn construct(&self, value: impl Fn(&Field) -> TokenStream) -> TokenStream {
        let path = self.path;
        let members = self.message.declared().into_iter().map(|declared| {
            let selector = &declared.member().selector;
            let value = match declared {
                Declared::Field(field) => value(field),
                Declared::Unknown(_) => quote!(#path::UnknownFields::new()),
                Declared::Skipped(skipped) => skipped_default(skipped),
            };
            quote!(#selector: #value,)
        });
        quote!(Self { #(#members)* })
    }

    pub(super) fn reset(&self) -> TokenStream {
        let path = self.path;
        let places = self.places();
        let mut lines: Vec<TokenStream> = Vec::new();
        for field in &self.message.fields {
            let selector = &field.member.selector;
            let own: Vec<_> = places
                .iter()
                .filter(|place| std::ptr::eq(place.field, field))
                .collect();
            let indexes: Vec<_> = own.iter().map(|place| place.position(path)).collect();
            let first = indexes.first();
            let seen = quote!(#(seen.is_absent(#indexes))&&*);
            lines.push(match (&field.role, own_default(field), &field.with) {
                (Role::Flatten, ..) => {
                    quote!(#path::Fields::reset(&mut self.#selector, seen.flattened(#first));)
                }
                (Role::Oneof(_), None, _) => quote!(if #seen { self.#selector = #path::None; }),
                (_, Some(default), _) => quote!(if #seen { self.#selector = #default; }),
                (_, None, Some(with)) => quote! {
                    if #seen {
                        if let #path::Some(absent) = #path::absent_with(#with::decode) {
                            self.#selector = absent;
                        }
                    }
                },
                _ => {
                    let ty = &field.member.ty;
                    let value = adapted::unique(field, quote!(&mut self.#selector), self.told());
                    self.told().call(ty, quote!(seen.clear(#first, #value);))
                }
            });
        }
        for skipped in &self.message.skipped {
            let (selector, value) = (&skipped.member.selector, skipped_default(skipped));
            lines.push(quote!(if seen.is_late() { self.#selector = #value; }));
        }
        if lines.is_empty() {
            return TokenStream::new();
        }
        quote! {
            fn reset(&mut self, seen: #path::Seen) {
                #(#lines)*
            }
        }
    }
}

/// What an absent field reads as: an expression of type `Option<T>`.
pub(in crate::expand) fn absent(field: &Field, path: &TokenStream) -> TokenStream {
    match (own_default(field), &field.with, &field.role) {
        (Some(default), ..) => quote!(#path::Some(#default)),
        (None, Some(with), _) => quote!(#path::absent_with(#with::decode)),
        (None, None, Role::Oneof(_)) => quote!(#path::Some(#path::None)),
        _ => adapted::absent(field, path),
    }
}

pub(in crate::expand) fn skipped_default(skipped: &Skipped) -> TokenStream {
    match &skipped.default {
        Some(expr) => literal::made_of(expr),
        None => quote!(::core::default::Default::default()),
    }
}
