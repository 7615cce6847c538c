//! `name-form`: a name is empty, or a full name is not made of identifiers and dots. A former one may be that of an instance of a generic
//! type, with its arguments behind it.
//!
//! ```text
//! #[codec(name = "shop..Order")]   // write "shop.Order"
//! struct Order { … }
//! ```

use super::view::View;
use crate::model::Diagnostic;

pub(crate) const ID: &str = "name-form";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    let names = view
        .item
        .name
        .iter()
        .map(|name| (name, name.value.as_str()));
    let aliases = view.item.aliases.iter();
    let aliases = aliases.map(|alias| (alias, without_arguments(&alias.value)));
    for (name, plain) in names.chain(aliases) {
        if !plain.split('.').all(is_identifier) {
            let text = format!("`{}` is not a full name", name.value);
            let help = "write identifiers with dots between them, such as `shop.v1.Order`";
            found.push(Diagnostic::new(ID, name.at, text).help(help));
        }
    }
    let fields = view.messages.iter().flat_map(|message| &message.fields);
    let of_fields = fields.map(|field| (&field.label, &field.raw.says));
    let of_variants = view
        .variants
        .iter()
        .map(|variant| (&variant.label, &variant.raw.says));
    for (label, says) in of_fields.chain(of_variants) {
        for name in says
            .rename
            .iter()
            .chain(&says.json_name)
            .chain(&says.aliases)
        {
            if name.value.is_empty() {
                let text = format!("a name of `{label}` is empty");
                found.push(
                    Diagnostic::new(ID, name.at, text)
                        .help("write a name, or remove the attribute"),
                );
            }
        }
    }
}

/// `shop.v1.Page` of `shop.v1.Page<shop.v1.Order>`.
fn without_arguments(name: &str) -> &str {
    match name.split_once('<') {
        Some((plain, arguments)) if arguments.len() > 1 && arguments.ends_with('>') => plain,
        _ => name,
    }
}

fn is_identifier(text: &str) -> bool {
    let mut letters = text.chars();
    letters
        .next()
        .is_some_and(|letter| letter.is_alphabetic() || letter == '_')
        && letters.all(|letter| letter.is_alphanumeric() || letter == '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, at, field, found, message};

    #[test]
    fn names_are_names() {
        let item =
            message([field("a", U32).with(|field| field.says.rename = Some(at(String::new())))])
                .with(|item| {
                    item.name = Some(at("shop..Order".to_owned()));
                    item.aliases = vec![at("shop.v1.Order".to_owned()), at("1x".to_owned())];
                    let instance = "shop.v1.Page<shop.v1.Order>";
                    item.aliases.push(at(instance.to_owned()));
                    item.aliases.push(at("shop.Page<".to_owned()));
                });
        assert_eq!(
            found(check, &item),
            [
                "`shop..Order` is not a full name\nhelp: write identifiers with dots between them, such as `shop.v1.Order`",
                "`1x` is not a full name\nhelp: write identifiers with dots between them, such as `shop.v1.Order`",
                "`shop.Page<` is not a full name\nhelp: write identifiers with dots between them, such as `shop.v1.Order`",
                "a name of `a` is empty\nhelp: write a name, or remove the attribute",
            ]
        );
    }
}
