//! What implementations ask of a type's parameters: only what the fields on the wires need.
//!
//! A parameter that no field on the wires holds has no bound; of one that only names an associated type (`T::Id`), that type has
//! it. `PhantomData` and what has a conversion of its own (`with`) need nothing.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};

use super::generics::name;
use crate::model::{
    Field, Generics, Item, Kind, ParamKind, Payload, Reserved, Role, Skipped, Struct,
};

/// The types that have a bound.
#[derive(Default)]
pub(super) struct Bounds {
    /// Parameters and their associated types that stand on the wires.
    pub(super) wired: Vec<TokenStream>,
    /// Types with parameters whose fields are flattened.
    pub(super) flattened: Vec<TokenStream>,
    /// Parameters whose `Default` stands in a skipped field.
    pub(super) made: Vec<TokenStream>,
}

impl Bounds {
    pub(super) fn of(item: &Item) -> Self {
        let mut found = Found::new(&item.generics);
        if found.params.is_empty() && item.generics.is_empty() {
            return Self::default();
        }
        match &item.kind {
            Kind::Struct(message) => found.message(message),
            Kind::Newtype(newtype) => {
                found.field(&newtype.field);
                found.skipped(&newtype.skipped);
            }
            Kind::Union(union) => {
                for variant in &union.variants {
                    match &variant.payload {
                        Payload::Unit => {}
                        Payload::Newtype(field) => found.field(field),
                        Payload::Fields(message) => found.message(message),
                    }
                }
                found.reserved(&union.reserved);
            }
            Kind::Proxy(proxy) => found.wired.extend(uses(&proxy.ty, &found.params)),
            Kind::Enum(_) => {}
        }
        let Found {
            params,
            wired,
            flattened,
            made,
        } = found;
        Self {
            wired: ordered(wired, &params),
            flattened: ordered(flattened, &params),
            made: ordered(made, &params),
        }
    }

    pub(super) fn of_all(generics: &Generics) -> Self {
        Self {
            wired: generics.types().cloned().collect(),
            ..Self::default()
        }
    }
}

/// What the fields use, as often as they do.
struct Found {
    params: Vec<String>,
    wired: Vec<TokenStream>,
    flattened: Vec<TokenStream>,
    made: Vec<TokenStream>,
}

impl Found {
    fn new(generics: &Generics) -> Self {
        let params = generics.params.iter();
        let types = params.filter(|param| param.kind == ParamKind::Type);
        Self {
            params: types.map(|param| name(&param.name)).collect(),
            wired: Vec::new(),
            flattened: Vec::new(),
            made: Vec::new(),
        }
    }

    fn message(&mut self, message: &Struct) {
        for field in &message.fields {
            self.field(field);
        }
        self.skipped(&message.skipped);
        self.reserved(&message.reserved);
    }

    fn field(&mut self, field: &Field) {
        if field.with.is_some() {
            return;
        }
        let ty = &field.member.ty;
        let uses = uses(ty, &self.params);
        if field.role == Role::Flatten && !uses.is_empty() {
            self.flattened.push(ty.clone());
        }
        self.wired.extend(uses);
    }

    fn skipped(&mut self, skipped: &[Skipped]) {
        for skipped in skipped.iter().filter(|skipped| skipped.default.is_none()) {
            self.made.extend(uses(&skipped.member.ty, &self.params));
        }
    }

    fn reserved(&mut self, reserved: &[Reserved]) {
        for reserved in reserved {
            if let Reserved::Field(removed) = reserved
                && let Some(ty) = &removed.ty
            {
                self.wired.extend(uses(ty, &self.params));
            }
        }
    }
}

/// Each type once: the parameters as they are declared, then all others.
fn ordered(types: Vec<TokenStream>, params: &[String]) -> Vec<TokenStream> {
    let mut seen = BTreeSet::new();
    let mut types: Vec<_> = types
        .into_iter()
        .filter(|ty| seen.insert(ty.to_string()))
        .collect();
    types.sort_by_key(|ty| {
        let is = ty.to_string();
        params
            .iter()
            .position(|param| *param == is)
            .unwrap_or(params.len())
    });
    types
}

/// The parameters in a type, and their associated types.
fn uses(ty: &TokenStream, params: &[String]) -> Vec<TokenStream> {
    let tokens: Vec<TokenTree> = ty.clone().into_iter().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let end = match &tokens[at] {
            TokenTree::Group(group) => {
                found.extend(uses(&group.stream(), params));
                None
            }
            TokenTree::Ident(ident) if ident == "PhantomData" => close(&tokens, at + 1),
            TokenTree::Ident(ident)
                if params.iter().any(|param| ident == param) && !is_mark(before, ':') =>
            {
                let end = associated(&tokens, at).unwrap_or(at);
                found.push(tokens[at..=end].iter().cloned().collect());
                Some(end)
            }
            // `<T as Trait>::Out`
            TokenTree::Punct(_)
                if !matches!(before, Some(TokenTree::Ident(_))) && !is_mark(before, ':') =>
            {
                let end = close(&tokens, at).and_then(|close| associated(&tokens, close));
                end.filter(|end| {
                    let whole: TokenStream = tokens[at..=*end].iter().cloned().collect();
                    let inside: TokenStream = tokens[at + 1..*end].iter().cloned().collect();
                    let is_used = !uses(&inside, params).is_empty();
                    if is_used {
                        found.push(whole);
                    }
                    is_used
                })
            }
            _ => None,
        };
        at = end.unwrap_or(at) + 1;
    }
    found
}

/// The position of the `>` that belongs to the `<` at a position.
fn close(tokens: &[TokenTree], open: usize) -> Option<usize> {
    if !is_mark(tokens.get(open), '<') {
        return None;
    }
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        if is_mark(Some(token), '<') {
            depth += 1;
        } else if is_mark(Some(token), '>') {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// The position of the name in `::name` behind a position.
fn associated(tokens: &[TokenTree], at: usize) -> Option<usize> {
    let colons = is_mark(tokens.get(at + 1), ':') && is_mark(tokens.get(at + 2), ':');
    let named = matches!(tokens.get(at + 3), Some(TokenTree::Ident(_)));
    (colons && named).then_some(at + 3)
}

fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn only_what_stands_on_the_wires_is_used() {
        let params = ["T".to_owned(), "U".to_owned()];
        let used = |ty: TokenStream| {
            let types = ordered(uses(&ty, &params), &params);
            types.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(used(quote!(Vec<(U, T, U)>)), ["T", "U"]);
        assert_eq!(used(quote!(Option<T::Id>)), ["T :: Id"]);
        assert_eq!(
            used(quote!(Vec<<T as Entity>::Id>)),
            ["< T as Entity > :: Id"]
        );
        assert_eq!(used(quote!((PhantomData<Vec<T>>, U))), ["U"]);
        assert_eq!(used(quote!(module::T)), [""; 0]);
        assert_eq!(used(quote!([T; 3])), ["T"]);
    }
}
