//! Protocol Buffers, the standard encoding (<https://protobuf.dev/programming-guides/encoding/>).
//!
//! `tag` and `varint` are the format's two atoms, `place` says where a value stands, `write` and `read` the drivers, `message` the walk over
//! fields that come, `far` what is read apart from it, `skip` what is needed to pass over a field, `repeated` lists and maps, `run` packed lists of scalars, `records` fields as extensions keep them.

mod decoder;
mod encoder;
mod far;
mod message;
mod place;
mod read;
pub(crate) mod records;
mod repeated;
mod run;
mod skip;
mod tag;
mod varint;
mod varints;
mod wrap;
mod write;

pub use decoder::Decoder;
pub use encoder::Encoder;
pub(crate) use place::is_wrapped;
pub(crate) use records::read_record;
pub(crate) use tag::{forms, written};
pub(crate) use wrap::stands_alone;

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
    let reading = Reading::of(options, source, Wire::Protobuf)?;
    let mut decoder = Decoder::new(source.bytes, &reading);
    let value = wrap::read_root(&mut decoder)?;
    Ok((value, reading.is_refused()))
}

/// Decodes a value into one that is there; whether a message did not meet its rules.
pub(crate) fn decode_into<'de, T: Decode<'de>>(
    value: &mut T,
    source: Source<'de>,
    mode: Mode,
    options: &Options,
) -> Result<bool, Error> {
    let reading = Reading::of(options, source, Wire::Protobuf)?;
    let mut decoder = Decoder::new(source.bytes, &reading);
    if wrap::stands_alone(&T::TYPE) {
        stand!(root = Root::<T>::new());
        value.decode_into(&mut decoder, root, mode)?;
    } else {
        *value = wrap::read_root(&mut decoder)?;
    }
    Ok(reading.is_refused())
}
