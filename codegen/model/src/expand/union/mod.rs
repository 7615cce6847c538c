//! Enums with data: a message with one oneof, or that oneof inside another message.
//!
//! A variant with fields is a message of its own: a struct of these fields is written beside the enum for reading, and one
//! that borrows them for writing.

mod codec;
mod payload;
mod validate;
mod variants;

use proc_macro2::TokenStream;
use quote::quote;

use crate::expand::generics::Headers;
use crate::expand::told::Told;
use crate::model::{Item, Payload, Union, Variant};

/// The implementations for an enum with data.
pub(in crate::expand) fn expand(item: &Item, union: &Union, path: &TokenStream) -> TokenStream {
    let this = Expansion {
        item,
        union,
        path,
        headers: Headers::new(item, path),
    };
    let parts = [
        this.payloads(),
        this.codec(),
        this.validate(),
        this.union(),
        this.decode(),
        this.variants(),
    ];
    let tokens: TokenStream = parts.into_iter().collect();
    let has_payloads = union
        .variants
        .iter()
        .any(|variant| matches!(variant.payload, Payload::Fields(_)));
    if has_payloads {
        quote!(const _: () = { #tokens };)
    } else {
        tokens
    }
}

struct Expansion<'a> {
    item: &'a Item,
    union: &'a Union,
    path: &'a TokenStream,
    headers: Headers<'a>,
}

impl Expansion<'_> {
    fn told(&self) -> Told<'_> {
        Told {
            define: self.item.define,
            path: self.path,
        }
    }
}

/// The pattern of a variant, whatever it holds.
fn any(variant: &Variant) -> TokenStream {
    let ident = &variant.ident;
    quote!(Self::#ident { .. })
}
