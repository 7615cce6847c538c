//! [`Reader`]: what a wire finds in its input, asked for in the order of a traversal.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Choice, Decode, Fields, FromOpaque, Info, Mode, Number, Place, Scalar, impls};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::options::Options;
use crate::schema::Schema;
use crate::unknown::UnknownFields;
use crate::uuid;
use crate::wire::msgpack;

/// A driver that keeps an account of the message that it reads.
pub trait Framed {
    /// The account. It lies with the walk over the message, which may keep it in registers.
    type Frame: Copy + core::fmt::Debug + Default;
}

/// A driver that reads.
///
/// A value method consumes one value and says what it was. Within a message, [`at`](Reader::at) asks whether the next
/// field is the expected one, and [`next`](Reader::next) which field comes. All methods leave the input after the value
/// when they succeed, and also when an enum's value is merely unknown; any other error ends the decoding.
pub trait Reader<'de>: Framed + Sized {
    /// Whether a second occurrence of a field is merged into the first (protobuf), or replaces it.
    const MERGES: bool;

    /// Whether a field that is predicted cannot have come before.
    const ORDERED: bool = false;

    /// Whether errors are told, so that they need a path. Where they are not, what could not be read is read anew: for what turns
    /// out to be absent then, nothing may be left behind.
    const TELLS: bool = true;

    /// The wire.
    const WIRE: Wire;

    /// Whether what is next has a form that values at such a place have on this wire. It need not be one of them.
    fn may_be(&self, place: &Info) -> bool;

    /// Whether the message that is being read is the outermost one.
    fn is_outermost(&self) -> bool;

    /// The limits of what stands within the message that is being read, as far as they are left.
    fn left(&self) -> Limits {
        self.options().limits
    }

    /// Exchanges the unknown fields that have come for the message that is being read.
    fn swap_unknown(&mut self, unknown: &mut UnknownFields);

    /// A truth value.
    fn bool<P: Place>(&mut self, at: P) -> Result<bool, Error>;

    /// An unsigned integer of up to 64 bits.
    fn u64<P: Place>(&mut self, at: P) -> Result<u64, Error>;

    /// A signed integer of up to 64 bits.
    fn i64<P: Place>(&mut self, at: P) -> Result<i64, Error>;

    /// An unsigned integer of up to 32 bits.
    fn u32<P: Place>(&mut self, at: P) -> Result<u32, Error>;

    /// A signed integer of up to 32 bits.
    fn i32<P: Place>(&mut self, at: P) -> Result<i32, Error>;

    /// An unsigned integer of 128 bits.
    fn u128<P: Place>(&mut self, at: P) -> Result<u128, Error>;

    /// A signed integer of 128 bits.
    fn i128<P: Place>(&mut self, at: P) -> Result<i128, Error>;

    /// A float of 32 bits.
    fn f32<P: Place>(&mut self, at: P) -> Result<f32, Error>;

    /// A float of 64 bits.
    fn f64<P: Place>(&mut self, at: P) -> Result<f64, Error>;

    /// A number that may be an integer or not.
    fn number<P: Place>(&mut self, at: P) -> Result<Number<'de>, Error> {
        self.f64(at).map(Number::of)
    }

    /// Text, borrowed from the input where it stands there as it is.
    fn str<P: Place>(&mut self, at: P) -> Result<Cow<'de, str>, Error>;

    /// Text that is copied, over what is there; after an error that may be anything.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn string<P: Place>(&mut self, at: P, into: &mut String) -> Result<(), Error> {
        match self.str(at)? {
            Cow::Borrowed(text) => impls::replace_apart(into, text),
            Cow::Owned(text) => *into = text,
        }
        Ok(())
    }

    /// Text that may not be UTF-8, where the wire can hold that.
    fn unverified<P: Place>(&mut self, at: P) -> Result<Cow<'de, [u8]>, Error> {
        Ok(match self.str(at)? {
            Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
            Cow::Owned(text) => Cow::Owned(text.into_bytes()),
        })
    }

    /// Bytes, borrowed from the input where they stand there as they are.
    fn bytes<P: Place>(&mut self, at: P) -> Result<Cow<'de, [u8]>, Error>;

    /// A UUID: its 16 bytes, or its text, which is longer.
    fn uuid<P: Place>(&mut self, at: P) -> Result<[u8; 16], Error> {
        let start = self.offset();
        let bytes = self.bytes(at)?;
        let uuid = bytes.as_ref().try_into().ok();
        uuid.or_else(|| uuid::read(&bytes)).ok_or_else(|| {
            let fault = Fault::Expected {
                expected: "UUID",
                found: format!("{} bytes", bytes.len()).into(),
            };
            Error::new(fault, Some(Self::WIRE), start)
        })
    }

    /// A span of time: seconds and nanoseconds, of one sign.
    fn duration<P: Place>(&mut self, at: P) -> Result<(i64, i32), Error>;

    /// A point in time: seconds since 1970-01-01T00:00:00Z, and 0 to 999,999,999 nanoseconds after that.
    fn timestamp<P: Place>(&mut self, at: P) -> Result<(i64, u32), Error>;

    /// A value whose form is another library's. For a driver that has no place for it, it is bytes.
    fn opaque<P: Place, V: FromOpaque<'de>>(&mut self, at: P) -> Result<V, Error> {
        match self.bytes(at)? {
            Cow::Borrowed(bytes) => {
                let checked = match bytes.is_empty() {
                    true => Ok(()),
                    false => msgpack::whole(bytes, &self.left()),
                };
                let read = checked.and_then(|()| V::read(Wire::Protobuf, bytes, &self.left()));
                read.map_err(|(fault, _)| self.error(fault))
            }
            Cow::Owned(_) => Err(self.error(Fault::Malformed("the value cannot be lent"))),
        }
    }

    /// A struct without fields.
    fn unit<P: Place>(&mut self, at: P) -> Result<(), Error>;

    /// The number of an enum's value, given by number or by name. A name that `schema` does not know is the fault
    /// [`Fault::UnknownValue`], with the input after the value.
    fn enumeration<P: Place>(&mut self, at: P, schema: &'static Schema) -> Result<i32, Error>;

    /// What an `Option` holds, into `into`; nil is `None`.
    fn option<P: Place, T: Decode<'de>>(
        &mut self,
        at: P,
        into: &mut Option<T>,
        mode: Mode,
    ) -> Result<(), Error>;

    /// The elements of a list.
    fn list<P: Place, S: Elements<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error>;

    /// The elements of a list of scalars: instead of those that are there, or after them.
    #[inline]
    fn run<P: Place, T: Scalar>(
        &mut self,
        at: P,
        into: &mut Vec<T>,
        mode: Mode,
    ) -> Result<(), Error> {
        impls::decode_vec(into, self, at, mode)
    }

    /// The entries of a map.
    fn map<P: Place, S: Entries<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error>;

    /// A message.
    fn message<P: Place, M: Fields<'de>>(
        &mut self,
        at: P,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error>;

    /// An enum with data. `into` holds the value that came before, when a later one is merged into it.
    fn union<P: Place, U: Choice<'de>>(&mut self, at: P, into: &mut U) -> Result<(), Error>;

    /// Whether the next field of the current message is the one at `at`, and has a value. If so, the value is next.
    fn at<P: Place>(&mut self, frame: &mut Self::Frame, at: P) -> Result<bool, Error>;

    /// The position in `schema` of the next field that it knows, whose value is next; `None` at the end of the message.
    /// What the schema does not know is kept or skipped.
    fn next(
        &mut self,
        frame: &mut Self::Frame,
        schema: &'static Schema,
    ) -> Result<Option<usize>, Error>;

    /// Called when the value of the field at `at`, which began at `start`, is one that this reader's enum does not know:
    /// the value stays with the unknown fields.
    fn keep<P: Place>(&mut self, frame: &Self::Frame, at: P, start: usize);

    /// The offset in the input, in bytes.
    fn offset(&self) -> usize;

    /// An error at the current offset.
    fn error(&self, fault: Fault) -> Error;

    /// The buffer that the input is a part of, where what is read may share it.
    #[cfg(feature = "bytes")]
    fn buffer(&self) -> Option<&bytes::Bytes> {
        None
    }

    /// What the caller asked for.
    fn options(&self) -> &Options<'_>;

    /// Records that a message does not meet its rules.
    fn refuse(&mut self);

    /// How many of `count` elements of `size` bytes may be reserved before they are seen, within the budget of memory that
    /// the input may cost.
    fn grant(&mut self, count: usize, size: usize) -> usize;
}

/// Where the elements of a list go.
pub trait Elements<'de> {
    /// At least so many elements follow, as far as the wire says.
    fn reserve(&mut self, additional: usize);

    /// The size of an element in memory.
    const SIZE: usize;

    /// Whether no element is one that its type may not know, as an enum's may be.
    const IS_KNOWN: bool = false;

    /// Takes one element from the reader.
    fn element<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error>;
}

/// Where the entries of a map go. An entry is complete with [`insert`](Entries::insert).
pub trait Entries<'de> {
    /// At least so many entries follow, as far as the wire says.
    fn reserve(&mut self, additional: usize);

    /// The size of an entry in memory.
    const SIZE: usize;

    /// Forgets a half-read entry.
    fn start(&mut self);

    /// Takes a key from the reader.
    fn key<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error>;

    /// Takes a value from the reader.
    fn value<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error>;

    /// The key of the entry, as text for an error's path.
    fn text(&self) -> String;

    /// Completes the entry; a key or value that was not given reads as absent.
    fn insert<R: Reader<'de>>(&mut self, r: &mut R) -> Result<(), Error>;
}
