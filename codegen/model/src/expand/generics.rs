//! The headers of implementations: parameters, arguments, bounds.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;

use super::bounds::Bounds;
use super::declared::is_read_from_any_input;
use crate::model::{Generics, Item, Param, ParamKind};

/// A name for a struct of the expander's own that none of these types contains, so that it hides none of them.
pub(super) fn free_name<'a>(base: &str, types: impl Iterator<Item = &'a TokenStream>) -> Ident {
    let mut taken = BTreeSet::new();
    types.for_each(|ty| idents(ty, &mut taken));
    let mut name = base.to_owned();
    while taken.contains(&name) {
        name.push('2');
    }
    quote::format_ident!("{name}")
}

/// The parameters that some types need: those they name, and what these name in their bounds.
pub(super) fn needed<'a>(
    generics: &Generics,
    types: impl Iterator<Item = &'a TokenStream>,
) -> Generics {
    let mut named = BTreeSet::new();
    types.for_each(|ty| idents(ty, &mut named));
    let predicates = split(&generics.predicates, ',');
    loop {
        let before = named.len();
        for param in &generics.params {
            if named.contains(&name(&param.name)) {
                idents(&param.declaration, &mut named);
            }
        }
        for predicate in &predicates {
            let mut inside = BTreeSet::new();
            idents(predicate, &mut inside);
            let of_params = |param: &&Param| inside.contains(&name(&param.name));
            let mut params = generics.params.iter().filter(of_params);
            if params.any(|param| named.contains(&name(&param.name))) {
                named.extend(inside);
            }
        }
        if named.len() == before {
            break;
        }
    }
    let keeps = |param: &&Param| named.contains(&name(&param.name));
    let dropped: Vec<String> = generics
        .params
        .iter()
        .filter(|param| !keeps(param))
        .map(|param| name(&param.name))
        .collect();
    let predicates = predicates.into_iter().filter(|predicate| {
        let mut inside = BTreeSet::new();
        idents(predicate, &mut inside);
        !dropped.iter().any(|dropped| inside.contains(dropped))
    });
    Generics {
        params: generics.params.iter().filter(keeps).cloned().collect(),
        predicates: quote!(#(#predicates,)*),
    }
}

/// The name of a parameter, without the mark of a lifetime.
pub(super) fn name(tokens: &TokenStream) -> String {
    tokens.to_string().replace(['\'', ' '], "")
}

fn idents(tokens: &TokenStream, into: &mut BTreeSet<String>) {
    for token in tokens.clone() {
        match token {
            TokenTree::Ident(ident) => {
                into.insert(ident.to_string());
            }
            TokenTree::Group(group) => idents(&group.stream(), into),
            _ => {}
        }
    }
}

/// The parts between marks that stand outside angle brackets: the predicates of a `where` clause, the bounds of one of them.
pub(super) fn split(tokens: &TokenStream, between: char) -> Vec<TokenStream> {
    let (mut parts, mut depth, mut arrow) = (vec![TokenStream::new()], 0_usize, false);
    for token in tokens.clone() {
        let mark = match &token {
            TokenTree::Punct(punct) => punct.as_char(),
            _ => ' ',
        };
        match mark {
            '<' => depth += 1,
            '>' if !arrow => depth = depth.saturating_sub(1),
            _ => {}
        }
        arrow = mark == '-';
        if mark == between && depth == 0 {
            parts.push(TokenStream::new());
        } else if let Some(last) = parts.last_mut() {
            last.extend([token]);
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// The headers of the implementations for one type.
pub(super) struct Headers<'a> {
    ident: &'a Ident,
    generics: &'a Generics,
    bounds: Bounds,
    path: &'a TokenStream,
}

impl<'a> Headers<'a> {
    pub(super) fn new(item: &'a Item, path: &'a TokenStream) -> Self {
        Self {
            ident: &item.ident,
            generics: &item.generics,
            bounds: Bounds::of(item),
            path,
        }
    }

    /// The headers for an item of which nothing but its parameters is known.
    pub(super) fn unchecked(
        ident: &'a Ident,
        generics: &'a Generics,
        path: &'a TokenStream,
    ) -> Self {
        Self {
            ident,
            generics,
            bounds: Bounds::of_all(generics),
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

    /// `impl<…> Trait for Type where …`, with a bound on what stands on the wires.
    pub(super) fn plain(&self, implemented: &str, bound: &str) -> TokenStream {
        let path = self.path;
        let bound = quote::format_ident!("{bound}");
        self.implementing(implemented, self.predicates(&quote!(#path::#bound)))
    }

    /// `impl<…> MapKey for Type where …`: a key wherever `ty` is one.
    pub(super) fn key(&self, ty: &TokenStream) -> TokenStream {
        let path = self.path;
        let given = self.predicates(&quote!(#path::Codec));
        let clause = if given.is_empty() {
            quote!(where)
        } else {
            given
        };
        // Under a lifetime of its own, a bound that does not hold is no error.
        self.implementing("MapKey", quote!(#clause for<'__key> #ty: #path::MapKey))
    }

    fn implementing(&self, implemented: &str, predicates: TokenStream) -> TokenStream {
        let (path, ty) = (self.path, self.ty());
        let implemented = quote::format_ident!("{implemented}");
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
            quote!('__de)
        } else {
            quote!('__de: #(#lifetimes)+*)
        };
        let predicates = self.decoding_predicates();
        quote!(impl<#de, #(#declarations),*> #path::#implemented<'__de> for #ty #predicates)
    }

    fn decoding_predicates(&self) -> TokenStream {
        let path = self.path;
        // A second bound of the same trait would leave the compiler with two answers to what the lifetime is.
        let wired = self.bounds.wired.iter();
        let wired = wired.filter(|ty| !is_read_from_any_input(self.generics, ty));
        let mut predicates = self.predicates_of(wired, &quote!(#path::Decode<'__de>));
        let (flattened, made) = (&self.bounds.flattened, &self.bounds.made);
        if predicates.is_empty() && !(flattened.is_empty() && made.is_empty()) {
            predicates = quote!(where);
        }
        predicates.extend(quote! {
            #(#flattened: #path::Fields<'__de>,)*
            #(#made: ::core::default::Default,)*
        });
        predicates
    }

    fn predicates(&self, bound: &TokenStream) -> TokenStream {
        self.predicates_of(self.bounds.wired.iter(), bound)
    }

    fn predicates_of<'t>(
        &self,
        wired: impl Iterator<Item = &'t TokenStream>,
        bound: &TokenStream,
    ) -> TokenStream {
        let (given, wired) = (&self.generics.predicates, Vec::from_iter(wired));
        if given.is_empty() && wired.is_empty() {
            return TokenStream::new();
        }
        quote!(where #given #(#wired: #bound,)*)
    }

    /// The arguments of the schema's name: what stands on the wires of the type parameters, and the constants.
    pub(super) fn schema_arguments(&self) -> TokenStream {
        let (path, wired) = (self.path, &self.bounds.wired);
        let mut tokens = TokenStream::new();
        if !wired.is_empty() {
            tokens.extend(quote!(.with_arguments(&[#(<#wired as #path::Codec>::TYPE),*])));
        }
        let params = self.generics.params.iter();
        let constants = params.filter(|param| param.kind == ParamKind::Const);
        let constants: Vec<_> = constants.map(|param| self.constant(param)).collect();
        if !constants.is_empty() {
            tokens.extend(quote!(.with_constants(&[#(#constants),*])));
        }
        tokens
    }

    fn constant(&self, param: &Param) -> TokenStream {
        let (path, name) = (self.path, &param.name);
        let ty = param.declaration.clone().into_iter().last();
        match ty.map(|ty| ty.to_string()).as_deref() {
            Some("bool") => quote!(#path::Constant::Bool(#name)),
            Some("char") => quote!(#path::Constant::Char(#name)),
            _ => quote!(#path::Constant::Int(#name as #path::i128)),
        }
    }
}
