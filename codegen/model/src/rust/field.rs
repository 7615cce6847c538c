//! Fields and what gives them their place.

use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::{Expr, Token, token};

use super::container::{docs, is_deprecated, style, visibility};
use super::known::{Level, refuse};
use super::setting::{self, Setting, Value};
use super::{Reader, says, shape, value};
use crate::check::{attribute_syntax, attribute_value, duplicate_attribute, unsupported_item};
use crate::model::raw::{Field, Fields, Oneof, OneofNumber, Type};
use crate::model::{Literal, Located, Selector};

pub(super) fn lower_all(
    fields: &syn::Fields,
    parameters: &shape::Parameters,
    reader: &mut Reader,
) -> Fields {
    let lowered = fields
        .iter()
        .enumerate()
        .map(|(index, field)| {
            let settings = setting::of_attributes(&field.attrs, reader);
            lower(field, index, &settings, parameters, reader)
        })
        .collect();
    Fields {
        style: style(fields),
        fields: lowered,
    }
}

/// The field itself, with what `settings` say of it; they are its own, unless it is all that a
/// variant holds.
pub(super) fn lower(
    field: &syn::Field,
    index: usize,
    settings: &[Setting],
    parameters: &shape::Parameters,
    reader: &mut Reader,
) -> Field {
    let faults = reader.found.len();
    let selector = match &field.ident {
        Some(ident) => Selector::Named(ident.clone()),
        None => Selector::Index(index),
    };
    let type_at = reader.at_all(&field.ty);
    let at = match &field.ident {
        Some(ident) => reader.at(ident.span()),
        None => type_at,
    };
    let ty = Type::new(&field.ty, parameters.shape(&field.ty), type_at);
    let not_lent = shape::not_lent(&field.ty);
    let mut lowered = Field::new(selector, at, ty);
    for setting in settings {
        if !apply(&mut lowered, setting, reader) && !says::apply(&mut lowered.says, setting, reader)
        {
            refuse(reader, Level::Field, setting);
        }
    }
    let is_converted = lowered.skip.is_some() || lowered.says.with.is_some();
    if let Some(target) = not_lent.filter(|_| !is_converted) {
        reader.report(unsupported_item::reference(type_at, &spelled(target)));
    }
    lowered.docs = docs(&field.attrs);
    lowered.vis = visibility(&field.vis);
    lowered.deprecated = is_deprecated(&field.attrs);
    lowered.faulty = reader.found.len() > faults;
    lowered
}

/// A type as a person writes it.
fn spelled(ty: &syn::Type) -> String {
    let tokens = ty.to_token_stream().to_string();
    let mut text = tokens.replace(" :: ", "::").replace(" <", "<");
    for (spaced, tight) in [
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        ("& ", "&"),
        (" ;", ";"),
    ] {
        text = text.replace(spaced, tight);
    }
    text.replace("[ ", "[").replace(" ]", "]")
}

/// Whether a setting gives a field its place.
pub(super) fn is_of_place(setting: &Setting) -> bool {
    let place = ["number", "slot", "oneof", "flatten", "unknown", "skip"];
    place.contains(&setting.name.as_str())
}

fn apply(field: &mut Field, setting: &Setting, reader: &mut Reader) -> bool {
    let (name, at) = (setting.name.as_str(), setting.at);
    match name {
        "number" => {
            let value = setting.integer(reader);
            reader.once(&mut field.number, name, at, value);
        }
        "slot" => {
            let (value, at) = (setting.integer(reader), setting.value_at);
            reader.once(&mut field.slot, name, at, value);
        }
        "oneof" => {
            let lowered = oneof(setting, reader);
            match &field.oneof {
                Some(first) => {
                    reader.report(duplicate_attribute::diagnostic(name, at, first.at));
                }
                None => field.oneof = lowered,
            }
        }
        "flatten" | "unknown" | "skip" => {
            if setting.alone(reader) {
                let kept = match name {
                    "flatten" => &mut field.flatten,
                    "unknown" => &mut field.unknown,
                    _ => &mut field.skip,
                };
                reader.flag(kept, name, at);
            }
        }
        _ => return false,
    }
    true
}

/// `10` or `10(slot = 3)`.
struct Listed {
    number: Expr,
    slot: Option<Expr>,
}

impl Parse for Listed {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let minus: Option<Token![-]> = input.parse()?;
        let literal: syn::Lit = input.parse()?;
        let number = match minus {
            Some(minus) => syn::parse_quote!(#minus #literal),
            None => syn::parse_quote!(#literal),
        };
        let mut slot = None;
        if input.peek(token::Paren) {
            let inside;
            syn::parenthesized!(inside in input);
            let word: syn::Ident = inside.parse()?;
            if word != "slot" {
                return Err(syn::Error::new(word.span(), "expected `slot = …`"));
            }
            inside.parse::<Token![=]>()?;
            slot = Some(inside.parse()?);
        }
        Ok(Listed { number, slot })
    }
}

fn oneof(setting: &Setting, reader: &mut Reader) -> Option<Oneof> {
    let Value::List(tokens, _) = &setting.value else {
        setting.refuse(reader, "the numbers of its variants", "oneof(10, 11)");
        return None;
    };
    let parser = syn::punctuated::Punctuated::<Listed, Token![,]>::parse_terminated;
    let listed = match syn::parse::Parser::parse2(parser, tokens.clone()) {
        Ok(listed) => listed,
        Err(error) => {
            let at = reader.at(error.span());
            reader.report(attribute_syntax::diagnostic(at, &error.to_string()));
            return None;
        }
    };
    let mut numbers = Vec::new();
    for one in &listed {
        let number = integer(&one.number, reader)?;
        let slot = match &one.slot {
            Some(slot) => Some(integer(slot, reader)?),
            None => None,
        };
        numbers.push(OneofNumber { number, slot });
    }
    Some(Oneof {
        at: setting.at,
        numbers,
    })
}

fn integer(expr: &Expr, reader: &mut Reader) -> Option<Located<i128>> {
    let at = reader.at_all(&expr);
    match value::literal(expr) {
        Some(Literal::Int(number)) => Some(Located::new(number, at)),
        _ => {
            let how = "oneof(10, 11)";
            reader.report(attribute_value::diagnostic(at, "oneof", "integers", how));
            None
        }
    }
}
