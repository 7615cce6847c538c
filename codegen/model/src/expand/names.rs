//! The names of the parameters that generated functions have: short ones, unless the item uses these itself.

use std::collections::BTreeSet;

use proc_macro2::{Group, Ident, TokenStream, TokenTree};

/// What the expander writes, and what stands for it wherever nothing else has that name.
const NAMES: &[(&str, &str)] = &[
    ("__C", "C"),
    ("__P", "P"),
    ("__R", "R"),
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
    use super::shorten;
    use quote::quote;

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
