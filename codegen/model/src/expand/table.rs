//! A struct's table of fields, with those that other types bring.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use super::generics::Headers;
use super::schema::{placed, plain, rows, span, variant, with_reserved};
use crate::model::{Entry, Item, Role, Struct};

/// A message's schema, and what stands beside it.
pub(super) struct Table {
    /// The parts of the table, where its length depends on parameters.
    pub(super) parts: Option<TokenStream>,
    /// The expression of the schema.
    pub(super) schema: TokenStream,
    /// The call that tells what is reserved, here and by flattened types.
    pub(super) reserved: TokenStream,
    /// The calls that check what other types bring, when all else is told.
    pub(super) checks: TokenStream,
}

/// The schema of a struct with its table of fields.
pub(super) fn table(
    item: &Item,
    message: &Struct,
    headers: &Headers<'_>,
    path: &TokenStream,
) -> Table {
    let parts = parts(message, path);
    let (name, flattened) = (&item.full_name, &parts.flattened);
    let (all, own) = (&parts.all, parts.own);
    let gone = rows(&message.reserved, path);
    let gone_count = gone.len();
    let own_gone = (gone_count > 0).then(|| quote!(&[#(#gone),*],));
    let all_gone = quote!(&[#own_gone #(<#flattened as #path::Codec>::SCHEMA.reserved()),*]);
    let (fields, reserved, parts) = match (flattened.is_empty(), item.generics.is_empty()) {
        (true, _) => {
            let none = quote!(&[]);
            let reserved = with_reserved(&message.reserved, path);
            (all.first().cloned().unwrap_or(none), reserved, None)
        }
        (false, true) => (
            quote! {
                &{
                    const COUNT: #path::usize = #own #(+ <#flattened as #path::Codec>::SCHEMA.fields().len())*;
                    #path::concat::<COUNT>(&[#(#all),*])
                }
            },
            quote! {
                .with_reserved(&{
                    const COUNT: #path::usize = #gone_count #(+ <#flattened as #path::Codec>::SCHEMA.reserved().len())*;
                    #path::concat_reserved::<COUNT>(#all_gone)
                })
            },
            None,
        ),
        (false, false) => {
            let header = headers.plain("Parts", "Codec");
            (
                quote!(#path::Table::<Self>::FIELDS),
                quote!(.with_reserved(#path::Table::<Self>::RESERVED)),
                Some(quote! {
                    #[automatically_derived]
                    #header {
                        const PARTS: &'static [&'static [#path::Field]] = &[#(#all),*];
                        const RESERVED: &'static [&'static [#path::Reserved]] = #all_gone;
                    }
                }),
            )
        }
    };
    let schema = quote!(#path::Schema::message(#name, #fields));
    let (schema, checks) = match brought(item, message) {
        Some(span) => (placed(schema, span), checks(flattened, span)),
        None => (schema, TokenStream::new()),
    };
    Table {
        parts,
        schema,
        reserved,
        checks,
    }
}

/// The calls that check what other types bring, each where the type stands of which it tells.
fn checks(flattened: &[TokenStream], first: Span) -> TokenStream {
    let calls = flattened.iter().map(|ty| {
        let here = span(ty);
        let (open, close) = (
            placed(quote!(.flattening::<), here),
            placed(quote!(>()), here),
        );
        quote!(#open #ty #close)
    });
    let told_apart = placed(quote!(.told_apart()), first);
    quote!(#(#calls)* #told_apart)
}

/// Where the first type stands that brings members of its own.
fn brought(item: &Item, message: &Struct) -> Option<Span> {
    let mut fields = message.fields.iter();
    let first = fields.find(|field| matches!(field.role, Role::Flatten | Role::Oneof(_)))?;
    (!item.define).then(|| span(&first.member.ty))
}

/// A table between its flattened fields.
#[derive(Default)]
struct Parts {
    /// Expressions of type `&'static [Field]`.
    all: Vec<TokenStream>,
    /// The types of the flattened fields.
    flattened: Vec<TokenStream>,
    /// How many fields are not flattened.
    own: usize,
}

fn parts(message: &Struct, path: &TokenStream) -> Parts {
    let mut parts = Parts::default();
    let mut run: Vec<TokenStream> = Vec::new();
    for entry in &message.entries {
        let row = match *entry {
            Entry::Field {
                field,
                number,
                slot,
            } => plain(&message.fields[field], number, slot, path),
            Entry::Variant {
                field,
                number,
                slot,
            } => variant(&message.fields[field], number, slot, path),
            Entry::Flatten { field } => {
                let ty = &message.fields[field].member.ty;
                if !run.is_empty() {
                    let fields = std::mem::take(&mut run);
                    parts.all.push(quote!(&[#(#fields),*]));
                }
                parts
                    .all
                    .push(quote!(<#ty as #path::Codec>::SCHEMA.fields()));
                parts.flattened.push(ty.clone());
                continue;
            }
        };
        parts.own += 1;
        run.push(row);
    }
    if !run.is_empty() {
        parts.all.push(quote!(&[#(#run),*]));
    }
    parts
}
