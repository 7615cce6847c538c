//! How deep a file nests, which the parser and all after it follow by recursion.

use proc_macro2::{TokenStream, TokenTree};

/// How deep a file may nest.
pub(super) const MOST: usize = 1000;

/// How deep brackets nest, and `<` where none of what ends a type comes between.
pub(super) fn of(tokens: TokenStream) -> usize {
    let mut deepest = 0;
    let mut open = vec![(tokens.into_iter(), 0_usize, ' ')];
    while let Some((tokens, angles, before)) = open.last_mut() {
        let Some(token) = tokens.next() else {
            open.pop();
            continue;
        };
        let mut inner = None;
        match token {
            TokenTree::Group(group) => {
                inner = Some(group.stream());
                *before = ' ';
            }
            TokenTree::Punct(punct) => {
                match (*before, punct.as_char()) {
                    ('-', '>') => {}
                    ('=', '>') | ('&', '&') | ('|', '|') | (_, ';') => *angles = 0,
                    (_, '<') => *angles += 1,
                    (_, '>') => *angles = angles.saturating_sub(1),
                    _ => {}
                }
                *before = punct.as_char();
            }
            _ => *before = ' ',
        }
        let angles = *angles;
        deepest = deepest.max(open.len() + angles);
        open.extend(inner.map(|inner| (inner.into_iter(), angles, ' ')));
    }
    deepest
}
