//! `default = "…"`: a literal of protobuf's, or the name of an enum's value, in a string.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, LitByteStr};

use super::super::Reader;
use super::super::setting::Setting;
use super::kind::Kind;
use crate::model::raw::Default;
use crate::model::{Literal, Shape};

/// What a field of this kind reads as while it is absent.
pub(super) fn of(setting: &Setting, kind: &Kind, reader: &mut Reader) -> Option<Default> {
    let text = setting.text();
    let made = text.and_then(|text| match kind {
        Kind::Scalar(scalar) => scalar_value(&text, &scalar.shape),
        Kind::Enumeration(path) => {
            let value = setting.syntax::<Ident>()?.ok()?;
            Some((quote!(#path::#value as i32), None))
        }
        _ => None,
    });
    let Some((expr, literal)) = made else {
        setting.refuse(
            reader,
            "a value of the field's type, in a string",
            "default = \"1\"",
        );
        return None;
    };
    Some(Default {
        at: setting.value_at,
        expr,
        literal,
        stored: None,
    })
}

fn scalar_value(text: &str, shape: &Shape) -> Option<(TokenStream, Option<Literal>)> {
    let literal = match shape {
        Shape::String => Literal::Str(text.to_owned()),
        Shape::Bytes => Literal::Bytes(syn::parse_str::<LitByteStr>(text).ok()?.value()),
        Shape::Bool => Literal::Bool(text.parse().ok()?),
        Shape::Int(_) => Literal::Int(text.parse().ok()?),
        Shape::Float(_) => Literal::Float(text.parse().ok()?),
        _ => return None,
    };
    let expr = match &literal {
        Literal::Str(text) => quote!(#text),
        Literal::Bytes(bytes) => {
            let bytes = proc_macro2::Literal::byte_string(bytes);
            quote!(#bytes)
        }
        Literal::Float(value) if !value.is_finite() => {
            let Shape::Float(bits) = shape else {
                return None;
            };
            let ty = quote::format_ident!("f{bits}");
            match (value.is_nan(), *value > 0.0) {
                (true, _) => quote!(::core::primitive::#ty::NAN),
                (false, true) => quote!(::core::primitive::#ty::INFINITY),
                (false, false) => quote!(::core::primitive::#ty::NEG_INFINITY),
            }
        }
        // As it is written, since an `f32` is no rounded `f64`; with a point, since an integer is no float.
        Literal::Float(_) if !text.contains(['.', 'e', 'E']) => format!("{text}.0").parse().ok()?,
        _ => text.parse().ok()?,
    };
    Some((expr, Some(literal)))
}
