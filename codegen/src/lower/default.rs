//! Defaults: what an absent field reads as, from the text that a schema spells it in.

use everwire_model::model::{At, Diagnostic, Literal, Located, raw};
use proc_macro2::{Literal as Token, TokenStream};
use prost_reflect::{FieldDescriptor, Kind};
use quote::quote;

use super::Lower;
use super::everwire::Said;
use super::field::has_own_bytes;
use super::path::ident;
use super::rust::Form;
use super::ty::{Here, Typed};

/// The id of the rule.
pub(crate) const ID: &str = "default-text";

impl Lower<'_> {
    /// The default that `text` spells for a field, as `default_value` of `FieldDescriptorProto` does.
    pub(super) fn default(
        &self,
        field: &impl Typed,
        text: &str,
        at: At,
        here: &mut Here<'_>,
    ) -> Option<raw::Default> {
        let found = self.default_value(field, text, here);
        if found.is_none() {
            let message = format!(
                "the default `{text}` of `{}` is not {}",
                field.full_name(),
                expected(&field.kind())
            );
            let help = match field.kind() {
                Kind::Message(_) => {
                    "remove the default, which only scalars and enums have".to_owned()
                }
                kind => format!("write {}", expected(&kind)),
            };
            self.report(Diagnostic::new(ID, at, message).help(help));
        }
        found.map(|(expr, literal)| raw::Default {
            at,
            expr,
            literal,
            stored: None,
        })
    }

    /// The default that `text` spells for a field whose type in Rust is another than the one that it declares.
    pub(super) fn rust_default(
        &self,
        field: &FieldDescriptor,
        form: &Form,
        text: &str,
        at: At,
        here: &mut Here<'_>,
    ) -> Option<raw::Default> {
        let spelled = match form {
            Form::Option(inner) => return self.rust_default(field, inner, text, at, here),
            Form::Int(int) if int.bits == 128 => text.parse().ok().map(integer),
            Form::Char => {
                let mut letters = text.chars();
                letters
                    .next()
                    .filter(|_| letters.next().is_none())
                    .map(|letter| {
                        let token = Token::character(letter);
                        (quote!(#token), Literal::Char(letter))
                    })
            }
            Form::List(_) | Form::Map(..) | Form::Unit | Form::Uuid | Form::Foreign => None,
            _ => return self.default(field, text, at, here),
        };
        if spelled.is_none() {
            let message = format!(
                "the default `{text}` of `{}` is no value of its type",
                field.full_name()
            );
            let help = "write a decimal integer, or one character; a list, a map and a message have no default".to_owned();
            self.report(Diagnostic::new(ID, at, message).help(help));
        }
        spelled.map(|(expr, literal)| raw::Default {
            at,
            expr,
            literal: Some(literal),
            stored: None,
        })
    }

    /// The default of which a schema has the bytes on MessagePack.
    pub(super) fn stored(
        &self,
        said: Option<&Said>,
        bytes: Located<Vec<u8>>,
        full_name: &str,
    ) -> Option<raw::Default> {
        let at = bytes.at;
        if let Some(text) = self.said_text(said, "default") {
            let message = format!("`{full_name}` has a default twice");
            let help = "remove `default` or `default_msgpack`";
            self.report(Diagnostic::new(ID, text.at, message).help(help));
            return None;
        }
        Some(raw::Default {
            at,
            expr: TokenStream::new(),
            literal: None,
            stored: Some(bytes.value),
        })
    }

    fn default_value(
        &self,
        field: &impl Typed,
        text: &str,
        here: &mut Here<'_>,
    ) -> Option<(TokenStream, Option<Literal>)> {
        let (tokens, literal) = match field.kind() {
            Kind::Bool => {
                let value: bool = text.parse().ok()?;
                (quote!(#value), Literal::Bool(value))
            }
            Kind::Int32 | Kind::Sint32 | Kind::Sfixed32 => {
                integer(i128::from(text.parse::<i32>().ok()?))
            }
            Kind::Int64 | Kind::Sint64 | Kind::Sfixed64 => {
                integer(i128::from(text.parse::<i64>().ok()?))
            }
            Kind::Uint32 | Kind::Fixed32 => integer(i128::from(text.parse::<u32>().ok()?)),
            Kind::Uint64 | Kind::Fixed64 => integer(i128::from(text.parse::<u64>().ok()?)),
            Kind::Float => float(text, "f32")?,
            Kind::Double => float(text, "f64")?,
            Kind::String if self.is_unverified(field) => {
                let runtime = self.crate_path();
                let tokens = quote!(#runtime::Text::from(#text));
                (tokens, Literal::Str(text.to_owned()))
            }
            Kind::String => {
                let string = self.standard("String", here);
                (quote!(#string::from(#text)), Literal::Str(text.to_owned()))
            }
            Kind::Bytes => {
                let bytes = unescape(text);
                let token = Token::byte_string(&bytes);
                let tokens = match has_own_bytes(self.options, field) {
                    true => quote!(#token.to_vec().into()),
                    false => quote!(#token.to_vec()),
                };
                (tokens, Literal::Bytes(bytes))
            }
            Kind::Enum(one) => {
                let value = one.get_value_by_name(text)?;
                let variant = ident(&self.variant_name(&one, value.number())?);
                let path = self.named_type(one.full_name(), here);
                return Some((quote!(#path::#variant), None));
            }
            Kind::Message(_) => return None,
        };
        Some((tokens, Some(literal)))
    }
}

fn integer(value: i128) -> (TokenStream, Literal) {
    let token = Token::i128_unsuffixed(value);
    (quote!(#token), Literal::Int(value))
}

fn float(text: &str, ty: &str) -> Option<(TokenStream, Literal)> {
    let value: f64 = match text {
        "inf" | "-inf" | "nan" => text.parse().ok()?,
        _ if text.starts_with(|first: char| first.is_ascii_digit() || "-.".contains(first)) => {
            text.parse().ok()?
        }
        _ => return None,
    };
    let ty = ident(ty);
    let tokens = match value {
        value if value.is_nan() => quote!(#ty::NAN),
        f64::INFINITY => quote!(#ty::INFINITY),
        f64::NEG_INFINITY => quote!(#ty::NEG_INFINITY),
        value => {
            let token = match ty == "f32" {
                #[allow(clippy::cast_possible_truncation, reason = "the field is a float")]
                true => Token::f32_unsuffixed(value as f32),
                false => Token::f64_unsuffixed(value),
            };
            quote!(#token)
        }
    };
    Some((tokens, Literal::Float(value)))
}

fn expected(kind: &Kind) -> &'static str {
    match kind {
        Kind::Bool => "`true` or `false`",
        Kind::Int32 | Kind::Sint32 | Kind::Sfixed32 => "a decimal integer of 32 bits",
        Kind::Int64 | Kind::Sint64 | Kind::Sfixed64 => "a decimal integer of 64 bits",
        Kind::Uint32 | Kind::Fixed32 => "a decimal integer of 32 bits without a sign",
        Kind::Uint64 | Kind::Fixed64 => "a decimal integer of 64 bits without a sign",
        Kind::Float | Kind::Double => "a number, `inf`, `-inf` or `nan`",
        Kind::String => "a string",
        Kind::Bytes => "bytes with C escapes",
        Kind::Enum(_) => "the name of one of the enum's values",
        Kind::Message(_) => "a message that could be written down",
    }
}

/// Bytes from text with C escapes, as `default_value` of a `bytes` field has them.
pub(crate) fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first != b'\\' {
            bytes.push(*first);
            continue;
        }
        let (byte, used) = match rest {
            [b'n', ..] => (b'\n', 1),
            [b'r', ..] => (b'\r', 1),
            [b't', ..] => (b'\t', 1),
            [b'a', ..] => (7, 1),
            [b'b', ..] => (8, 1),
            [b'v', ..] => (11, 1),
            [b'f', ..] => (12, 1),
            [b'x' | b'X', digits @ ..] => {
                let (byte, used) = number(digits, 16, 2);
                (byte, used + 1)
            }
            [b'0'..=b'7', ..] => number(rest, 8, 3),
            [other, ..] => (*other, 1),
            [] => (b'\\', 0),
        };
        bytes.push(byte);
        rest = rest.get(used..).unwrap_or_default();
    }
    bytes
}

fn number(digits: &[u8], radix: u32, most: usize) -> (u8, usize) {
    let mut value = 0_u32;
    let mut used = 0;
    for digit in digits
        .iter()
        .take(most)
        .map_while(|digit| char::from(*digit).to_digit(radix))
    {
        value = value * radix + digit;
        used += 1;
    }
    (u8::try_from(value & 0xff).unwrap_or_default(), used)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_unescaped() {
        assert_eq!(unescape(r"a\n\x41\101\\\0é"), b"a\nAA\\\0\xc3\xa9");
        assert_eq!(unescape("\\"), b"\\");
    }

    #[test]
    fn floats_have_names() {
        for (text, ty, expected) in [
            ("1.5", "f32", "1.5"),
            ("-1e3", "f64", "- 1000.0"),
            ("inf", "f32", "f32 :: INFINITY"),
            ("-inf", "f64", "f64 :: NEG_INFINITY"),
            ("nan", "f64", "f64 :: NAN"),
            ("2", "f64", "2.0"),
        ] {
            assert_eq!(
                float(text, ty)
                    .map(|(tokens, _)| tokens.to_string())
                    .as_deref(),
                Some(expected),
                "{text}"
            );
        }
        assert!(float("infinity", "f64").is_none());
        assert!(float("x", "f64").is_none());
    }
}
