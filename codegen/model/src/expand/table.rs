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
