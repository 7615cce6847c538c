//! [`Foreign`]: a value of serde's as a value of Everwire's.

use core::convert::Infallible;
use std::string::ToString;
use std::vec::Vec;

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use super::absent::Absent;
use crate::codec::{Codec, Decode, FromOpaque, Opaque, Place, Reader, Writer};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::schema::Type;
use crate::validate::Validate;

/// A value of serde's as a value of Everwire's, for where `with = everwire::serde` cannot stand: in lists, maps and newtypes.
///
/// ```
/// use everwire::serde::Foreign;
/// use everwire::{Codec, Wire};
///
/// #[derive(Codec, Debug, PartialEq)]
/// struct Path { #[codec(1)] points: Vec<Foreign<(f32, f32)>> }
///
/// let path = Path { points: vec![Foreign((0.0, 1.5)), Foreign((2.0, 3.0))] };
/// assert_eq!(Wire::Json.encode(&path)?, br#"{"points":[[0.0,1.5],[2.0,3.0]]}"#);
/// assert_eq!(Wire::Protobuf.decode::<Path>(&Wire::Protobuf.encode(&path)?)?, path);
/// # Ok::<(), everwire::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Foreign<T>(pub T);

/// What `with = everwire::serde` writes of a field.
#[must_use]
pub const fn encode<T: Serialize>(value: &T) -> Foreign<&T> {
    Foreign(value)
}

/// What `with = everwire::serde` makes of what it reads.
///
/// # Errors
///
/// None.
pub fn decode<T>(value: Foreign<T>) -> Result<T, Infallible> {
    Ok(value.0)
}

impl<T> Validate for Foreign<T> {}

impl<T: Serialize> Codec for Foreign<T> {
    const TYPE: Type = Type::Opaque;
    const IS_KNOWN: bool = true;

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        w.opaque(at, self);
    }
}

impl<'de, T: Serialize + Deserialize<'de>> Decode<'de> for Foreign<T> {
    fn absent() -> Option<Self> {
        T::deserialize(Absent::new()).ok().map(Self)
    }

    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        r.opaque(at)
    }
}

impl<T: Serialize> Opaque for Foreign<T> {
    fn write(&self, wire: Wire, into: &mut Vec<u8>) -> Result<(), Error> {
        let written = match wire {
            Wire::Json => serde_json::to_writer(into, &self.0).map_err(|error| error.to_string()),
            Wire::MsgPack | Wire::Protobuf => {
                rmp_serde::encode::write(into, &self.0).map_err(|error| error.to_string())
            }
        };
        written.map_err(|text| Error::new(Fault::Custom(text.into()), Some(wire), 0))
    }

    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(s)
    }
}

impl<'de, T: Deserialize<'de>> FromOpaque<'de> for Foreign<T> {
    fn read(wire: Wire, bytes: &'de [u8], limits: &Limits) -> Result<Self, (Fault, usize)> {
        match wire {
            Wire::Json => from_json(bytes),
            Wire::Protobuf if bytes.is_empty() => match T::deserialize(Absent::new()) {
                Ok(absent) => Ok(Self(absent)),
                Err(_) => Err((Fault::NoDefault, 0)),
            },
            Wire::MsgPack | Wire::Protobuf => {
                let mut deserializer = rmp_serde::Deserializer::from_read_ref(bytes);
                deserializer.set_max_depth(limits.depth.saturating_add(1));
                let read = T::deserialize(&mut deserializer);
                read.map(Self)
                    .map_err(|error| (Fault::Custom(error.to_string().into()), 0))
            }
        }
    }

    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        T::deserialize(d).map(Self)
    }
}

fn from_json<'de, T: Deserialize<'de>>(text: &'de [u8]) -> Result<Foreign<T>, (Fault, usize)> {
    serde_json::from_slice(text).map(Foreign).map_err(|error| {
        // The offset is told beside it, so the line and the column are not.
        let at = std::format!(" at line {} column {}", error.line(), error.column());
        let told = error.to_string();
        let told = told.strip_suffix(&at).unwrap_or(&told);
        let lines = text.split_inclusive(|byte| *byte == b'\n');
        let before: usize = lines
            .take(error.line().saturating_sub(1))
            .map(<[u8]>::len)
            .sum();
        let offset = before + error.column().saturating_sub(1);
        let fault = Fault::Custom(told.to_string().into());
        (fault, offset.min(text.len()))
    })
}
