//! What writes a message, and its schema.

use proc_macro2::TokenStream;
use quote::quote;

use super::Message;
use super::is_late;
use super::oneof::{member, runs};
use crate::expand::schema::own_default;
use crate::expand::{adapted, schema, table};
use crate::model::{Entry, Field, Form, Role, Shape, Style};

impl Message<'_> {
    pub(super) fn codec(&self) -> TokenStream {
        let path = self.path;
        let header = self.headers.plain("Codec", "Codec");
        let table = table::table(self.item, self.message, &self.headers, path);
        let (parts, schema) = (&table.parts, &table.schema);
        let suffix = schema::suffix(self.item, &table.reserved, self.message.layout, path);
        let checks = &table.checks;
        let arguments = self.headers.schema_arguments();
        let tuple = (self.message.style == Style::Tuple).then(|| quote!(.as_tuple()));
        let absent = if self.is_drafted() {
            quote!(
                const ABSENT: #path::bool = false;
            )
        } else {
            quote!(
                const IN_PLACE: #path::bool = true;
            )
        };
        let keeps = self.message.unknown.is_some().then(|| {
            quote!(
                const KEEPS_UNKNOWN: #path::bool = true;
            )
        });
        let (upgrades, minds_fresh) = (self.upgrades(), self.minds_fresh());
        let keeping = (self.message.unknown.is_some()).then(|| quote!(.keeping_unknown()));
        let oneofs = schema::with_oneofs(self.message, path);
        let rules = schema::with_rules(self.message, path);
        let encode = self.encode();
        let accepts = self.accepts();
        let ty = match self.item.form {
            Form::Plain => quote!(#path::Type::message(|| <Self as #path::Codec>::SCHEMA)),
            form => {
                let form = quote::format_ident!("{}", format!("{form:?}"));
                quote!(#path::Type::known(#path::Form::#form, || <Self as #path::Codec>::SCHEMA))
            }
        };
        quote! {
            #parts
            #[automatically_derived]
            #header {
                const TYPE: #path::Type = #ty;
                const SCHEMA: &'static #path::Schema = &#schema #arguments #suffix #keeping #oneofs #rules #tuple #checks;
                const IS_KNOWN: #path::bool = true;
                #absent
                #keeps
                #upgrades
                #minds_fresh
                #encode
                #accepts
            }
        }
    }

    /// The constant that says whether reading asks if anything has come before; none where no field's type can make it so.
    fn minds_fresh(&self) -> Option<TokenStream> {
        let path = self.path;
        let asks: Vec<TokenStream> = match self.item.upgrade {
            Some(_) => vec![quote!(true)],
            None => {
                let fields = self.message.fields.iter();
                fields.filter_map(|field| self.asks(field)).collect()
            }
        };
        (!asks.is_empty()).then(|| quote!(const MINDS_FRESH: #path::bool = #(#asks)||*;))
    }

    /// Whether a field is merged into what it reads as while it is absent, as an expression; none where it never is.
    fn asks(&self, field: &Field) -> Option<TokenStream> {
        let (path, ty) = (self.path, &field.member.ty);
        let is_converted = field.with.is_some() || field.adapted.is_some();
        if is_late(field) || is_converted || matches!(field.role, Role::Oneof(_)) {
            return None;
        }
        let asked = match (own_default(field).is_some(), &field.shape) {
            (true, Shape::Duration | Shape::Timestamp) => return Some(quote!(true)),
            (true, Shape::Message | Shape::Known(_) | Shape::Opaque) => {
                quote!(<#ty as #path::Codec>::TYPE.is_merged())
            }
            (false, Shape::Message | Shape::Known(_) | Shape::Opaque) => {
                quote!(<#ty as #path::Codec>::MINDS_FRESH)
            }
            _ => return None,
        };
        Some(self.told().call(ty, asked))
    }

    /// Where extensions are kept, if the message can have some.
    pub(super) fn extensible(&self) -> TokenStream {
        let path = self.path;
        let unknown = match &self.message.unknown {
            Some(member) if !self.item.extensions.is_empty() => &member.selector,
            _ => return TokenStream::new(),
        };
        let header = self.headers.plain("Extensible", "Codec");
        quote! {
            #[automatically_derived]
            #header {
                fn unknown_fields(&self) -> &#path::UnknownFields {
                    &self.#unknown
                }
                fn unknown_fields_mut(&mut self) -> &mut #path::UnknownFields {
                    &mut self.#unknown
                }
            }
        }
    }

    pub(super) fn encode(&self) -> TokenStream {
        let path = self.path;
        let places = self.places();
        let lines = runs(&places).into_iter().map(|run| {
            let [place] = run else {
                return self.encode_variants(run);
            };
            let borrowed = self.borrowed(&place.field.member.selector);
            let at = place.at(&quote!(Self), path);
            match (place.entry, &place.field.with) {
                (Entry::Field { .. }, None) => {
                    let ty = &place.field.member.ty;
                    let value = adapted::shared(place.field, borrowed, self.told());
                    self.told()
                        .call(ty, quote!(#path::Codec::encode(#value, w, #at);))
                }
                (Entry::Field { .. }, Some(with)) => {
                    quote!(#path::Codec::encode(&#with::encode(#borrowed), w, #at);)
                }
                (Entry::Variant { .. }, _) => {
                    let oneof = member(place.field, &borrowed, path);
                    quote!(#path::encode_oneof(#oneof, w, #at);)
                }
                (Entry::Flatten { .. }, _) => quote!(#path::Codec::encode_fields(#borrowed, w);),
            }
        });
        let unknown = self.message.unknown.as_ref().map(|member| {
            let member = self.borrowed(&member.selector);
            quote! {
                fn unknown(&self) -> #path::Option<&#path::UnknownFields> {
                    #path::Some(#member)
                }
            }
        });
        let known = (self.item.form != Form::Plain).then(|| {
            quote! {
                fn encode_known<__W: #path::Writer>(&self, w: &mut __W) {
                    #path::Codec::encode_fields(self, w);
                }
            }
        });
        let w = if self.message.entries.is_empty() {
            quote!(_w)
        } else {
            quote!(w)
        };
        quote! {
            #[inline]
            fn encode<__W: #path::Writer, __P: #path::Place>(&self, w: &mut __W, at: __P) {
                w.message(at, self);
            }
            #[inline]
            fn encode_fields<__W: #path::Writer>(&self, #w: &mut __W) {
                #(#lines)*
            }
            #known
            #unknown
        }
    }
}
