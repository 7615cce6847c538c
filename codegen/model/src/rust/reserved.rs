//! `reserved(…)`.

use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, ExprRange, Ident, RangeLimits, Token, Type};

use super::Reader;
use super::setting::{Setting, Value};
use super::value::literal;
use crate::check::{attribute_syntax, attribute_value, duplicate_attribute, unknown_attribute};
use crate::model::raw::Reserved;
use crate::model::{At, FieldNumber, Literal, Located};

/// One part of the list.
enum Part {
    Said(Ident, Box<Expr>),
    Type(Ident, Box<Type>),
    Plain(Box<Expr>),
}

pub(super) fn lower(setting: &Setting, reader: &mut Reader) -> Option<Reserved> {
    let Value::List(tokens, _) = &setting.value else {
        let how = "reserved(3, \"old_name\")";
        setting.refuse(reader, "what was removed", how);
        return None;
    };
    let parser = |input: ParseStream<'_>| input.parse_terminated(part, Token![,]);
    let parts = match parser.parse2(tokens.clone()) {
        Ok(parts) => parts,
        Err(error) => {
            let at = reader.at(error.span());
            reader.report(attribute_syntax::diagnostic(at, &error.to_string()));
            return None;
        }
    };
    let mut reserved = Reserved {
        at: setting.at,
        ..Reserved::default()
    };
    let faults = reader.found.len();
    for part in parts {
        match part {
            Part::Type(word, ty) => {
                let at = reader.at_all(&ty);
                let ty = Some(ty.to_token_stream());
                reader.once(&mut reserved.ty, &word.to_string(), at, ty);
            }
            Part::Said(word, expr) => said(&mut reserved, &word, &expr, reader),
            Part::Plain(expr) => plain(&mut reserved, &expr, reader),
        }
    }
    (reader.found.len() == faults).then_some(reserved)
}

fn part(input: ParseStream<'_>) -> syn::Result<Part> {
    if input.peek(Ident::peek_any) && input.peek2(Token![=]) {
        let word = input.call(Ident::parse_any)?;
        input.parse::<Token![=]>()?;
        return Ok(if word == "type" {
            Part::Type(word, input.parse()?)
        } else {
            Part::Said(word, input.parse()?)
        });
    }
    input.parse().map(Part::Plain)
}

fn said(reserved: &mut Reserved, word: &Ident, expr: &Expr, reader: &mut Reader) {
    if word != "slot" {
        let at = reader.at(word.span());
        let known = ["slot", "type"];
        let name = word.to_string();
        let here = "`reserved`";
        reader.report(unknown_attribute::diagnostic(
            at, &name, here, &known, &known, "",
        ));
        return;
    }
    let at = reader.at_all(&expr);
    match (literal(expr), reserved.slot) {
        (Some(Literal::Int(_)), Some(first)) => {
            reader.report(duplicate_attribute::diagnostic("slot", at, first.at));
        }
        (Some(Literal::Int(slot)), None) => reserved.slot = Some(Located::new(slot, at)),
        _ => reader.report(attribute_value::diagnostic(
            at,
            "slot",
            "an integer",
            "slot = 2",
        )),
    }
}

fn plain(reserved: &mut Reserved, expr: &Expr, reader: &mut Reader) {
    let at = reader.at_all(&expr);
    match expr {
        Expr::Range(range) => match bounds(range) {
            Some(range) => reserved.numbers.push(Located::new(range, at)),
            None => refuse(at, reader),
        },
        other => match literal(other) {
            Some(Literal::Int(number)) => {
                reserved.numbers.push(Located::new((number, number), at));
            }
            Some(Literal::Str(name)) => reserved.names.push(Located::new(name, at)),
            _ => refuse(at, reader),
        },
    }
}

fn refuse(at: At, reader: &mut Reader) {
    let takes = "numbers, ranges and names";
    let how = "reserved(3, 5..=9, \"old_name\")";
    reader.report(attribute_value::diagnostic(at, "reserved", takes, how));
}

/// Both ends of a range, included; an open one ends at the largest field number.
pub(super) fn bounds(range: &ExprRange) -> Option<(i128, i128)> {
    let integer = |expr: &Expr| match literal(expr) {
        Some(Literal::Int(number)) => Some(number),
        _ => None,
    };
    let first = integer(range.start.as_deref()?)?;
    let last = match (&range.end, range.limits) {
        (None, _) => i128::from(FieldNumber::MAX),
        (Some(end), RangeLimits::Closed(_)) => integer(end)?,
        (Some(end), RangeLimits::HalfOpen(_)) => integer(end)?.checked_sub(1)?,
    };
    Some((first, last))
}
