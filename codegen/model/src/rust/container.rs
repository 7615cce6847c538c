//! Types: their attributes and what they consist of.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Expr, ExprLit, Lit, Meta, Visibility};

use super::known::{Level, refuse};
use super::setting::{self, Setting, Value};
use super::{
    Reader, accept, extensions, field, generics, message_rules, prost, reserved, shape, variant,
};
use crate::check::unsupported_item;
use crate::model::raw::{Body, Fields, Item};
use crate::model::{Dialect, Layout, Located, RenameAll, Style};

/// The forms of JSON.
const DIALECTS: &[(Dialect, &str)] = &[(Dialect::Native, "native"), (Dialect::Proto, "proto")];

/// The forms of MessagePack.
pub(super) const LAYOUTS: &[(Layout, &str)] = &[(Layout::Array, "array"), (Layout::Map, "map")];

pub(super) fn lower(input: &DeriveInput, reader: &mut Reader) -> Item {
    let at = reader.at(input.ident.span());
    let generics = generics::lower(&input.generics);
    let parameters = shape::Parameters::new(&input.generics);
    let settings = setting::of_attributes(&input.attrs, reader);
    let is_of_prost = prost::is_derived(&input.attrs);
    let empty = Body::Struct(Fields::default());
    let mut item = Item::new(input.ident.clone(), at, empty);
    for setting in &settings {
        if !apply(&mut item, setting, is_of_prost, reader) {
            refuse(reader, Level::Type, setting);
        }
    }
    item.faulty = !reader.found.is_empty();
    item.body = match &input.data {
        Data::Struct(data) => Body::Struct(field::lower_all(&data.fields, &parameters, reader)),
        Data::Enum(data) => Body::Enum(variant::lower_all(data, &parameters, reader)),
        Data::Union(data) => {
            let at = reader.at(data.union_token.span());
            reader.report(unsupported_item::union(at));
            Body::Struct(Fields::default())
        }
    };
    item.generics = generics;
    prost::lower(input, &mut item, reader);
    item.docs = docs(&input.attrs);
    item.vis = visibility(&input.vis);
    item.deprecated = is_deprecated(&input.attrs);
    item
}

fn apply(item: &mut Item, setting: &Setting, is_of_prost: bool, reader: &mut Reader) -> bool {
    let (name, at) = (setting.name.as_str(), setting.at);
    match name {
        "accept" => item.accepts.extend(accept::lower(setting, reader)),
        "name" => {
            let (value, at) = (setting.string(reader), setting.value_at);
            match (&mut item.name, &value) {
                (Some(kept), Some(value))
                    if is_of_prost && prost::is_around(&kept.value, value) =>
                {
                    *kept = Located::new(value.clone(), at);
                }
                (Some(kept), Some(value))
                    if is_of_prost && prost::is_around(value, &kept.value) => {}
                (kept, _) => reader.once(kept, name, at, value),
            }
        }
        "alias" => {
            let (value, at) = (setting.string(reader), setting.value_at);
            item.aliases
                .extend(value.map(|value| Located::new(value, at)));
        }
        "rename_all" => {
            let value = setting.word(reader, RenameAll::ALL);
            reader.once(&mut item.rename_all, name, at, value);
        }
        "crate" => {
            let value = setting.path(reader);
            reader.once(&mut item.crate_path, name, at, value);
        }
        "version" => {
            let (value, at) = (setting.integer(reader), setting.value_at);
            reader.once(&mut item.version, name, at, value);
        }
        "json" => {
            let value = setting.word(reader, DIALECTS);
            reader.once(&mut item.json, name, at, value);
        }
        "msgpack" => {
            let value = setting.word(reader, LAYOUTS);
            reader.once(&mut item.msgpack, name, at, value);
        }
        "transparent" if setting.alone(reader) => reader.flag(&mut item.transparent, name, at),
        "transparent" => {}
        "from" => {
            let (value, at) = (setting.ty(reader), setting.value_at);
            reader.once(&mut item.from, name, at, value);
        }
        "try_from" => {
            let (value, at) = (setting.ty(reader), setting.value_at);
            reader.once(&mut item.try_from, name, at, value);
        }
        "into" => {
            let (value, at) = (setting.ty(reader), setting.value_at);
            reader.once(&mut item.into, name, at, value);
        }
        "extensions" => item.extensions.extend(extensions::lower(setting, reader)),
        "message_set" if setting.alone(reader) => reader.flag(&mut item.message_set, name, at),
        "message_set" => {}
        "prost" if setting.alone(reader) => reader.flag(&mut item.prost, name, at),
        "prost" => {}
        "serde" if setting.alone(reader) => reader.flag(&mut item.serde, name, at),
        "serde" => {}
        "reserved" => item.reserved.extend(reserved::lower(setting, reader)),
        "rule" => match &setting.value {
            Value::List(tokens, _) if !tokens.is_empty() => {
                item.rules.extend(message_rules::list(tokens, reader));
            }
            _ => setting.refuse(reader, "rules of the message", "rule(oneof(a, b))"),
        },
        "upgrade" => {
            let value = setting.path(reader);
            reader.once(&mut item.upgrade, name, at, value);
        }
        "validate" => {
            let value = setting.path(reader);
            item.hooks
                .extend(value.map(|value| Located::new(value, at)));
        }
        _ => return false,
    }
    true
}

pub(super) fn docs(attributes: &[Attribute]) -> Vec<String> {
    let mut docs = Vec::new();
    for attribute in attributes.iter().filter(|one| one.path().is_ident("doc")) {
        if let Meta::NameValue(pair) = &attribute.meta
            && let Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) = &pair.value
        {
            let text = text.value();
            let lines = text.split('\n');
            docs.extend(lines.map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned()));
        }
    }
    docs
}

pub(super) fn visibility(vis: &Visibility) -> TokenStream {
    vis.to_token_stream()
}

pub(super) fn is_deprecated(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|one| one.path().is_ident("deprecated"))
}

pub(super) fn style(fields: &syn::Fields) -> Style {
    match fields {
        syn::Fields::Named(_) => Style::Named,
        syn::Fields::Unnamed(_) => Style::Tuple,
        syn::Fields::Unit => Style::Unit,
    }
}
