//! Names: how a wire's name follows from a Rust name.

use proc_macro2::{Ident, Span};

/// The cases of `rename_all`, which are serde's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "`RenameAll::ALL` spells the cases")]
pub enum RenameAll {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

impl RenameAll {
    /// Every case with its spelling.
    pub const ALL: &'static [(RenameAll, &'static str)] = &[
        (RenameAll::Lower, "lowercase"),
        (RenameAll::Upper, "UPPERCASE"),
        (RenameAll::Pascal, "PascalCase"),
        (RenameAll::Camel, "camelCase"),
        (RenameAll::Snake, "snake_case"),
        (RenameAll::ScreamingSnake, "SCREAMING_SNAKE_CASE"),
        (RenameAll::Kebab, "kebab-case"),
        (RenameAll::ScreamingKebab, "SCREAMING-KEBAB-CASE"),
    ];

    /// The case of this spelling.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, spelling)| *spelling == name)
            .map(|(case, _)| *case)
    }

    /// A field's name in this case; the field is taken to be in snake_case.
    pub fn field(self, name: &str) -> String {
        match self {
            RenameAll::Lower | RenameAll::Snake => name.to_owned(),
            RenameAll::Upper | RenameAll::ScreamingSnake => name.to_ascii_uppercase(),
            RenameAll::Pascal => pascal(name),
            RenameAll::Camel => uncapitalised(&pascal(name)),
            RenameAll::Kebab => name.replace('_', "-"),
            RenameAll::ScreamingKebab => name.to_ascii_uppercase().replace('_', "-"),
        }
    }

    /// A variant's name in this case; the variant is taken to be in PascalCase.
    pub fn variant(self, name: &str) -> String {
        match self {
            RenameAll::Lower => name.to_ascii_lowercase(),
            RenameAll::Upper => name.to_ascii_uppercase(),
            RenameAll::Pascal => name.to_owned(),
            RenameAll::Camel => uncapitalised(name),
            RenameAll::Snake => snake(name),
            RenameAll::ScreamingSnake => snake(name).to_ascii_uppercase(),
            RenameAll::Kebab => snake(name).replace('_', "-"),
            RenameAll::ScreamingKebab => snake(name).to_ascii_uppercase().replace('_', "-"),
        }
    }
}

fn pascal(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut capital = true;
    for letter in name.chars() {
        if letter == '_' {
            capital = true;
        } else if capital {
            text.push(letter.to_ascii_uppercase());
            capital = false;
        } else {
            text.push(letter);
        }
    }
    text
}

fn uncapitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        let mut text = String::from(first.to_ascii_lowercase());
        text.push_str(letters.as_str());
        text
    })
}

fn snake(name: &str) -> String {
    let mut text = String::with_capacity(name.len() + 4);
    for (index, letter) in name.char_indices() {
        if index > 0 && letter.is_uppercase() {
            text.push('_');
        }
        text.push(letter.to_ascii_lowercase());
    }
    text
}

/// The ProtoJSON name of a field: underscores go, and a lowercase ASCII letter that follows one
/// is raised (`ToJsonName` in protobuf's descriptor.cc).
pub fn json_name(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut raise = false;
    for letter in name.chars() {
        if letter == '_' {
            raise = true;
        } else {
            text.push(if raise {
                letter.to_ascii_uppercase()
            } else {
                letter
            });
            raise = false;
        }
    }
    text
}

/// A Rust name as the wires know it: without `r#`.
pub fn plain(ident: &Ident) -> String {
    let text = ident.to_string();
    match text.strip_prefix("r#") {
        Some(plain) => plain.to_owned(),
        None => text,
    }
}

/// The keywords of edition 2024, strict and reserved; the source is the Rust Reference, "Keywords".
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// A Rust identifier of this text, which must look like one: raw where it is a keyword, with an
/// underscore after it where Rust has no raw form (`self`, `Self`, `super`, `crate`, `_`).
pub fn ident(name: &str, span: Span) -> Ident {
    match name {
        "self" | "Self" | "super" | "crate" | "_" => Ident::new(&format!("{name}_"), span),
        _ if KEYWORDS.contains(&name) => Ident::new_raw(name, span),
        _ => Ident::new(name, span),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_names_follow_protoc() {
        for (name, json) in [
            ("order_id", "orderId"),
            ("order__id", "orderId"),
            ("_order", "Order"),
            ("order_", "order"),
            ("orderId", "orderId"),
            ("a_1b", "a1b"),
            ("URL_path", "URLPath"),
            ("foo-bar", "foo-bar"),
        ] {
            assert_eq!(json_name(name), json);
        }
    }

    #[test]
    fn cases_are_serdes() {
        let fields: Vec<String> = RenameAll::ALL
            .iter()
            .map(|(case, _)| case.field("very_tasty"))
            .collect();
        assert_eq!(
            fields,
            [
                "very_tasty",
                "VERY_TASTY",
                "VeryTasty",
                "veryTasty",
                "very_tasty",
                "VERY_TASTY",
                "very-tasty",
                "VERY-TASTY"
            ]
        );
        let variants: Vec<String> = RenameAll::ALL
            .iter()
            .map(|(case, _)| case.variant("VeryTasty"))
            .collect();
        assert_eq!(
            variants,
            [
                "verytasty",
                "VERYTASTY",
                "VeryTasty",
                "veryTasty",
                "very_tasty",
                "VERY_TASTY",
                "very-tasty",
                "VERY-TASTY"
            ]
        );
        assert_eq!(RenameAll::from_name("kebab-case"), Some(RenameAll::Kebab));
        assert_eq!(RenameAll::from_name("Kebab"), None);
    }

    #[test]
    fn keywords_become_raw() {
        let text = |name| ident(name, Span::call_site()).to_string();
        assert_eq!(text("type"), "r#type");
        assert_eq!(text("gen"), "r#gen");
        assert_eq!(text("self"), "self_");
        assert_eq!(text("order"), "order");
        assert_eq!(plain(&ident("type", Span::call_site())), "type");
    }
}
