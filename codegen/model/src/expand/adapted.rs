//! Fields that are held as another Rust type than the one that they are on the wires: a walk takes them beside their adaptor.

use proc_macro2::TokenStream;
use quote::quote;

use super::told::Told;
use crate::model::{Adapted, Adaptor, Field};

/// A field's adaptor, if it has one.
pub(super) fn adaptor(field: &Field, path: &TokenStream) -> Option<TokenStream> {
    let Adapted { adaptor, .. } = field.adapted.as_ref()?;
    Some(match adaptor {
        Adaptor::Enumeration(own) => quote!(#path::Enumeration<#own>),
        Adaptor::Wrapper => quote!(#path::Wrapper),
    })
}

/// `value`, a reference to a field's value, where a `Codec` is needed.
pub(super) fn shared(field: &Field, value: TokenStream, told: Told<'_>) -> TokenStream {
    let path = told.path;
    match adaptor(field, path) {
        Some(adaptor) => quote!(&#path::adapted::<#adaptor, _>(#value)),
        None => told.shared(&field.member.ty, value),
    }
}

/// `value`, a unique reference to a field's value, where a `Decode` is needed.
pub(super) fn unique(field: &Field, value: TokenStream, told: Told<'_>) -> TokenStream {
    let path = told.path;
    match adaptor(field, path) {
        Some(adaptor) => quote!(&mut #path::adapted_mut::<#adaptor, _>(#value)),
        None => told.unique(&field.member.ty, value),
    }
}

/// What an absent field reads as, where it has no default: an expression of type `Option<T>`.
pub(super) fn absent(field: &Field, path: &TokenStream) -> TokenStream {
    let ty = &field.member.ty;
    match adaptor(field, path) {
        Some(adaptor) => quote!(<#adaptor as #path::Adaptor<#ty>>::absent()),
        None => quote!(<#ty as #path::Decode>::absent()),
    }
}
