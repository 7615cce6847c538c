//! `accept(…)`.

use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, Ident, Token};

use super::Reader;
use super::setting::{Setting, Value};
use super::value::literal;
use crate::check::{attribute_syntax, attribute_value, duplicate_attribute};
use crate::model::raw::Accept;
use crate::model::{Literal, Located};

/// `"…"` or `reason = "…"`.
struct Part {
    word: Option<Ident>,
    text: Expr,
}

impl Parse for Part {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let word = match input.peek(Ident) && input.peek2(Token![=]) {
            true => {
                let word = input.parse()?;
                input.parse::<Token![=]>()?;
                Some(word)
            }
            false => None,
        };
        Ok(Part {
            word,
            text: input.parse()?,
        })
    }
}

pub(super) fn lower(setting: &Setting, reader: &mut Reader) -> Option<Accept> {
    let Value::List(tokens, _) = &setting.value else {
        refuse(setting, reader);
        return None;
    };
    let parser = Punctuated::<Part, Token![,]>::parse_terminated;
    let parts = match parser.parse2(tokens.clone()) {
        Ok(parts) => parts,
        Err(error) => {
            let at = reader.at(error.span());
            reader.report(attribute_syntax::diagnostic(at, &error.to_string()));
            return None;
        }
    };
    let (mut change, mut reason) = (None, None);
    for part in parts {
        let at = reader.at_all(&part.text);
        let (kept, name) = match &part.word {
            None => (&mut change, "accept"),
            Some(word) if word == "reason" => (&mut reason, "reason"),
            Some(_) => {
                refuse(setting, reader);
                return None;
            }
        };
        match (literal(&part.text), &kept) {
            (Some(Literal::Str(_)), Some(first)) => {
                let first: &Located<String> = first;
                reader.report(duplicate_attribute::diagnostic(name, at, first.at));
                return None;
            }
            (Some(Literal::Str(text)), None) => *kept = Some(Located::new(text, at)),
            _ => {
                refuse(setting, reader);
                return None;
            }
        }
    }
    let empty = || Located::new(String::new(), setting.at);
    Some(Accept {
        at: setting.at,
        change: change.unwrap_or_else(empty),
        reason: reason.unwrap_or_else(empty),
    })
}

fn refuse(setting: &Setting, reader: &mut Reader) {
    let how = "accept(\"…\", reason = \"…\")";
    let at = setting.value_at;
    reader.report(attribute_value::diagnostic(
        at,
        "accept",
        "a change and a reason",
        how,
    ));
}
