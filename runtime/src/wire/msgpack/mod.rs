//! MessagePack, a message being an array (<https://github.com/msgpack/msgpack/blob/master/spec.md>).
//!
//! `marker` has the format's first bytes, `write` and `read` are the drivers, `count` counts a message's fields for the map
//! form, `union` reads enums with data, `slots` finds a field's slot when writing, `lookup` a slot's field when reading, `kept` writes unknown fields back, `zero` is what stands in the
//! slots of removed ones, `time` is the timestamp extension, `skip`
//! passes over a value, `near` reads integers in their usual form, `far` what is in another, `forms` tells values of different types apart, `run` writes and reads lists of scalars.

mod count;
mod decoder;
mod encoder;
mod far;
mod forms;
mod integers;
mod kept;
mod lookup;
mod marker;
mod near;
mod read;
mod run;
mod skip;
mod slots;
mod straight;
mod time;
mod union;
mod write;
mod zero;

pub use decoder::Decoder;
pub use encoder::Encoder;
pub(crate) use forms::{forms, written};
pub(crate) use skip::whole;

use crate::codec::{Codec, Decode, Mode, Root, stand};
use crate::dispatch::Wire;
use crate::error::Error;
use crate::options::Options;
use crate::wire::output::Target;
use crate::wire::reading::Reading;
use crate::wire::source::Source;

/// Encodes a value at the end of a target.
pub(crate) fn encode<T: Codec>(
    value: &T,
    target: Target<'_>,
    options: &Options,
) -> Result<(), Error> {
    stand!(root = Root::<T>::new());
    Encoder::write(target, options, |w| value.encode(w, root))
}

/// Decodes a value; also whether a message did not meet its rules.
pub(crate) fn decode<'de, T: Decode<'de>>(
    source: Source<'de>,
    options: &Options,
) -> Result<(T, bool), Error> {
    let reading = Reading::of(options, source, Wire::MsgPack)?;
    let mut decoder = Decoder::new(source.bytes, &reading);
    stand!(root = Root::<T>::new());
    let value = T::decode(&mut decoder, root)?;
    decoder.end()?;
    Ok((value, reading.is_refused()))
}

/// Decodes a value into one that is there; whether a message did not meet its rules.
pub(crate) fn decode_into<'de, T: Decode<'de>>(
    value: &mut T,
    source: Source<'de>,
    mode: Mode,
    options: &Options,
) -> Result<bool, Error> {
    let reading = Reading::of(options, source, Wire::MsgPack)?;
    let mut decoder = Decoder::new(source.bytes, &reading);
    stand!(root = Root::<T>::new());
    value.decode_into(&mut decoder, root, mode)?;
    decoder.end()?;
    Ok(reading.is_refused())
}
