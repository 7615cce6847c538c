//! What an absent field reads as: an expression of its own, or bytes that a schema has.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::literal::made_of;
use crate::model::{Field, Shape};

/// The `default` that an absent field reads as; an absent `Option` stays `None`.
pub(super) fn own_default(field: &Field) -> Option<OwnDefault> {
    let default = field.default.as_ref();
    let default = default.filter(|_| !matches!(field.shape, Shape::Option(_)));
    default.map(|default| match &default.stored {
        Some(bytes) => OwnDefault::Stored(Literal::byte_string(bytes)),
        None => OwnDefault::Made(made_of(&default.expr)),
    })
}

/// A default: the expression that makes it, or its bytes on MessagePack.
pub(super) enum OwnDefault {
    Made(TokenStream),
    Stored(Literal),
}

impl OwnDefault {
    /// An expression of type `Option<T>`.
    pub(super) fn option(&self, path: &TokenStream) -> TokenStream {
        match self {
            Self::Made(expr) => quote!(#path::Some(#expr)),
            Self::Stored(bytes) => quote!(#path::stored(#bytes)),
        }
    }

    /// A statement that puts the value in `target`, if there is one.
    pub(super) fn put(&self, target: &TokenStream, path: &TokenStream) -> TokenStream {
        match self {
            Self::Made(expr) => quote!(#target = #expr;),
            Self::Stored(bytes) => {
                quote!(if let #path::Some(value) = #path::stored(#bytes) { #target = value; })
            }
        }
    }

    /// An expression of type `T` where an error may be returned to `r`, the reader.
    pub(super) fn or_error(&self, name: &str, path: &TokenStream) -> TokenStream {
        match self {
            Self::Made(expr) => expr.clone(),
            Self::Stored(bytes) => quote!(#path::initial(r, #path::stored(#bytes), #name)?),
        }
    }

    /// A function that makes the bytes on MessagePack of a default of type `ty`; `held` is what is written of `value`.
    pub(super) fn bytes(
        &self,
        ty: &TokenStream,
        held: &TokenStream,
        path: &TokenStream,
    ) -> TokenStream {
        match self {
            Self::Made(expr) => {
                quote!(|| { let value: #ty = #expr; #path::default_of(#held) })
            }
            Self::Stored(bytes) => quote!(|| #path::Vec::from(*#bytes)),
        }
    }
}
