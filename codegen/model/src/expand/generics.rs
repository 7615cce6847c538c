//! The headers of implementations: parameters, arguments, bounds.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;

use crate::model::{Generics, ParamKind};

/// A name for a struct of the expander's own that none of these types contains, so that it hides none of them.
pub(super) fn free_name<'a>(base: &str, types: impl Iterator<Item = &'a TokenStream>) -> Ident {
    fn idents(tokens: TokenStream, into: &mut Vec<String>) {
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => into.push(ident.to_string()),
                TokenTree::Group(group) => idents(group.stream(), into),
                _ => {}
            }
        }
    }
    let mut taken = Vec::new();
    types.for_each(|ty| idents(ty.clone(), &mut taken));
    let mut name = base.to_owned();
    while taken.contains(&name) {
        name.push('2');
    }
    quote::format_ident!("{name}")
}

/// The headers of the implementations for one type.
pub(super) struct Headers<'a> {
    ident: &'a Ident,
    generics: &'a Generics,
    path: &'a TokenStream,
}

impl<'a> Headers<'a> {
    pub(super) fn new(ident: &'a Ident, generics: &'a Generics, path: &'a TokenStream) -> Self {
        Self {
            ident,
            generics,
            path,
        }
    }

    /// The type with its arguments.
    pub(super) fn ty(&self) -> TokenStream {
        let ident = self.ident;
        if self.generics.is_empty() {
            return quote!(#ident);
        }
        let arguments = self.generics.arguments();
        quote!(#ident<#arguments>)
    }

    /// `impl<…> Trait for Type where …`, with a bound on every type parameter.
    pub(super) fn plain(&self, implemented: &str, bound: &str) -> TokenStream {
        let (path, ty) = (self.path, self.ty());
        let implemented = quote::format_ident!("{implemented}");
        let bound = quote::format_ident!("{bound}");
        let predicates = self.predicates(&quote!(#path::#bound));
        let params = if self.generics.is_empty() {
            TokenStream::new()
        } else {
            let declarations = self.generics.declarations();
            quote!(<#declarations>)
        };
        quote!(impl #params #path::#implemented for #ty #predicates)
    }

    /// `impl<'de, …> Trait<'de> for Type where …`: what the type borrows, it borrows from the input.
    pub(super) fn decoding(&self, implemented: &str) -> TokenStream {
        let ty = self.ty();
        self.decoding_for(implemented, &ty)
    }

    /// As [`decoding`](Self::decoding), for a type that has the same parameters.
    pub(super) fn decoding_for(&self, implemented: &str, ty: &TokenStream) -> TokenStream {
        let path = self.path;
        let implemented = quote::format_ident!("{implemented}");
        let declarations: Vec<_> = self
            .generics
            .params
            .iter()
            .map(|param| &param.declaration)
            .collect();
        let lifetimes: Vec<_> = self.generics.lifetimes().collect();
        let de = if lifetimes.is_empty() {
            quote!('de)
        } else {
            quote!('de: #(#lifetimes)+*)
        };
        let predicates = self.predicates(&quote!(#path::Decode<'de>));
        quote!(impl<#de, #(#declarations),*> #path::#implemented<'de> for #ty #predicates)
    }

    fn predicates(&self, bound: &TokenStream) -> TokenStream {
        let given = &self.generics.predicates;
        let bounds = self.generics.types().map(|ty| quote!(#ty: #bound,));
        if given.is_empty() && self.generics.types().next().is_none() {
            return TokenStream::new();
        }
        quote!(where #given #(#bounds)*)
    }

    /// The type parameters as arguments of the schema's name.
    pub(super) fn schema_arguments(&self) -> TokenStream {
        let path = self.path;
        let types: Vec<_> = self
            .generics
            .params
            .iter()
            .filter(|param| param.kind == ParamKind::Type)
            .map(|param| &param.name)
            .collect();
        if types.is_empty() {
            return TokenStream::new();
        }
        quote!(.with_arguments(&[#(<#types as #path::Codec>::TYPE),*]))
    }
}
