//! The names that generated code has: short parameters, unless the item uses these itself, and the prelude's names.
//!
//! A derive stands among names that it does not know, so the expander takes every name of the prelude from the runtime. A file
//! that the generator writes has no others, so there they stand alone.

use std::collections::BTreeSet;

use proc_macro2::{Group, Ident, TokenStream, TokenTree};

/// What the expander writes, and what stands for it wherever nothing else has that name.
const NAMES: &[(&str, &str)] = &[
    ("__C", "C"),
    ("__D", "D"),
    ("__P", "P"),
    ("__R", "R"),
    ("__S", "S"),
    ("__W", "W"),
    ("__de", "de"),
    ("__payload", "payload"),
];

/// The tokens with short names; where the item has a type, a parameter or a lifetime called so, the long name stays.
pub(super) fn shorten(tokens: TokenStream) -> TokenStream {
    let mut taken = BTreeSet::new();
    collect(&tokens, &mut taken);
    let free: Vec<_> = NAMES
        .iter()
        .filter(|(_, short)| !taken.contains(*short))
        .collect();
    rename(tokens, &|ident| {
        let (_, short) = free.iter().find(|(long, _)| ident == long)?;
        Some(Ident::new(short, ident.span()))
    })
}

/// The names of the prelude that generated code uses.
const PRELUDE: &[&str] = &[
    "Err", "None", "Ok", "Some", "bool", "f64", "i32", "str", "u32", "usize",
];

/// The tokens with the prelude's names alone, instead of behind `path`.
pub(super) fn unqualified(tokens: TokenStream, path: &TokenStream) -> TokenStream {
    let mut prefix: Vec<String> = path
        .clone()
        .into_iter()
        .map(|token| token.to_string())
        .collect();
    prefix.extend([":".to_owned(), ":".to_owned()]);
    without(tokens, &prefix)
}

fn without(tokens: TokenStream, prefix: &[String]) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let token = match token {
            TokenTree::Group(group) => {
                let mut inside = Group::new(group.delimiter(), without(group.stream(), prefix));
                inside.set_span(group.span());
                TokenTree::Group(inside)
            }
            other => other,
        };
        let start = out.len().wrapping_sub(prefix.len());
        if matches!(&token, TokenTree::Ident(ident) if PRELUDE.iter().any(|name| ident == name))
            && let Some(before) = out.get(start..)
            && before
                .iter()
                .map(ToString::to_string)
                .eq(prefix.iter().cloned())
        {
            out.truncate(start);
        }
        out.push(token);
    }
    out.into_iter().collect()
}

fn collect(tokens: &TokenStream, into: &mut BTreeSet<String>) {
    for token in tokens.clone() {
        match token {
            TokenTree::Ident(ident) => {
                into.insert(ident.to_string());
            }
            TokenTree::Group(group) => collect(&group.stream(), into),
            _ => {}
        }
    }
}

fn rename(tokens: TokenStream, to: &dyn Fn(&Ident) -> Option<Ident>) -> TokenStream {
    let renamed = tokens.into_iter().map(|token| match token {
        TokenTree::Ident(ident) => TokenTree::Ident(to(&ident).unwrap_or(ident)),
        TokenTree::Group(group) => {
            let mut inside = Group::new(group.delimiter(), rename(group.stream(), to));
            inside.set_span(group.span());
            TokenTree::Group(inside)
        }
        other => other,
    });
    renamed.collect()
}

#[cfg(test)]
mod tests {
    use super::{shorten, unqualified};
    use quote::quote;

    #[test]
    fn the_prelude_stands_alone_in_a_file() {
        let tokens = quote!(a::b::Some((a::b::None, a::b::Codec::f(), b::Ok)));
        assert_eq!(
            unqualified(tokens, &quote!(a::b)).to_string(),
            quote!(Some((None, a::b::Codec::f(), b::Ok))).to_string()
        );
    }

    #[test]
    fn a_name_is_short_unless_it_is_taken() {
        let free = shorten(quote!(
            fn f<'__de, __W: Writer>(w: &'__de __W) {}
        ));
        assert_eq!(
            free.to_string(),
            quote!(
                fn f<'de, W: Writer>(w: &'de W) {}
            )
            .to_string()
        );
        let taken = quote!(
            fn f<'__de, __W: Writer>(w: &'__de __W, a: &'de W) {}
        );
        assert_eq!(shorten(taken.clone()).to_string(), taken.to_string());
    }
}
