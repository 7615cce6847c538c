//! Tells the numbers and types of a path's fields by the schema of the message that it begins at.
//!
//! Protobuf wraps a message around what it cannot express, such as a list in a list: there, the path has an element for the wrapper and
//! one without a name for what stands in it, so that the text stays that of the Rust value.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::{FieldType, PathElement, Subscript};
use crate::codec::Info;
use crate::schema::{Kind, Schema, Type};
use crate::wire::protobuf::is_wrapped;

/// A leg of a path whose fields are not looked up yet.
#[derive(Clone, Debug)]
pub(in crate::validate) enum Leg {
    /// A step of the walk itself. What no schema has owns its name, and weighs it.
    Step(&'static str),
    /// What a violation tells inside the value.
    Field(Cow<'static, str>),
    Subscript(Subscript),
}

/// Where a path has come to.
#[derive(Clone, Copy)]
enum At {
    /// In a message.
    Message(&'static Schema),
    /// At a value.
    Value(Info),
    /// At what no schema knows.
    Nowhere,
}

/// The elements of a path that begins at a value of that schema.
pub(in crate::validate) fn resolved(
    root: Option<&'static Schema>,
    legs: impl IntoIterator<Item = Leg>,
) -> Vec<PathElement> {
    let mut at = match root.map(|schema| (schema, schema.kind())) {
        Some((_, Kind::Value(ty))) => At::Value(Info::root(ty)),
        Some((schema, _)) => At::Message(schema),
        None => At::Nowhere,
    };
    let legs = legs.into_iter();
    let mut elements = Vec::with_capacity(legs.size_hint().0);
    for leg in legs {
        at = match leg {
            Leg::Step(name) => field(at, name, &mut elements)
                .unwrap_or_else(|| unknown(String::from(name).into(), &mut elements)),
            Leg::Field(name) => {
                field(at, &name, &mut elements).unwrap_or_else(|| unknown(name, &mut elements))
            }
            Leg::Subscript(subscript) => element(at, subscript, &mut elements),
        };
    }
    elements
}

/// The field of that name, if the schema has it.
fn field(at: At, name: &str, elements: &mut Vec<PathElement>) -> Option<At> {
    let schema = match at {
        At::Message(schema) => Some(schema),
        At::Value(info) => unwrapped(info, elements).ty.schema(),
        At::Nowhere => None,
    };
    let fields = schema.map_or(&[][..], Schema::fields);
    let field = fields.iter().find(|field| field.name() == name)?;
    let info = Info::of(field, 0);
    elements.push(PathElement::field(
        field.number(),
        field.name(),
        FieldType::at(&info),
    ));
    Some(At::Value(info))
}

/// A oneof, or what no schema has.
fn unknown(name: Cow<'static, str>, elements: &mut Vec<PathElement>) -> At {
    elements.push(PathElement::named(name));
    At::Nowhere
}

fn element(at: At, subscript: Subscript, elements: &mut Vec<PathElement>) -> At {
    let At::Value(info) = at else {
        free(elements).subscript = Some(subscript);
        return At::Nowhere;
    };
    if elements.is_empty() {
        elements.push(nameless(&info));
    }
    let info = unwrapped(info, elements);
    let element = free(elements);
    match info.ty {
        Type::Map(..) => {
            let (key, value) = (FieldType::at_key(&info), FieldType::at(&info.map_entry()));
            (element.key_type, element.value_type) = (Some(key), Some(value));
            element.subscript = Some(keyed(subscript, key));
            At::Value(info.map_entry())
        }
        Type::List(_) => {
            element.subscript = Some(subscript);
            At::Value(info.element())
        }
        _ => {
            element.subscript = Some(subscript);
            At::Nowhere
        }
    }
}

/// The place of the value without what is around it: `Option`s, and protobuf's wrappers, which are elements of their own.
fn unwrapped(mut info: Info, elements: &mut Vec<PathElement>) -> Info {
    loop {
        info = match info.ty {
            Type::Option(_) if !info.is_member() => info.some(),
            Type::Option(_) => within(info.wrapped().some(), elements),
            _ if is_wrapped(&info) => within(info.wrapped(), elements),
            _ => return info,
        };
    }
}

/// What stands in a wrapper.
fn within(info: Info, elements: &mut Vec<PathElement>) -> Info {
    elements.push(nameless(&info));
    info
}

/// The element of what has no name.
fn nameless(info: &Info) -> PathElement {
    PathElement::field(1, "", FieldType::at(info))
}

/// The last element, or one without a name after it where it has a subscript.
fn free(elements: &mut Vec<PathElement>) -> &mut PathElement {
    match elements.last() {
        Some(last) if last.subscript.is_none() => {}
        _ => elements.push(PathElement::default()),
    }
    let last = elements.len() - 1;
    &mut elements[last]
}

/// A subscript by the type of a map's keys: what is read from text does not know it.
fn keyed(subscript: Subscript, key: FieldType) -> Subscript {
    match (subscript, key) {
        (
            Subscript::Index(number),
            FieldType::Int32
            | FieldType::Int64
            | FieldType::Sint32
            | FieldType::Sint64
            | FieldType::Sfixed32
            | FieldType::Sfixed64,
        ) => i64::try_from(number).map_or(Subscript::Uint(number), Subscript::Int),
        (
            Subscript::Index(number),
            FieldType::Uint32 | FieldType::Uint64 | FieldType::Fixed32 | FieldType::Fixed64,
        ) => Subscript::Uint(number),
        (other, _) => other,
    }
}
