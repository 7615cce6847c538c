//! [`Parts`]: a driver that takes the fields out of a small message, by being told them.

use alloc::string::String;
use alloc::vec::Vec;

use crate::codec::{Codec, Element, Place, Writer, info};
use crate::error::Error;

/// The fields of a message that was walked.
#[derive(Debug, Default)]
pub(in crate::wire) struct Parts {
    /// The integers of the fields 1 and 2.
    pub(in crate::wire) integers: [i64; 2],
    /// The texts, in order.
    pub(in crate::wire) texts: Vec<String>,
    /// The bytes.
    pub(in crate::wire) bytes: Vec<u8>,
}

impl Parts {
    /// The fields of a well-known type.
    pub(in crate::wire) fn of<M: Codec>(message: &M) -> Self {
        let mut parts = Self::default();
        message.encode_known(&mut parts);
        parts
    }
}

impl Writer for Parts {
    fn absent<P: Place>(&mut self, _at: P) {}

    fn bool<P: Place>(&mut self, _at: P, _value: bool) {}

    fn u64<P: Place>(&mut self, _at: P, _value: u64) {}

    fn i64<P: Place>(&mut self, at: P, value: i64) {
        let index = info(&at).number as usize - 1;
        if let Some(integer) = self.integers.get_mut(index) {
            *integer = value;
        }
    }

    fn u128<P: Place>(&mut self, _at: P, _value: u128) {}

    fn i128<P: Place>(&mut self, _at: P, _value: i128) {}

    fn f32<P: Place>(&mut self, _at: P, _value: f32) {}

    fn f64<P: Place>(&mut self, _at: P, _value: f64) {}

    fn str<P: Place>(&mut self, _at: P, value: &str) {
        self.texts.push(value.into());
    }

    fn bytes<P: Place>(&mut self, _at: P, value: &[u8]) {
        self.bytes = value.into();
    }

    fn duration<P: Place>(&mut self, _at: P, _secs: i64, _nanos: i32) {}

    fn timestamp<P: Place>(&mut self, _at: P, _secs: i64, _nanos: u32) {}

    fn unit<P: Place>(&mut self, _at: P) {}

    fn enumeration<P: Place>(&mut self, _at: P, _number: i32, _name: Option<&'static str>) {}

    fn message<P: Place, M: Codec>(&mut self, _at: P, _message: &M) {}

    fn union<P: Place, M: Codec>(&mut self, _at: P, _union: &M) {}

    fn list<'i, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T>>(
        &mut self,
        at: P,
        items: I,
    ) {
        items.for_each(|item| item.encode(self, Element(at)));
    }

    fn map<'i, P, K, V, I>(&mut self, _at: P, _entries: I)
    where
        P: Place,
        K: Codec + 'i,
        V: Codec + 'i,
        I: ExactSizeIterator<Item = (&'i K, &'i V)>,
    {
    }

    fn fail(&mut self, _error: Error) {}
}
