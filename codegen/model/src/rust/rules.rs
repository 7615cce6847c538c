//! Validation rules.

use proc_macro2::TokenStream;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Expr, Token};

use super::known::{Level, refuse};
use super::setting::{self, Setting, Value};
use super::{Reader, value};
use crate::check::{attribute_syntax, attribute_value};
use crate::model::raw::{Argument, Rule};
use crate::model::{Located, RuleName, Takes};

/// The rules in `rule(…)`, `items(…)`, `keys(…)` and `values(…)`.
pub(super) fn list(tokens: &TokenStream, reader: &mut Reader) -> Vec<Rule> {
    let mut rules = Vec::new();
    for setting in setting::of_tokens(tokens.clone(), reader) {
        match RuleName::from_name(&setting.name) {
            Some(name) => rules.extend(lower(name, &setting, reader)),
            None => refuse(reader, Level::Rules, &setting),
        }
    }
    rules
}

/// A rule, where what follows it can be read.
pub(super) fn lower(name: RuleName, setting: &Setting, reader: &mut Reader) -> Option<Rule> {
    let argument = match &setting.value {
        Value::None => Argument::Nothing,
        Value::Expr(Expr::Array(array)) => {
            Argument::List(value::literals(&setting.name, &array.elems, reader)?)
        }
        Value::Expr(expr) => {
            let at = setting.value_at;
            match value::literal(expr) {
                Some(literal) => Argument::Literal(Located::new(literal, at)),
                None => {
                    reader.report(attribute_value::literal(at, &setting.name));
                    return None;
                }
            }
        }
        Value::List(tokens, _) if name.takes() == Takes::Rules => {
            let faults = reader.found.len();
            let rules = list(tokens, reader);
            if rules.is_empty() && reader.found.len() > faults {
                return None;
            }
            Argument::Rules(rules)
        }
        Value::List(tokens, _) => {
            let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
            match parser.parse2(tokens.clone()) {
                Ok(exprs) => Argument::List(value::literals(&setting.name, &exprs, reader)?),
                Err(error) => {
                    let at = reader.at(error.span());
                    reader.report(attribute_syntax::diagnostic(at, &error.to_string()));
                    return None;
                }
            }
        }
        Value::Type(_) => return None,
    };
    Some(Rule {
        name,
        at: setting.at,
        argument,
    })
}
