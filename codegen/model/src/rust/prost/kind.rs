//! What a field is in protobuf: a scalar, an enum, a message, a group, a map, a oneof.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, Path, Token};

use super::super::Reader;
use super::super::setting::{Setting, Value};
use crate::check::{attribute_syntax, attribute_value};
use crate::model::{Encoding, Int, Shape};

/// What a field, or each of its elements, is.
pub(super) enum Kind {
    Scalar(Scalar),
    /// An `i32` that is a value of the enum at a path.
    Enumeration(TokenStream),
    Message,
    Group,
    Map(Scalar, Box<Kind>),
    Oneof,
}

#[derive(Clone)]
pub(super) struct Scalar {
    pub(super) shape: Shape,
    pub(super) encoding: Encoding,
}

impl Scalar {
    /// The scalar of this name in `.proto` files.
    fn of(name: &str) -> Option<Self> {
        let int = |signed, bits| Shape::Int(Int { signed, bits });
        let (shape, encoding) = match name {
            "bool" => (Shape::Bool, Encoding::Default),
            "bytes" => (Shape::Bytes, Encoding::Default),
            "double" => (Shape::Float(64), Encoding::Default),
            "fixed32" => (int(false, 32), Encoding::Fixed),
            "fixed64" => (int(false, 64), Encoding::Fixed),
            "float" => (Shape::Float(32), Encoding::Default),
            "int32" => (int(true, 32), Encoding::Default),
            "int64" => (int(true, 64), Encoding::Default),
            "sfixed32" => (int(true, 32), Encoding::Fixed),
            "sfixed64" => (int(true, 64), Encoding::Fixed),
            "sint32" => (int(true, 32), Encoding::Zigzag),
            "sint64" => (int(true, 64), Encoding::Zigzag),
            "string" => (Shape::String, Encoding::Default),
            "uint32" => (int(false, 32), Encoding::Default),
            "uint64" => (int(false, 64), Encoding::Default),
            _ => return None,
        };
        Some(Self { shape, encoding })
    }

    /// Whether protobuf can pack a list of these.
    pub(super) fn is_packed(&self) -> bool {
        !matches!(self.shape, Shape::String | Shape::Bytes)
    }
}

/// The words that say what a field is.
pub(super) const KINDS: &[&str] = &[
    "bool",
    "btree_map",
    "bytes",
    "double",
    "enumeration",
    "fixed32",
    "fixed64",
    "float",
    "group",
    "hash_map",
    "int32",
    "int64",
    "map",
    "message",
    "oneof",
    "sfixed32",
    "sfixed64",
    "sint32",
    "sint64",
    "string",
    "uint32",
    "uint64",
];

/// What a word says that a field is; nothing where it says something else, or what follows it cannot be read.
pub(super) fn of(setting: &Setting, reader: &mut Reader) -> Option<Kind> {
    let is_alone = matches!(setting.value, Value::None);
    match setting.name.as_str() {
        "message" if setting.alone(reader) => Some(Kind::Message),
        "group" if setting.alone(reader) => Some(Kind::Group),
        "message" | "group" => None,
        "oneof" => Some(Kind::Oneof),
        "enumeration" => match setting.syntax::<Path>() {
            Some(Ok(path)) => Some(Kind::Enumeration(path.to_token_stream())),
            _ => {
                setting.refuse(reader, "the path of an enum", "enumeration = \"Status\"");
                None
            }
        },
        "map" | "btree_map" | "hash_map" => match setting.syntax::<Entry>() {
            Some(Ok(Entry(key, value))) => Some(Kind::Map(key, Box::new(value))),
            Some(Err(error)) => {
                let at = reader.at(error.span());
                reader.report(attribute_syntax::diagnostic(at, &error.to_string()));
                None
            }
            None => {
                let how = format!("{} = \"string, int32\"", setting.name);
                setting.refuse(reader, "the types of keys and values", &how);
                None
            }
        },
        "bytes" => {
            const HELD: &[(&str, &str)] = &[("vec", "vec"), ("bytes", "bytes")];
            let text = setting.text().map(|text| text.trim().to_owned());
            let known = |text: &String| HELD.iter().any(|(_, word)| word == text);
            match text {
                Some(text) if !known(&text) => {
                    let words = ["vec", "bytes"];
                    let at = setting.value_at;
                    reader.report(attribute_value::word(at, "bytes", &text, &words));
                    None
                }
                _ => Scalar::of("bytes").map(Kind::Scalar),
            }
        }
        name => {
            let scalar = Scalar::of(name)?;
            if !is_alone {
                setting.alone(reader);
            }
            Some(Kind::Scalar(scalar))
        }
    }
}

/// `string, enumeration(Status)`.
struct Entry(Scalar, Kind);

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let unknown = |word: &Ident, what: &str| {
            let text = format!("`{word}` is not {what}");
            syn::Error::new(word.span(), text)
        };
        let word: Ident = input.parse()?;
        let keys = |scalar: &Scalar| !matches!(scalar.shape, Shape::Float(_) | Shape::Bytes);
        let key = Scalar::of(&word.to_string()).filter(keys);
        let key = key.ok_or_else(|| unknown(&word, "a type of keys"))?;
        input.parse::<Token![,]>()?;
        let word: Ident = input.parse()?;
        let value = match word.to_string().as_str() {
            "message" => Kind::Message,
            "enumeration" => {
                let path;
                syn::parenthesized!(path in input);
                Kind::Enumeration(path.parse::<Path>()?.to_token_stream())
            }
            name => {
                let scalar = Scalar::of(name);
                Kind::Scalar(scalar.ok_or_else(|| unknown(&word, "a type of values"))?)
            }
        };
        input.parse::<Option<Token![,]>>()?;
        Ok(Entry(key, value))
    }
}
