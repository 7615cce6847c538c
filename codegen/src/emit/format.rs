//! Tokens as text, with a blank line between items and between functions.

use proc_macro2::TokenStream;
use syn::{File, ImplItem, Item, ItemImpl, ItemTrait, TraitItem};

use crate::render::Failure;

/// The items in `tokens`, each formatted and ended by a newline.
pub(super) fn paragraphs(tokens: TokenStream) -> Result<Vec<String>, Failure> {
    let file: File = syn::parse2(tokens).map_err(|error| {
        Failure::run(
            format!("the generated code cannot be parsed: {error}"),
            "check the attributes and types that the options add",
        )
    })?;
    Ok(file.items.into_iter().map(item).collect())
}

fn item(item: Item) -> String {
    let spaced = match &item {
        Item::Impl(block) => spaced(
            &block.items,
            |member| matches!(member, ImplItem::Fn(_)),
            |items| {
                Item::Impl(ItemImpl {
                    items,
                    ..block.clone()
                })
            },
        ),
        Item::Trait(block) => spaced(
            &block.items,
            |member| matches!(member, TraitItem::Fn(_)),
            |items| {
                Item::Trait(ItemTrait {
                    items,
                    ..block.clone()
                })
            },
        ),
        _ => None,
    };
    spaced.unwrap_or_else(|| format(vec![item]))
}

/// A block with a blank line around each function; its lines are prettyplease's. `with` is the block with other members.
fn spaced<M: Clone>(
    members: &[M],
    is_function: impl Fn(&M) -> bool,
    with: impl Fn(Vec<M>) -> Item,
) -> Option<String> {
    if !members.iter().skip(1).any(&is_function) {
        return None;
    }
    let empty = format(vec![with(Vec::new())]);
    let head = format!("{}{{\n", empty.strip_suffix("{}\n")?);
    let mut text = head.clone();
    let mut before: Option<&M> = None;
    for member in members {
        if before.is_some_and(|before| is_function(before) || is_function(member)) {
            text.push('\n');
        }
        let whole = format(vec![with(vec![member.clone()])]);
        text.push_str(whole.strip_prefix(&head)?.strip_suffix("}\n")?);
        before = Some(member);
    }
    text.push_str("}\n");
    Some(text)
}

fn format(items: Vec<Item>) -> String {
    prettyplease::unparse(&File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items,
    })
}

/// The text, four columns further right.
pub(super) fn indent(text: &str) -> String {
    let mut indented = String::with_capacity(text.len() + text.len() / 8);
    for line in text.split_inclusive('\n') {
        if line != "\n" {
            indented.push_str("    ");
        }
        indented.push_str(line);
    }
    indented
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_apart() {
        let tokens = quote::quote! {
            impl A for B { const X: u8 = 1; type Y = u8; fn a(&self) { c(); d(); } fn b() {} }
            impl B { fn only() {} }
            trait C { type D: E; fn a(&self) -> u8; fn b(); }
        };
        assert_eq!(
            paragraphs(tokens).unwrap().join("\n"),
            "\
impl A for B {
    const X: u8 = 1;
    type Y = u8;

    fn a(&self) {
        c();
        d();
    }

    fn b() {}
}

impl B {
    fn only() {}
}

trait C {
    type D: E;

    fn a(&self) -> u8;

    fn b();
}
"
        );
    }

    #[test]
    fn empty_lines_stay_empty() {
        assert_eq!(indent("a\n\nb\n"), "    a\n\n    b\n");
    }
}
