//! What the bounds that a type declares of its own parameters say, as far as their spelling shows.

use proc_macro2::{TokenStream, TokenTree};

use super::generics::split;
use crate::model::Generics;

/// Whether a declared bound of a type is `DecodeOwned`, or `for<'de> Decode<'de>`.
pub(super) fn is_read_from_any_input(generics: &Generics, ty: &TokenStream) -> bool {
    let ty = ty.to_string();
    let params = generics
        .params
        .iter()
        .map(|param| param.declaration.clone());
    let mut bounded = params.chain(split(&generics.predicates, ','));
    bounded.any(|one| {
        let Some((of, bounds)) = halves(&one) else {
            return false;
        };
        let (is_for_all, of) = without_for(&of);
        of.to_string() == ty
            && split(&bounds, '+').iter().any(|bound| {
                let (is_for_all_here, bound) = without_for(bound);
                match last_name(&bound).as_deref() {
                    Some("DecodeOwned") => true,
                    Some("Decode") => is_for_all || is_for_all_here,
                    _ => false,
                }
            })
    })
}

/// What stands before the colon of a bound, and what behind it.
fn halves(predicate: &TokenStream) -> Option<(TokenStream, TokenStream)> {
    let tokens: Vec<TokenTree> = predicate.clone().into_iter().collect();
    let is_colon =
        |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
    let mut at = 0;
    while at < tokens.len() {
        match (is_colon(at), is_colon(at + 1)) {
            (true, true) => at += 2,
            (true, false) => {
                let (of, bounds) = (&tokens[..at], &tokens[at + 1..]);
                return Some((
                    of.iter().cloned().collect(),
                    bounds.iter().cloned().collect(),
                ));
            }
            (false, _) => at += 1,
        }
    }
    None
}

/// Whether a bound begins with `for<…>`, and what follows that.
fn without_for(bound: &TokenStream) -> (bool, TokenStream) {
    let mut tokens = bound.clone().into_iter().peekable();
    let is_for = tokens
        .next_if(|token| matches!(token, TokenTree::Ident(ident) if ident == "for"))
        .is_some();
    if is_for {
        let is_end =
            |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == '>');
        while tokens.next_if(|token| !is_end(token)).is_some() {}
        tokens.next();
    }
    (is_for, tokens.collect())
}

/// The last name of a path, without its arguments.
fn last_name(path: &TokenStream) -> Option<String> {
    let mut name = None;
    for token in path.clone() {
        match token {
            TokenTree::Ident(ident) => name = Some(ident.to_string()),
            TokenTree::Punct(mark) if mark.as_char() == '<' => break,
            _ => {}
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;
    use crate::model::{Param, ParamKind};

    #[test]
    fn bounds_for_all_lifetimes_are_found() {
        let owned = |declaration: TokenStream, predicates: TokenStream, ty: TokenStream| {
            let param = Param {
                kind: ParamKind::Type,
                name: quote!(T),
                declaration,
            };
            let params = vec![param];
            is_read_from_any_input(&Generics { params, predicates }, &ty)
        };
        let none = TokenStream::new;
        for (declaration, predicates) in [
            (quote!(T: DecodeOwned), none()),
            (quote!(T: Clone + everwire::DecodeOwned), none()),
            (quote!(T: for<'de> Decode<'de> + Clone), none()),
            (quote!(T), quote!(T: Into<Vec<T>> + DecodeOwned,)),
            (
                quote!(T),
                quote!(u8: Into<T>, for<'a> T: everwire::Decode<'a>,),
            ),
        ] {
            assert!(owned(declaration, predicates, quote!(T)));
        }
        assert!(owned(quote!(T), quote!(T::Id: DecodeOwned,), quote!(T::Id)));
        for (declaration, predicates) in [
            (quote!(T), none()),
            (quote!(T: Decode<'a>), none()),
            (quote!(T: Into<Box<dyn DecodeOwned>>), none()),
            (quote!(T), quote!(T::Id: DecodeOwned,)),
            (quote!(T), quote!(Vec<T>: DecodeOwned,)),
        ] {
            assert!(!owned(declaration, predicates, quote!(T)));
        }
    }
}
