//! What drivers that write names need of the well-known types: their text, and what null is to them (ProtoJSON, "Representation of
//! each type").
//!
//! No type is known here by name: a schema says which form it has, and a walk over its fields does the rest. `parts` takes the
//! fields of a small message out by writing it, `given` puts them in by reading it.

mod given;
mod mask;
mod parts;

pub(super) use given::{Given, Part};
pub(super) use parts::Parts;

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::codec::Codec;
use crate::error::Fault;
use crate::schema::{Form, Schema, Type};
use crate::time;

/// Whether null is a value of this type, and not its absence.
pub(super) fn holds_null(ty: &Type) -> bool {
    match ty {
        Type::Unit => true,
        Type::Option(inner) => !matches!(inner, Type::Unit) && holds_null(inner),
        Type::Message(link) => link.schema().form() == Form::Value,
        Type::Enum(link) => link.schema().form() == Form::Null,
        _ => false,
    }
}

/// Whether a message may have a form of its own; its schema is a constant, or not known while the program is compiled.
pub(super) const fn may_be_known(schema: Option<&'static Schema>) -> bool {
    match schema {
        Some(schema) => !matches!(schema.form(), Form::Plain),
        None => true,
    }
}

/// What is said of a `Value` that holds nothing.
pub(super) const EMPTY: &str = "a `google.protobuf.Value` holds nothing: help: set it to null";

/// What is said of a `Value` that holds a float which is not finite.
pub(super) const NOT_FINITE: &str =
    "a `google.protobuf.Value` holds NaN or an infinity, which are no JSON numbers";

/// What is said of a time that has no text.
pub(super) const TIMELESS: &str =
    "the time lies outside of the years 1 to 9999, which RFC 3339 can write";

/// Hands on the text of a timestamp, a duration or a field mask, or says why it has none.
pub(super) fn text<M: Codec, O>(
    form: Form,
    message: &M,
    then: impl FnOnce(&str) -> O,
) -> Result<O, &'static str> {
    let parts = Parts::of(message);
    let [secs, nanos] = parts.integers;
    match form {
        Form::Timestamp => {
            let nanos = u32::try_from(nanos).ok();
            let text = nanos.and_then(|nanos| time::timestamp_text(secs, nanos));
            text.map(|text| then(text.as_str())).ok_or(TIMELESS)
        }
        Form::Duration if time::is_duration(secs, nanos) => {
            Ok(then(time::duration_text(secs, nanos as i32).as_str()))
        }
        Form::Duration => Err(
            "the duration is longer than 10,000 years, or its seconds and nanoseconds differ in sign",
        ),
        _ => {
            let mut joined = String::new();
            for (index, path) in parts.texts.iter().enumerate() {
                let camel = mask::to_camel(path)
                    .ok_or("a path of the field mask would be another one when it is read again")?;
                if index > 0 {
                    joined.push(',');
                }
                joined.push_str(&camel);
            }
            Ok(then(&joined))
        }
    }
}

/// The fields of a timestamp or a duration.
pub(super) fn seconds(secs: i64, nanos: i64) -> Vec<(u32, Part)> {
    vec![(1, Part::Integer(secs)), (2, Part::Integer(nanos))]
}

/// The fields of a duration, if it is no longer than one may be.
pub(super) fn span((secs, nanos): (i64, i32)) -> Result<Vec<(u32, Part)>, Fault> {
    let nanos = i64::from(nanos);
    match time::is_duration(secs, nanos) {
        true => Ok(seconds(secs, nanos)),
        false => Err(Fault::OutOfRange { ty: "Duration" }),
    }
}

/// The fields of a field mask. Each path is counted by `count`, which is told how long it is.
pub(super) fn paths(
    text: &str,
    mut count: impl FnMut(usize) -> Result<(), Fault>,
) -> Result<Vec<(u32, Part)>, Fault> {
    let mut paths = Vec::new();
    for path in text.split(',').filter(|_| !text.is_empty()) {
        count(path.len())?;
        paths.push(path);
    }
    let paths: Option<Vec<_>> = paths.into_iter().map(mask::to_snake).collect();
    match paths {
        Some(paths) => Ok(vec![(1, Part::Texts(paths))]),
        None => Err(Fault::Malformed(
            "a path of a field mask has an underscore: help: write it in camelCase",
        )),
    }
}
