//! `extensions(…)`.

use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Expr, Token};

use super::Reader;
use super::reserved::bounds;
use super::setting::{Setting, Value};
use super::value::literal;
use crate::check::{attribute_syntax, attribute_value};
use crate::model::{Literal, Located};

const HOW: &str = "extensions(100..=199)";

/// Ranges of numbers, ends included.
pub(super) fn lower(setting: &Setting, reader: &mut Reader) -> Vec<Located<(i128, i128)>> {
    let Value::List(tokens, _) = &setting.value else {
        setting.refuse(reader, "the numbers of extensions", HOW);
        return Vec::new();
    };
    let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
    let parts = match parser.parse2(tokens.clone()) {
        Ok(parts) => parts,
        Err(error) => {
            let at = reader.at(error.span());
            reader.report(attribute_syntax::diagnostic(at, &error.to_string()));
            return Vec::new();
        }
    };
    if parts.is_empty() {
        setting.refuse(reader, "the numbers of extensions", HOW);
    }
    let mut ranges = Vec::new();
    for part in &parts {
        let at = reader.at_all(&part);
        let range = match part {
            Expr::Range(range) => bounds(range),
            other => match literal(other) {
                Some(Literal::Int(number)) => Some((number, number)),
                _ => None,
            },
        };
        match range {
            Some(range) => ranges.push(Located::new(range, at)),
            None => reader.report(attribute_value::diagnostic(
                at,
                "extensions",
                "numbers and ranges",
                HOW,
            )),
        }
    }
    ranges
}
