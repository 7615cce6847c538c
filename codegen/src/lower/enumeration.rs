//! Enums.

use std::collections::HashSet;

use everwire_model::model::raw::{Body, Field, Fields, Item, Reserved, Type, Variant};
use everwire_model::model::{Int, Located, Selector, Shape, Style};
use heck::ToShoutySnakeCase;
use prost_reflect::{EnumDescriptor, EnumValueDescriptor};
use quote::quote;

use super::docs::docs;
use super::everwire::On;
use super::names::distinct;
use super::path::{ident, type_name};
use super::{Declaration, Lower, well_known};
use crate::source::features::EnumType;

const DERIVES: &[&str] = &[
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "PartialEq",
    "Eq",
    "PartialOrd",
    "Ord",
    "Hash",
];
const I32: Shape = Shape::Int(Int {
    signed: true,
    bits: 32,
});

impl Lower<'_> {
    /// An enum, open or closed. Further names of a number are names that JSON reads.
    pub(super) fn enumeration(&self, one: &EnumDescriptor) -> Declaration {
        let file = one.parent_file();
        let said = self.said(On::Enum, || one.options(), &file, one.path());
        let name = self.at_part(&file, one.path(), &[1]);
        let names = variant_names(one, self.is_open(one));
        let mut variants: Vec<Variant> = Vec::new();
        for (value, own) in declared(one).into_iter().zip(names.values) {
            if self.is_placeholder(&value) {
                continue;
            }
            let same = variants.iter_mut().find(|variant| {
                variant
                    .number
                    .is_some_and(|number| number.value == i128::from(value.number()))
            });
            match same {
                Some(variant) => variant
                    .says
                    .aliases
                    .push(Located::new(value.name().to_owned(), variant.at)),
                None => variants.push(self.value(&value, &own, variants.is_empty())),
            }
        }
        if let Some(other) = names.other {
            let mut variant = Variant::new(ident(&other), name);
            variant.docs = vec!["A number that this enum does not know.".to_owned()];
            variant.other = Some(name);
            let number = Field::new(Selector::Index(0), name, Type::new(quote!(i32), I32, name));
            variant.fields = Fields {
                style: Style::Tuple,
                fields: vec![number],
            };
            variants.push(variant);
        }
        let own = self
            .names
            .path(one.full_name())
            .map(|path| path.name.clone())
            .unwrap_or_default();
        let mut item = Item::new(ident(&own), name, Body::Enum(variants));
        item.docs = docs(&file, one.path());
        item.vis = quote!(pub);
        item.attributes = self.type_attributes(one.full_name(), DERIVES);
        item.define = true;
        item.deprecated = one
            .enum_descriptor_proto()
            .options
            .as_ref()
            .is_some_and(|options| options.deprecated());
        item.name = Some(Located::new(one.full_name().to_owned(), name));
        item.aliases = self.said_texts(said.as_ref(), "alias");
        item.crate_path = Some(Located::new(self.crate_path(), name));
        item.version = self.said_number(said.as_ref(), "version");
        item.accepts = self.said_accepts(said.as_ref());
        item.json = Some(self.dialect(said.as_ref(), &file));
        item.form = well_known::form(one.full_name());
        item.reserved = self.reserved_values(one);
        let mut serde = self.options.serde.iter();
        item.serde = serde
            .any(|pattern| pattern.matches(one.full_name()))
            .then_some(name);
        Declaration {
            item,
            more: quote!(),
            inner: None,
        }
    }

    /// The Rust name of the value of this number.
    pub(super) fn variant_name(&self, one: &EnumDescriptor, number: i32) -> Option<String> {
        let names = variant_names(one, self.is_open(one));
        let mut values = declared(one).into_iter().zip(names.values);
        values
            .find(|(value, _)| value.number() == number)
            .map(|(_, own)| own)
    }

    fn is_open(&self, one: &EnumDescriptor) -> bool {
        let said = self.said(On::Enum, || one.options(), &one.parent_file(), one.path());
        let closed = said.and_then(|said| said.get("closed")?.as_bool());
        match closed {
            Some(closed) => !closed,
            None => self.features.enumeration(one).enum_type == EnumType::Open,
        }
    }

    /// Whether a value is there only because protobuf asks for one of number 0.
    fn is_placeholder(&self, value: &EnumValueDescriptor) -> bool {
        let file = value.parent_file();
        let said = self.said(On::Value, || value.options(), &file, value.path());
        self.said_flag(said.as_ref(), "placeholder").is_some()
    }

    fn value(&self, value: &EnumValueDescriptor, own: &str, is_default: bool) -> Variant {
        let file = value.parent_file();
        let said = self.said(On::Value, || value.options(), &file, value.path());
        let name = self.at_part(&file, value.path(), &[1]);
        let mut variant = Variant::new(ident(own), name);
        variant.docs = docs(&file, value.path());
        variant.attributes = self.field_attributes(value.full_name());
        if is_default {
            variant.attributes.extend(quote!(#[default]));
        }
        variant.deprecated = value
            .enum_value_descriptor_proto()
            .options
            .as_ref()
            .is_some_and(|options| options.deprecated());
        let number = self.at_part(&file, value.path(), &[2]);
        variant.number = Some(Located::new(i128::from(value.number()), number));
        let given = self.said_text(said.as_ref(), "name");
        let given = given.unwrap_or_else(|| Located::new(value.name().to_owned(), name));
        variant.says.rename = (given.value != own).then_some(given);
        variant.says.aliases = self.said_texts(said.as_ref(), "alias");
        variant.says.since = self.said_number(said.as_ref(), "since");
        variant.says.accepts = self.said_accepts(said.as_ref());
        variant
    }

    fn reserved_values(&self, one: &EnumDescriptor) -> Vec<Reserved> {
        let at = |part: &[i32]| self.at_part(&one.parent_file(), one.path(), part);
        let ranges = one
            .reserved_ranges()
            .map(|range| (i128::from(*range.start()), i128::from(*range.end())));
        let group = Reserved {
            at: at(&[4]),
            numbers: ranges.map(|range| Located::new(range, at(&[4]))).collect(),
            names: one
                .reserved_names()
                .map(|name| Located::new(name.to_owned(), at(&[5])))
                .collect(),
            ..Reserved::default()
        };
        let is_empty = group.numbers.is_empty() && group.names.is_empty();
        if is_empty { Vec::new() } else { vec![group] }
    }
}

struct VariantNames {
    /// Of each value, in their order; a further name of a number has one, too, which is not used.
    values: Vec<String>,
    /// Of the variant that holds other numbers, in an open enum.
    other: Option<String>,
}

/// The values in the order of their declaration: the first one is the default. `values` itself goes by their numbers.
fn declared(one: &EnumDescriptor) -> Vec<EnumValueDescriptor> {
    let mut values: Vec<_> = one.values().collect();
    values.sort_by_key(|value| value.path().last().copied());
    values
}

/// The Rust names of an enum's variants: without the enum's own name, where each begins with it.
fn variant_names(one: &EnumDescriptor, is_open: bool) -> VariantNames {
    let prefix = format!("{}_", one.name().to_shouty_snake_case());
    let mut seen = HashSet::new();
    let mut wanted = Vec::new();
    let mut is_first = Vec::new();
    for value in declared(one) {
        is_first.push(seen.insert(value.number()));
        wanted.push(type_name(without_prefix(value.name(), &prefix)));
    }
    let kept: Vec<String> = wanted
        .iter()
        .zip(&is_first)
        .filter(|(_, first)| **first)
        .map(|(name, _)| name.clone())
        .collect();
    let mut taken = HashSet::new();
    let mut own = distinct(&kept, &mut taken).into_iter();
    let values = wanted
        .into_iter()
        .zip(is_first)
        .map(|(name, first)| {
            if first {
                own.next().unwrap_or_default()
            } else {
                name
            }
        })
        .collect();
    let other = is_open.then(|| {
        let free = ["Other", "Unrecognized"]
            .into_iter()
            .find(|name| !taken.contains(*name));
        match free {
            Some(name) => name.to_owned(),
            None => distinct(&["Other".to_owned()], &mut taken)
                .pop()
                .unwrap_or_default(),
        }
    });
    VariantNames { values, other }
}

fn without_prefix<'a>(name: &'a str, prefix: &str) -> &'a str {
    let matches = name
        .get(..prefix.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    match name.get(prefix.len()..) {
        Some(rest) if matches && rest.starts_with(|first: char| first.is_ascii_alphabetic()) => {
            rest
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::sample;

    fn check(source: &crate::source::Source, values: &[&str], other: Option<&str>) {
        let one = source.pool.all_enums().next().unwrap();
        let features = source.features.enumeration(&one);
        let names = variant_names(&one, features.enum_type == EnumType::Open);
        assert_eq!(names.values, values);
        assert_eq!(names.other.as_deref(), other);
    }

    #[test]
    fn variants_drop_the_enums_name() {
        check(
            &sample::source(
                "enum OrderStatus { ORDER_STATUS_DRAFT = 0; order_status_paid = 1; ORDER_STATUS_2 = 2; SENT = 3; }",
            ),
            &["Draft", "Paid", "OrderStatus2", "Sent"],
            Some("Other"),
        );
    }

    #[test]
    fn clashes_are_told_apart() {
        check(
            &sample::source("enum E { E_A = 0; A = 1; OTHER = 2; UNRECOGNIZED = 3; Self = 4; }"),
            &["A", "A2", "Other", "Unrecognized", "Self_"],
            Some("Other2"),
        );
        check(
            &sample::source("enum E { option allow_alias = true; E_A = 0; A = 0; B = 1; }"),
            &["A", "A", "B"],
            Some("Other"),
        );
    }

    #[test]
    fn proto2_is_closed() {
        check(
            &sample::proto2("enum E { X = -1; Y = 5; }"),
            &["X", "Y"],
            None,
        );
    }
}
