//! The words of `#[prost(…)]`, and what is told of those that it does not have.

use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use super::super::Reader;
use super::super::setting::{self, Setting, Value};
use crate::check::{attribute_syntax, unknown_attribute};

/// The settings of all `#[prost(…)]` among some attributes.
pub(super) fn settings(attributes: &[Attribute], reader: &mut Reader) -> Vec<Setting> {
    let mut settings = Vec::new();
    for attribute in attributes.iter().filter(|one| one.path().is_ident("prost")) {
        match &attribute.meta {
            Meta::List(list) => settings.extend(setting::of_tokens(list.tokens.clone(), reader)),
            other => {
                let at = reader.at_all(&other);
                let text = "expected `#[prost(…)]`";
                reader.report(attribute_syntax::diagnostic(at, text));
            }
        }
    }
    settings
}

/// Tells of a word that prost does not have there.
pub(super) fn refuse(reader: &mut Reader, setting: &Setting, here: &str, known: &[&str]) {
    let (name, at) = (setting.name.as_str(), setting.at);
    reader.report(unknown_attribute::diagnostic(
        at, name, here, known, known, "",
    ));
}

impl Setting {
    /// What follows a word, in each of the ways that prost takes: `tag = "1"`, `tag = 1`, `tag(1)`.
    pub(super) fn text(&self) -> Option<String> {
        match &self.value {
            Value::None | Value::Type(_) => None,
            Value::List(tokens, _) => Some(tokens.to_string()),
            Value::Expr(Expr::Lit(ExprLit { lit, .. })) => match lit {
                Lit::Str(text) => Some(text.value()),
                Lit::Int(number) => Some(number.base10_digits().to_owned()),
                Lit::Bool(value) => Some(value.value.to_string()),
                _ => None,
            },
            Value::Expr(_) => None,
        }
    }

    /// What follows a word as syntax: the text of a string, or what stands in parentheses.
    pub(super) fn syntax<T: syn::parse::Parse>(&self) -> Option<syn::Result<T>> {
        match &self.value {
            Value::List(tokens, _) => Some(syn::parse2(tokens.clone())),
            Value::Expr(Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            })) => Some(text.parse()),
            _ => None,
        }
    }

    /// `packed`, `packed = "false"`.
    pub(super) fn truth(&self, reader: &mut Reader) -> bool {
        let text = self.text();
        match (&self.value, text.as_deref()) {
            (Value::None, _) | (_, Some("true")) => true,
            (_, Some("false")) => false,
            _ => {
                let how = format!("{} = \"false\"", self.name);
                self.refuse(reader, "`true` or `false`", &how);
                true
            }
        }
    }

    /// `tag = "1"`.
    pub(super) fn tag(&self, reader: &mut Reader) -> Option<i128> {
        let number = self.text().and_then(|text| text.trim().parse().ok());
        if number.is_none() {
            self.refuse(reader, "a field number", "tag = \"1\"");
        }
        number
    }
}
