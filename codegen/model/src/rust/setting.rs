//! The text of `#[codec(…)]`: words, `word = value` and `word(…)`, with commas between them.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Expr, Ident, Lit, Meta, Token, Type, token};

use super::Reader;
use crate::check::attribute_syntax;
use crate::model::At;

/// One word of an attribute and what follows it.
pub(super) struct Setting {
    /// The word; `number` where the setting is a bare integer.
    pub(super) name: String,
    pub(super) at: At,
    pub(super) value: Value,
    /// The place of what follows the word, or of the word where nothing does.
    pub(super) value_at: At,
}

/// What follows a word.
pub(super) enum Value {
    /// Nothing.
    None,
    /// `= expression`; a bare integer is one too.
    Expr(Expr),
    /// `= Type`, after words that take a type.
    Type(Type),
    /// `(…)`.
    List(TokenStream, Span),
}

/// The words whose value is a type.
const TYPES: &[&str] = &["from", "into", "try_from", "type"];

/// The settings of all `#[codec(…)]` among some attributes; what cannot be read is told and left
/// out.
pub(super) fn of_attributes(attributes: &[Attribute], reader: &mut Reader) -> Vec<Setting> {
    let mut settings = Vec::new();
    for attribute in attributes.iter().filter(|one| one.path().is_ident("codec")) {
        match &attribute.meta {
            Meta::List(list) => settings.extend(of_tokens(list.tokens.clone(), reader)),
            other => {
                let at = reader.at_all(&other);
                let text = "expected `#[codec(…)]`";
                reader.report(attribute_syntax::diagnostic(at, text));
            }
        }
    }
    settings
}

/// The settings in a list.
pub(super) fn of_tokens(tokens: TokenStream, reader: &mut Reader) -> Vec<Setting> {
    let mut settings = Vec::new();
    let parse = |input: ParseStream<'_>| {
        while !input.is_empty() {
            match setting(input, reader) {
                Ok(setting) => settings.push(setting),
                Err(error) => {
                    let at = reader.at(error.span());
                    reader.report(attribute_syntax::diagnostic(at, &error.to_string()));
                    skip(input)?;
                }
            }
            if !input.is_empty() && input.parse::<Token![,]>().is_err() {
                let at = reader.at(input.span());
                reader.report(attribute_syntax::diagnostic(at, "expected a comma"));
                skip(input)?;
                let _ = input.parse::<Option<Token![,]>>()?;
            }
        }
        Ok(())
    };
    if let Err(error) = parse.parse2(tokens) {
        let at = reader.at(error.span());
        reader.report(attribute_syntax::diagnostic(at, &error.to_string()));
    }
    settings
}

/// Goes on to the next comma.
fn skip(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

fn setting(input: ParseStream<'_>, reader: &mut Reader) -> syn::Result<Setting> {
    if input.peek(Lit) || input.peek(Token![-]) {
        let expr: Expr = input.parse()?;
        let at = reader.at_all(&expr);
        return Ok(Setting {
            name: "number".to_owned(),
            at,
            value: Value::Expr(expr),
            value_at: at,
        });
    }
    let word = input.call(Ident::parse_any)?;
    let name = word.to_string();
    let at = reader.at(word.span());
    let value = if input.peek(Token![=]) {
        input.parse::<Token![=]>()?;
        if TYPES.contains(&name.as_str()) {
            Value::Type(input.parse()?)
        } else {
            Value::Expr(input.parse()?)
        }
    } else if input.peek(token::Paren) {
        let inside;
        let paren = syn::parenthesized!(inside in input);
        Value::List(inside.parse()?, paren.span.join())
    } else {
        Value::None
    };
    let value_at = match &value {
        Value::None => at,
        Value::Expr(expr) => reader.at_all(&expr),
        Value::Type(ty) => reader.at_all(&ty),
        Value::List(_, span) => reader.at(*span),
    };
    Ok(Setting {
        name,
        at,
        value,
        value_at,
    })
}
