//! Which rules fit which values, by the names of the members of `FieldRules`.

use everwire_model::model::RuleName;
use prost_reflect::{FieldDescriptor, Kind};

use crate::lower::rust::Form;

/// The groups of rules that fit a value and what is in it.
#[derive(Clone, Debug)]
pub(super) enum Group {
    /// A message: only `required`.
    None,
    One(&'static str),
    List(Box<Group>),
    Map(Box<Group>, Box<Group>),
}

impl Group {
    /// The name of the member of `everwire.FieldRules`.
    pub(super) fn name(&self) -> Option<&'static str> {
        match self {
            Group::None => None,
            Group::One(name) => Some(name),
            Group::List(_) => Some("repeated"),
            Group::Map(..) => Some("map"),
        }
    }

    /// That of elements, keys or values.
    pub(super) fn inside(&self, name: RuleName) -> &Group {
        match (self, name) {
            (Group::List(element), RuleName::Items) => element,
            (Group::Map(key, _), RuleName::Keys) => key,
            (Group::Map(_, value), RuleName::Values) => value,
            _ => &Group::None,
        }
    }
}

/// The groups of a field as it is declared.
pub(super) fn whole(field: &FieldDescriptor) -> Group {
    match field.kind() {
        Kind::Message(entry) if field.is_map() => Group::Map(
            Box::new(group_of(&entry.map_entry_key_field().kind())),
            Box::new(group_of(&entry.map_entry_value_field().kind())),
        ),
        kind if field.is_list() => Group::List(Box::new(group_of(&kind))),
        kind => group_of(&kind),
    }
}

/// The groups of a type in Rust.
pub(super) fn of_form(form: &Form, field: &FieldDescriptor) -> Group {
    let inner = |form: &Form| Box::new(of_form(form, field));
    match form {
        Form::Option(held) => of_form(held, field),
        Form::List(element) => Group::List(inner(element)),
        Form::Map(key, value) => Group::Map(inner(key), inner(value)),
        Form::Bool => Group::One("bool"),
        Form::Int(int) if int.bits == 128 => Group::One(match int.signed {
            true => "int128",
            false => "uint128",
        }),
        // The encoding of an integer that is the field itself is part of the name.
        Form::Int(_) if !matches!(field.kind(), Kind::Message(_) | Kind::Bytes) => {
            group_of(&field.kind())
        }
        Form::Int(int) => Group::One(match (int.bits, int.signed) {
            (64, true) => "int64",
            (64, false) => "uint64",
            (_, true) => "int32",
            (_, false) => "uint32",
        }),
        Form::Float32 => Group::One("float"),
        Form::Float64 => Group::One("double"),
        Form::Char | Form::String => Group::One("string"),
        Form::Bytes => Group::One("bytes"),
        Form::Duration => Group::One("duration"),
        Form::Timestamp => Group::One("timestamp"),
        Form::Unit | Form::Uuid | Form::Foreign => Group::None,
        Form::Named(name) => match field.parent_message().parent_pool().get_enum_by_name(name) {
            Some(_) => Group::One("enum"),
            None => of_message(name),
        },
    }
}

fn group_of(kind: &Kind) -> Group {
    Group::One(match kind {
        Kind::Double => "double",
        Kind::Float => "float",
        Kind::Int32 => "int32",
        Kind::Int64 => "int64",
        Kind::Uint32 => "uint32",
        Kind::Uint64 => "uint64",
        Kind::Sint32 => "sint32",
        Kind::Sint64 => "sint64",
        Kind::Fixed32 => "fixed32",
        Kind::Fixed64 => "fixed64",
        Kind::Sfixed32 => "sfixed32",
        Kind::Sfixed64 => "sfixed64",
        Kind::Bool => "bool",
        Kind::String => "string",
        Kind::Bytes => "bytes",
        Kind::Enum(_) => "enum",
        Kind::Message(message) => return of_message(message.full_name()),
    })
}

/// The groups of a message: of the well-known ones that have rules, their own.
fn of_message(full_name: &str) -> Group {
    Group::One(match full_name {
        "google.protobuf.Any" => "any",
        "google.protobuf.Duration" => "duration",
        "google.protobuf.FieldMask" => "field_mask",
        "google.protobuf.Timestamp" => "timestamp",
        "google.protobuf.BoolValue" => "bool",
        "google.protobuf.BytesValue" => "bytes",
        "google.protobuf.DoubleValue" => "double",
        "google.protobuf.FloatValue" => "float",
        "google.protobuf.Int32Value" => "int32",
        "google.protobuf.Int64Value" => "int64",
        "google.protobuf.StringValue" => "string",
        "google.protobuf.UInt32Value" => "uint32",
        "google.protobuf.UInt64Value" => "uint64",
        _ => return Group::None,
    })
}

pub(super) fn describe(field: &FieldDescriptor) -> String {
    match field.kind() {
        _ if field.is_map() => "a map".to_owned(),
        _ if field.is_list() => "repeated".to_owned(),
        Kind::Enum(one) => format!("the enum `{}`", one.full_name()),
        Kind::Message(message) => format!("a `{}`", message.full_name()),
        kind => format!("`{}`", group_of(&kind).name().unwrap_or_default()),
    }
}
