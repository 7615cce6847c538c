//! Whether a field declares what a type of Rust is in protobuf.
//!
//! A list or a map whose presence counts, or which is an element or a map's value, and an `Option` that is one of those, stand in a
//! message of their own, as its field 1; a map whose keys or values protobuf's `map` cannot have is a list of entries.

use everwire_model::model::{Encoding, Int};
use prost_reflect::{FieldDescriptor, Kind, MessageDescriptor};

use super::Form;
use crate::source::features::{MessageEncoding, Presence, Repeated, Table};

/// What the declaration says of how values are encoded.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) own: Encoding,
    pub(super) key: Encoding,
    pub(super) value: Encoding,
    /// Of lists of scalars; none where there are none.
    pub(super) is_packed: Option<bool>,
    seen: [bool; 3],
}

/// What the encoding of a value belongs to.
#[derive(Clone, Copy)]
enum Part {
    Own,
    Key,
    Value,
}

/// What the declaration says, where it fits.
///
/// # Errors
///
/// What to declare instead.
pub(super) fn fits(
    features: &Table,
    form: &Form,
    is_explicit: bool,
    field: &FieldDescriptor,
) -> Result<Found, String> {
    let mut fit = Fit {
        features,
        found: Found::default(),
    };
    fit.field(form, is_explicit, field, Part::Own)?;
    Ok(fit.found)
}

struct Fit<'a> {
    features: &'a Table,
    found: Found,
}

impl Fit<'_> {
    fn field(
        &mut self,
        form: &Form,
        is_explicit: bool,
        field: &FieldDescriptor,
        part: Part,
    ) -> Result<(), String> {
        match form {
            Form::Option(inner) => self.field(inner, true, field, part),
            Form::List(_) | Form::Map(..) if is_explicit => {
                let inner = wrapped(field)?;
                self.field(form, false, &inner, part)
            }
            Form::List(element) => {
                if !field.is_list() || field.is_map() {
                    return Err(format!("declare `{}` as `repeated`", field.name()));
                }
                self.packed(element, field)?;
                self.member(element, field, part)
            }
            Form::Map(key, value) => {
                let entry = match field.kind() {
                    Kind::Message(entry) if field.is_list() || field.is_map() => entry,
                    _ => {
                        return Err(format!(
                            "declare `{}` as a `map`, or as `repeated` with a message of its keys and values",
                            field.name()
                        ));
                    }
                };
                let is_wrapper = entry.is_map_entry() || super::super::everwire::is_wrapper(&entry);
                let fields = (entry.get_field(1), entry.get_field(2));
                let (Some(key_field), Some(value_field), true) = (fields.0, fields.1, is_wrapper)
                else {
                    return Err(format!(
                        "give `{}` the fields 1 and 2, a key and a value, and `(everwire.message).rust = WRAPPER`",
                        entry.full_name()
                    ));
                };
                self.field(key, false, &key_field, Part::Key)?;
                match entry.is_map_entry() {
                    true => self.member(value, &value_field, Part::Value),
                    false => self.member_alone(value, &value_field, Part::Value),
                }
            }
            form => {
                if field.is_list() {
                    return Err(format!("declare `{}` without `repeated`", field.name()));
                }
                let is_message = matches!(field.kind(), Kind::Message(_));
                let has_presence = self.features.field(field).presence != Presence::Implicit
                    || field.containing_oneof().is_some();
                if is_explicit && !is_message && !has_presence {
                    return Err(format!("declare `{}` as `optional`", field.name()));
                }
                self.one(form, field, part)
            }
        }
    }

    /// A map's value in an entry that is declared as a message.
    fn member_alone(
        &mut self,
        form: &Form,
        field: &FieldDescriptor,
        part: Part,
    ) -> Result<(), String> {
        if field.is_list() {
            return Err(format!("declare `{}` without `repeated`", field.name()));
        }
        self.member(form, field, part)
    }

    /// An element of a list, or a map's value.
    fn member(&mut self, form: &Form, field: &FieldDescriptor, part: Part) -> Result<(), String> {
        match form {
            Form::Option(inner) => {
                let held = wrapped_kind(field)?;
                self.field(inner, true, &held, part)
            }
            Form::List(_) | Form::Map(..) => {
                let held = wrapped_kind(field)?;
                self.field(form, false, &held, part)
            }
            form => self.one(form, field, part),
        }
    }

    fn packed(&mut self, element: &Form, field: &FieldDescriptor) -> Result<(), String> {
        let is_packable = !matches!(field.kind(), Kind::String | Kind::Bytes | Kind::Message(_));
        let is_scalar = !matches!(element, Form::Option(_) | Form::List(_) | Form::Map(..));
        if is_packable && is_scalar {
            let is_packed = self.features.field(field).repeated != Repeated::Expanded;
            if self.found.is_packed.replace(is_packed) == Some(!is_packed) {
                return Err("let all of its lists be packed, or none".to_owned());
            }
        }
        Ok(())
    }

    /// A value that stands by itself.
    fn one(&mut self, form: &Form, field: &FieldDescriptor, part: Part) -> Result<(), String> {
        let kind = field.kind();
        let encoding = match &kind {
            Kind::Sint32 | Kind::Sint64 => Encoding::Zigzag,
            Kind::Fixed32 | Kind::Fixed64 | Kind::Sfixed32 | Kind::Sfixed64 => Encoding::Fixed,
            Kind::Message(_) => match self.features.field(field).message_encoding {
                MessageEncoding::Delimited => Encoding::Group,
                MessageEncoding::LengthPrefixed => Encoding::Default,
            },
            _ => Encoding::Default,
        };
        let declare = |ty: &str| Err(format!("declare `{}` as `{ty}`", field.name()));
        match (form, &kind) {
            (Form::Bool, Kind::Bool)
            | (Form::Float32, Kind::Float)
            | (Form::Float64, Kind::Double)
            | (Form::Char | Form::String, Kind::String)
            | (Form::Bytes | Form::Uuid | Form::Foreign, Kind::Bytes) => {}
            (Form::Int(int), kind) if integer(*int, kind) => {}
            (Form::Unit, Kind::Message(message)) if message.fields().len() == 0 => {}
            (Form::Duration, Kind::Message(message))
                if message.full_name() == "google.protobuf.Duration" => {}
            (Form::Timestamp, Kind::Message(message))
                if message.full_name() == "google.protobuf.Timestamp" => {}
            (Form::Named(name), Kind::Message(message)) if message.full_name() == name => {}
            (Form::Named(name), Kind::Enum(one)) if one.full_name() == name => {}
            (Form::Bool, _) => return declare("bool"),
            (Form::Float32, _) => return declare("float"),
            (Form::Float64, _) => return declare("double"),
            (Form::Char | Form::String, _) => return declare("string"),
            (Form::Bytes | Form::Uuid | Form::Foreign, _) => return declare("bytes"),
            (Form::Int(int), _) => {
                return declare(match (int.bits, int.signed) {
                    (128, _) => "bytes",
                    (64, true) => "int64",
                    (64, false) => "uint64",
                    (_, true) => "int32",
                    (_, false) => "uint32",
                });
            }
            (Form::Unit, _) => return declare("google.protobuf.Empty"),
            (Form::Duration, _) => return declare("google.protobuf.Duration"),
            (Form::Timestamp, _) => return declare("google.protobuf.Timestamp"),
            (Form::Named(name), _) => return declare(name),
            (Form::Option(_) | Form::List(_) | Form::Map(..), _) => return declare("a message"),
        }
        let (index, place) = match part {
            Part::Own => (0, &mut self.found.own),
            Part::Key => (1, &mut self.found.key),
            Part::Value => (2, &mut self.found.value),
        };
        if self.found.seen[index] && *place != encoding {
            return Err("declare all integers of one place with one encoding".to_owned());
        }
        *place = encoding;
        self.found.seen[index] = true;
        Ok(())
    }
}

