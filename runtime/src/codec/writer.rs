//! [`Writer`]: what a wire does with the values of a traversal.

use alloc::vec::Vec;

use super::{Codec, Inner, Number, Opaque, Place, Scalar, stand};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};

/// A driver that writes: it is walked over a value, and told each part together with its place.
///
/// The methods are the vocabulary of the schema, not of any wire. A driver takes number, slot or name from the place. All
/// of them go on after a failure; the first one that was given to [`fail`](Writer::fail) is what the caller sees.
pub trait Writer: Sized {
    /// Whether fields may stand in any order: what is told at one place may be written at another.
    const GATHERS: bool = false;

    /// Nothing: a field whose value is `None`, or a variant of a oneof that is not active.
    fn absent<P: Place>(&mut self, at: P);

    /// As many variants of a oneof from the one at `first` on, in slots without gaps, none of which is active. A driver that
    /// writes nothing for them need not know.
    #[inline]
    fn absent_variants<P: Place>(&mut self, first: P, count: u32) {
        let _ = (first, count);
    }

    /// A truth value.
    fn bool<P: Place>(&mut self, at: P, value: bool);

    /// An unsigned integer of up to 64 bits.
    fn u64<P: Place>(&mut self, at: P, value: u64);

    /// A signed integer of up to 64 bits.
    fn i64<P: Place>(&mut self, at: P, value: i64);

    /// An unsigned integer of up to 32 bits.
    #[inline]
    fn u32<P: Place>(&mut self, at: P, value: u32) {
        self.u64(at, u64::from(value));
    }

    /// A signed integer of up to 32 bits.
    #[inline]
    fn i32<P: Place>(&mut self, at: P, value: i32) {
        self.i64(at, i64::from(value));
    }

    /// An unsigned integer of 128 bits.
    fn u128<P: Place>(&mut self, at: P, value: u128);

    /// A signed integer of 128 bits.
    fn i128<P: Place>(&mut self, at: P, value: i128);

    /// A float of 32 bits.
    fn f32<P: Place>(&mut self, at: P, value: f32);

    /// A float of 64 bits.
    fn f64<P: Place>(&mut self, at: P, value: f64);

    /// A number that may be an integer or not; where a wire has doubles only, one that is none cannot be written.
    fn number<P: Place>(&mut self, at: P, value: Number<'_>) {
        match value.double() {
            Some(double) => self.f64(at, double),
            None => self.fail(Error::new(
                Fault::Unwritable(
                    "the number is no double, and a `google.protobuf.Value` holds no other: help: make it a string",
                ),
                None,
                0,
            )),
        }
    }

    /// Text.
    fn str<P: Place>(&mut self, at: P, value: &str);

    /// One character, as text.
    #[inline]
    fn char<P: Place>(&mut self, at: P, value: char) {
        self.str(at, value.encode_utf8(&mut [0; 4]));
    }

    /// Text that may not be UTF-8: then it is bytes, where the wire has no other form for it.
    fn unverified<P: Place>(&mut self, at: P, value: &[u8]) {
        match core::str::from_utf8(value) {
            Ok(text) => self.str(at, text),
            Err(_) => self.bytes(at, value),
        }
    }

    /// Bytes.
    fn bytes<P: Place>(&mut self, at: P, value: &[u8]);

    /// A UUID, in the order of its text.
    fn uuid<P: Place>(&mut self, at: P, value: [u8; 16]) {
        self.bytes(at, &value);
    }

    /// A span of time; `secs` and `nanos` of one sign, `nanos` within ±999,999,999.
    fn duration<P: Place>(&mut self, at: P, secs: i64, nanos: i32);

    /// A point in time: seconds since 1970-01-01T00:00:00Z, and 0 to 999,999,999 nanoseconds after that.
    fn timestamp<P: Place>(&mut self, at: P, secs: i64, nanos: u32);

    /// A value whose form is another library's. For a driver that has no place for it, it is bytes.
    fn opaque<P: Place, V: Opaque>(&mut self, at: P, value: &V) {
        let mut bytes = Vec::new();
        match value.write(Wire::Protobuf, &mut bytes) {
            Ok(()) => self.bytes(at, &bytes),
            Err(error) => self.fail(error),
        }
    }

    /// A struct without fields.
    fn unit<P: Place>(&mut self, at: P);

    /// A value of an enum without data; no name where the number is not one of the type's.
    fn enumeration<P: Place>(&mut self, at: P, number: i32, name: Option<&'static str>);

    /// A message. The driver calls [`Codec::encode_fields`].
    fn message<P: Place, M: Codec>(&mut self, at: P, message: &M);

    /// An enum with data. The driver calls [`Codec::encode_fields`], which writes exactly one value at a
    /// [`Variant`](super::Variant) place.
    fn union<P: Place, M: Codec>(&mut self, at: P, union: &M);

    /// A list. A driver may go through its elements more than once.
    fn list<'a, P: Place, T: Codec + 'a, I: ExactSizeIterator<Item = &'a T> + Clone>(
        &mut self,
        at: P,
        items: I,
    );

    /// A list of scalars.
    #[inline]
    fn run<P: Place, T: Scalar>(&mut self, at: P, items: &[T]) {
        self.list(at, items.iter());
    }

    /// A map. A driver may go through its entries more than once.
    fn map<'a, P, K, V, I>(&mut self, at: P, entries: I)
    where
        P: Place,
        K: Codec + 'a,
        V: Codec + 'a,
        I: ExactSizeIterator<Item = (&'a K, &'a V)> + Clone;

    /// What an `Option` holds.
    #[inline]
    fn some<P: Place, T: Codec>(&mut self, at: P, value: &T) {
        stand!(inner = Inner(at));
        value.encode(self, inner);
    }

    /// Records that the value cannot be written.
    fn fail(&mut self, error: Error);
}
