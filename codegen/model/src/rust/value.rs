//! What a setting's value is: a string, an integer, a path, a literal.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{Expr, ExprLit, ExprUnary, Lit, UnOp};

use super::Reader;
use super::setting::{Setting, Value};
use crate::check::attribute_value;
use crate::model::{Literal, Located};

impl Setting {
    /// Tells that something else was expected.
    pub(super) fn refuse(&self, reader: &mut Reader, takes: &str, how: &str) {
        let at = self.value_at;
        reader.report(attribute_value::diagnostic(at, &self.name, takes, how));
    }

    /// A flag stands alone; the answer is whether it does.
    pub(super) fn alone(&self, reader: &mut Reader) -> bool {
        let alone = matches!(self.value, Value::None);
        if !alone {
            self.refuse(reader, "no value", &self.name);
        }
        alone
    }

    /// Tells that a field's name was expected.
    pub(super) fn refuse_field(&self, reader: &mut Reader) {
        let at = self.value_at;
        reader.report(attribute_value::diagnostic(
            at,
            "oneof",
            "names of fields, and `required`",
            "oneof(a, b, required)",
        ));
    }

    pub(super) fn string(&self, reader: &mut Reader) -> Option<String> {
        match &self.value {
            Value::Expr(expr) => match literal(expr) {
                Some(Literal::Str(text)) => return Some(text),
                _ => self.refuse_string(reader),
            },
            _ => self.refuse_string(reader),
        }
        None
    }

    fn refuse_string(&self, reader: &mut Reader) {
        let how = format!("{} = \"…\"", self.name);
        self.refuse(reader, "a string", &how);
    }

    pub(super) fn integer(&self, reader: &mut Reader) -> Option<i128> {
        let value = match &self.value {
            Value::Expr(expr) => literal(expr),
            _ => None,
        };
        if let Some(Literal::Int(number)) = value {
            return Some(number);
        }
        let at = self.value_at;
        if matches!(&self.value, Value::Expr(expr) if is_integer(expr)) {
            reader.report(attribute_value::too_large(at, &self.name));
        } else if self.name == "number" {
            reader.report(attribute_value::number(at));
        } else {
            let how = format!("{} = 1", self.name);
            self.refuse(reader, "an integer", &how);
        }
        None
    }

    /// One of several words in a string.
    pub(super) fn word<T: Copy>(
        &self,
        reader: &mut Reader,
        words: &[(T, &'static str)],
    ) -> Option<T> {
        let text = self.string(reader)?;
        let known = words.iter().find(|(_, word)| *word == text);
        if known.is_none() {
            let at = self.value_at;
            let words: Vec<&str> = words.iter().map(|(_, word)| *word).collect();
            reader.report(attribute_value::word(at, &self.name, &text, &words));
        }
        known.map(|(value, _)| *value)
    }

    /// A path to a module or a function.
    pub(super) fn path(&self, reader: &mut Reader) -> Option<TokenStream> {
        if let Value::Expr(Expr::Path(path)) = &self.value {
            return Some(path.to_token_stream());
        }
        let how = format!("{} = some::path", self.name);
        self.refuse(reader, "a path", &how);
        None
    }

    pub(super) fn ty(&self, reader: &mut Reader) -> Option<TokenStream> {
        if let Value::Type(ty) = &self.value {
            return Some(ty.to_token_stream());
        }
        let how = format!("{} = Type", self.name);
        self.refuse(reader, "a type", &how);
        None
    }
}

/// Whether an expression is an integer, of whatever size.
fn is_integer(expr: &Expr) -> bool {
    match expr {
        Expr::Group(group) => is_integer(&group.expr),
        Expr::Paren(paren) => is_integer(&paren.expr),
        Expr::Lit(ExprLit {
            lit: Lit::Int(number),
            ..
        }) => !matches!(number.suffix(), "f32" | "f64"),
        Expr::Unary(ExprUnary {
            op: UnOp::Neg(_),
            expr,
            ..
        }) => is_integer(expr),
        _ => false,
    }
}

/// The value of an expression that is a literal.
pub(super) fn literal(expr: &Expr) -> Option<Literal> {
    match expr {
        Expr::Group(group) => literal(&group.expr),
        Expr::Paren(paren) => literal(&paren.expr),
        Expr::Lit(ExprLit { lit, .. }) => of_lit(lit),
        Expr::Unary(ExprUnary {
            op: UnOp::Neg(_),
            expr,
            ..
        }) => match literal(expr)? {
            Literal::Int(number) => Some(Literal::Int(number.checked_neg()?)),
            Literal::Float(number) => Some(Literal::Float(-number)),
            _ => None,
        },
        _ => None,
    }
}

fn of_lit(lit: &Lit) -> Option<Literal> {
    match lit {
        Lit::Str(text) => Some(Literal::Str(text.value())),
        Lit::ByteStr(bytes) => Some(Literal::Bytes(bytes.value())),
        Lit::Byte(byte) => Some(Literal::Int(byte.value().into())),
        Lit::Char(letter) => Some(Literal::Char(letter.value())),
        Lit::Int(number) if matches!(number.suffix(), "f32" | "f64") => {
            number.base10_digits().parse().ok().map(Literal::Float)
        }
        Lit::Int(number) => number.base10_parse().ok().map(Literal::Int),
        Lit::Float(number) => number.base10_parse().ok().map(Literal::Float),
        Lit::Bool(value) => Some(Literal::Bool(value.value)),
        _ => None,
    }
}

/// The literals of `[A, B]`, with their places; the first expression that is none is told.
pub(super) fn literals<'a>(
    name: &str,
    exprs: impl IntoIterator<Item = &'a Expr>,
    reader: &mut Reader,
) -> Option<Vec<Located<Literal>>> {
    let mut literals = Vec::new();
    let mut whole = true;
    for expr in exprs {
        let at = reader.at_all(&expr);
        match literal(expr) {
            Some(value) => literals.push(Located::new(value, at)),
            None => {
                reader.report(attribute_value::literal(at, name));
                whole = false;
            }
        }
    }
    whole.then_some(literals)
}
