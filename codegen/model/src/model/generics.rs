//! The generic parameters of an item, as tokens.

use proc_macro2::TokenStream;
use quote::quote;

/// The parameters of an item and its `where` clause.
#[derive(Clone, Debug, Default)]
pub struct Generics {
    /// The parameters in order: lifetimes, then types and constants.
    pub params: Vec<Param>,
    /// The predicates of the `where` clause, each followed by a comma, without the keyword.
    pub predicates: TokenStream,
}

/// One generic parameter.
#[derive(Clone, Debug)]
pub struct Param {
    /// What it stands for.
    pub kind: ParamKind,
    /// Its name: `'a`, `T`, `N`.
    pub name: TokenStream,
    /// Its declaration with bounds and without a default: `'a: 'b`, `T: Clone`, `const N: usize`.
    pub declaration: TokenStream,
}

/// What a generic parameter stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamKind {
    /// A lifetime.
    Lifetime,
    /// A type.
    Type,
    /// A constant.
    Const,
}

impl Generics {
    /// Whether there are no parameters.
    pub fn is_empty(&self) -> bool {
        self.params.is_empty()
    }

    /// The declarations, comma-separated, without angle brackets: `'a, T: Clone, const N: usize`.
    pub fn declarations(&self) -> TokenStream {
        let declarations = self.params.iter().map(|param| &param.declaration);
        quote!(#(#declarations),*)
    }

    /// The arguments, comma-separated, without angle brackets: `'a, T, N`.
    pub fn arguments(&self) -> TokenStream {
        let names = self.params.iter().map(|param| &param.name);
        quote!(#(#names),*)
    }

    /// The names of the lifetimes.
    pub fn lifetimes(&self) -> impl Iterator<Item = &TokenStream> {
        self.names(ParamKind::Lifetime)
    }

    /// The names of the type parameters.
    pub fn types(&self) -> impl Iterator<Item = &TokenStream> {
        self.names(ParamKind::Type)
    }

    /// The names of the constant parameters.
    pub fn consts(&self) -> impl Iterator<Item = &TokenStream> {
        self.names(ParamKind::Const)
    }

    fn names(&self, kind: ParamKind) -> impl Iterator<Item = &TokenStream> {
        self.params
            .iter()
            .filter(move |param| param.kind == kind)
            .map(|param| &param.name)
    }
}
