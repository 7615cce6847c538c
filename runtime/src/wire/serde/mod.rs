//! serde's data model: a fourth driver of each direction, in the form that native JSON has.
//!
//! What is written is told to a `serde::Serializer`, and what is read is asked of a `serde::Deserializer`, a value at a time: there
//! is no text and no tree of values in between. `level` says how deep a writer may go; `write` is the driver that writes and
//! `target` where its values go, `parts` what stands within, `option` what may be absent. `read` is the driver that reads, `scalar`, `text` and `name` have the visitors of single values, `message`,
//! `union` and `sequence` those of what has parts, `known` the well-known types; `names` are the names that formats ask for,
//! and `reading` holds what all readers of an input share.

/// What a visitor expects, in the words of an error.
macro_rules! expecting {
    ($what:literal) => {
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str($what)
        }
    };
}

mod known;
mod level;
mod message;
mod name;
mod names;
mod option;
mod parts;
mod read;
mod reading;
mod scalar;
mod sequence;
mod target;
mod text;
mod union;
mod write;

use serde_core::{Deserializer, Serializer};

use crate::codec::{Codec, Decode, Root, stand};
use level::Level;
use parts::Inside;
use read::Decoder;
use reading::Reading;

/// Tells a value to a serializer.
pub(crate) fn serialize<T: Codec, S: Serializer>(value: &T, s: S) -> Result<S::Ok, S::Error> {
    let level = Level::root(s.is_human_readable());
    stand!(at = Root::<T>::new());
    serde_core::Serialize::serialize(&Inside { at, value, level }, s)
}

/// Asks a deserializer for a value, which meets its rules.
pub(crate) fn deserialize<'de, T: Decode<'de>, D: Deserializer<'de>>(d: D) -> Result<T, D::Error> {
    let reading = Reading::new(d.is_human_readable());
    stand!(at = Root::<T>::new());
    let read = T::decode(&mut Decoder::new(d, &reading), at);
    let read = read.map_err(|error| error.rooted(T::SCHEMA.name()));
    read.and_then(|value| reading.verdict(&value).map(|()| value))
        .map_err(|error| reading.told(error))
}
