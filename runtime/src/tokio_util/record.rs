//! What a record is received as, and what is sent as one.

use bytes::{BufMut, Bytes, BytesMut};

use self::sealed::{Receive, Send};
use crate::codec::{Codec, DecodeOwned};
use crate::sizes::Size;
use crate::stream::Error;
use crate::stream::form::Form;
use crate::stream::incoming::Incoming;

/// A record as it is on the wire, without what tells it from others: for those who hand records on, or choose by them how to read them.
///
/// What is sent in one has to be a record of the wire; its line breaks become spaces where records are lines.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Frame(pub Bytes);

/// What a record can be received as: a type that can be decoded, a `Result` of one, a [`Frame`].
pub trait Received: Receive {}

/// What can be sent: a type that can be encoded, a [`Frame`].
pub trait Sent: Send {}

impl<T: Receive> Received for T {}
impl<T: Send> Sent for T {}

pub(super) mod sealed {
    use super::{Bytes, BytesMut, Error, Form, Incoming};

    pub trait Receive: Sized {
        /// Takes the record that was found last.
        fn receive(incoming: &Incoming, frame: Bytes) -> Result<Self, Error>;
    }

    pub trait Send {
        /// Appends a record, with room for so many bytes before and after it.
        fn send(&self, form: &Form, around: usize, into: &mut BytesMut)
        -> Result<(), crate::Error>;
    }
}

impl<T: DecodeOwned> Receive for T {
    fn receive(incoming: &Incoming, frame: Bytes) -> Result<Self, Error> {
        let Form { wire, options, .. } = &incoming.form;
        let decoded = options.decode_bytes(*wire, &frame);
        decoded.map_err(|error| incoming.of_last(error))
    }
}

impl<T: DecodeOwned> Receive for Result<T, Error> {
    fn receive(incoming: &Incoming, frame: Bytes) -> Result<Self, Error> {
        Ok(T::receive(incoming, frame))
    }
}

impl Receive for Frame {
    fn receive(_: &Incoming, frame: Bytes) -> Result<Self, Error> {
        Ok(Self(frame))
    }
}

impl<T: Codec> Send for T {
    fn send(&self, form: &Form, around: usize, into: &mut BytesMut) -> Result<(), crate::Error> {
        let size = Size::of::<T>(form.wire);
        into.reserve(size.expected() + around);
        into.put_bytes(0, around);
        let room = form.options.append(form.wire, self, into)?;
        size.note(room);
        Ok(())
    }
}

impl Send for Frame {
    fn send(&self, _: &Form, around: usize, into: &mut BytesMut) -> Result<(), crate::Error> {
        into.reserve(self.0.len() + around);
        into.put_bytes(0, around);
        into.put_slice(&self.0);
        Ok(())
    }
}
