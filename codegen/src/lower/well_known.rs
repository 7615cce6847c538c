//! The well-known types: those that the runtime has, and the forms of their own in ProtoJSON
//! (<https://protobuf.dev/programming-guides/json/#format>).

#[cfg(test)]
mod tests;

use everwire_model::model::{Form, name};
use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::source::Source;

/// The types of the runtime's module `wkt`, sorted; all are of the package `google.protobuf`, and called the same in Rust.
pub(super) const TYPES: [&str; 18] = [
    "Any",
    "BoolValue",
    "BytesValue",
    "DoubleValue",
    "Duration",
    "Empty",
    "FieldMask",
    "FloatValue",
    "Int32Value",
    "Int64Value",
    "ListValue",
    "NullValue",
    "StringValue",
    "Struct",
    "Timestamp",
    "UInt32Value",
    "UInt64Value",
    "Value",
];

/// The types of the runtime that stand for those of the schemas, by full name: all whose files are not to be generated.
pub(super) fn provided(source: &Source, runtime: &TokenStream) -> Vec<(String, TokenStream)> {
    let is_generated = |full_name: &str| {
        let message = source.pool.get_message_by_name(full_name);
        let file = match message {
            Some(message) => Some(message.parent_file()),
            None => (source.pool.get_enum_by_name(full_name)).map(|one| one.parent_file()),
        };
        file.is_some_and(|file| source.roots.iter().any(|root| root == file.name()))
    };
    let all = TYPES.map(|own| (format!("google.protobuf.{own}"), own));
    let provided = all.into_iter().filter(|(name, _)| !is_generated(name));
    provided
        .map(|(full_name, own)| {
            let own = name::ident(own, Span::call_site());
            (full_name, quote!(#runtime::wkt::#own))
        })
        .collect()
}

/// The form in JSON of the message or enum of a full name.
pub(super) fn form(full_name: &str) -> Form {
    let Some(name) = full_name.strip_prefix("google.protobuf.") else {
        return Form::Plain;
    };
    match name {
        "DoubleValue" | "FloatValue" | "Int64Value" | "UInt64Value" | "Int32Value"
        | "UInt32Value" | "BoolValue" | "StringValue" | "BytesValue" | "Struct" | "ListValue" => {
            Form::Bare
        }
        "Value" => Form::Value,
        "NullValue" => Form::Null,
        "Timestamp" => Form::Timestamp,
        "Duration" => Form::Duration,
        "FieldMask" => Form::FieldMask,
        "Any" => Form::Any,
        _ => Form::Plain,
    }
}
