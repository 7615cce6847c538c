//! JSON (RFC 8259): one liberal reader, two writers.
//!
//! From the bytes upwards: `scan` and `store` are the cursors, `number`, `float` and `base64` the texts of values; `tokens`,
//! `string` and `skip` take the input apart. `key` holds what stands before a value, `value` dresses one for its place, and
//! `write` is the driver that writes, in the dialect that `dialect` names, with `kept` for unknown fields and `pretty` for
//! layout. `read` is the driver that reads, with `scalar` for single values, `run` for lists of them, `forms` for what tells values of different types apart, `object` for the members of messages and `union`
//! for enums with data.

pub(super) mod base64;
mod dialect;
mod emit;
mod float;
mod forms;
mod kept;
mod key;
mod known;
mod number;
mod object;
mod pretty;
mod read;
mod run;
mod scalar;
mod scan;
mod skip;
mod store;
mod string;
#[cfg(test)]
mod tests;
mod tokens;
mod union;
mod value;
mod write;

pub use dialect::{Chosen, Dialect, Native, Proto};
pub use emit::Emit;

pub(crate) use emit::Choices;
pub(crate) use forms::{forms, written};
pub use read::Decoder;
pub use write::Encoder;

pub(crate) use known::embedded;

pub(crate) use pretty::lay_out;

use alloc::vec::Vec;

use crate::codec::{Codec, Decode, Mode, Root, constant_schema, stand};
use crate::error::Error;
use crate::options::Options;
use crate::schema::{self, Schema};
use crate::wire::output::Target;
use crate::wire::source::Source;

/// Encodes a value at the end of a target, in the dialect of its type.
pub(crate) fn encode<T: Codec>(
    value: &T,
    target: Target<'_>,
    options: &Options,
) -> Result<(), Error> {
    let choices = Choices::default();
    if const { may_have::<T>(false) } && !is_proto(value.schema()) {
        return encode_as::<Native, T>(value, target, options, choices);
    }
    if const { may_have::<T>(true) } {
        return encode_as::<Proto, T>(value, target, options, choices);
    }
    Ok(())
}

const fn is_proto(schema: &Schema) -> bool {
    matches!(schema.json(), schema::Dialect::Proto)
}

/// Whether the dialect of a type may be that one: what it cannot be is not compiled.
const fn may_have<T: Codec>(proto: bool) -> bool {
    match constant_schema::<T>() {
        Some(schema) => is_proto(schema) == proto,
        None => true,
    }
}

/// Encodes a value at the end of a buffer, in ProtoJSON with choices.
pub(crate) fn encode_chosen<T: Codec>(
    value: &T,
    buffer: &mut Vec<u8>,
    options: &Options,
    choices: Choices,
) -> Result<(), Error> {
    encode_as::<dialect::Chosen, T>(value, buffer.into(), options, choices)
}

fn encode_as<D: Dialect, T: Codec>(
    value: &T,
    target: Target<'_>,
    options: &Options,
    choices: Choices,
) -> Result<(), Error> {
    Encoder::<D>::write(target, options, choices, |w| {
        stand!(root = Root::<T>::new());
        value.encode(w, root);
    })
}

/// A buffer that holds the text of a small message without growing; the binary wires grow to that at once.
#[inline]
pub(crate) fn buffer() -> Vec<u8> {
    Vec::with_capacity(128)
}

/// Decodes a value; also whether a message did not meet its rules.
pub(crate) fn decode<'de, T: Decode<'de>>(
    source: Source<'de>,
    options: &Options,
) -> Result<(T, bool), Error> {
    let mut decoder = Decoder::new(source.bytes, options)?;
    stand!(root = Root::<T>::new());
    let value = T::decode(&mut decoder, root)?;
    decoder.end()?;
    Ok((value, decoder.is_refused()))
}

/// Decodes a value into one that is there; whether a message did not meet its rules.
pub(crate) fn decode_into<'de, T: Decode<'de>>(
    value: &mut T,
    source: Source<'de>,
    mode: Mode,
    options: &Options,
) -> Result<bool, Error> {
    let mut decoder = Decoder::new(source.bytes, options)?;
    stand!(root = Root::<T>::new());
    value.decode_into(&mut decoder, root, mode)?;
    decoder.end()?;
    Ok(decoder.is_refused())
}