fn integer(int: Int, kind: &Kind) -> bool {
    match (int.bits, int.signed) {
        (128, _) => *kind == Kind::Bytes,
        (64, true) => matches!(kind, Kind::Int64 | Kind::Sint64 | Kind::Sfixed64),
        (64, false) => matches!(kind, Kind::Uint64 | Kind::Fixed64),
        (_, true) => matches!(kind, Kind::Int32 | Kind::Sint32 | Kind::Sfixed32),
        (_, false) => matches!(kind, Kind::Uint32 | Kind::Fixed32),
    }
}

/// Field 1 of the message that a field puts around its value.
fn wrapped(field: &FieldDescriptor) -> Result<FieldDescriptor, String> {
    if field.is_list() {
        return Err(format!(
            "declare `{}` without `repeated`, as a message around a list",
            field.name()
        ));
    }
    wrapped_kind(field)
}

fn wrapped_kind(field: &FieldDescriptor) -> Result<FieldDescriptor, String> {
    let around = |message: &MessageDescriptor| {
        let is_alone = message.fields().len() == 1;
        let held = message.get_field(1);
        held.filter(|_| is_alone && super::super::everwire::is_wrapper(message))
    };
    let held = match field.kind() {
        Kind::Message(message) => around(&message),
        _ => None,
    };
    held.ok_or_else(|| {
        format!(
            "declare `{}` as a message that has the value as its field 1 alone, and `(everwire.message).rust = WRAPPER`",
            field.name()
        )
    })
}
