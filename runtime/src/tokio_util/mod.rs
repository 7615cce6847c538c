//! Frames of tokio-util: records one behind the other, over asynchronous streams, framed as those of [`stream`](crate::stream).
//!
//! [`Frames`] is the codec of a `Framed`, `FramedRead` or `FramedWrite`. It says what is received and what is sent:
//!
//! ```ignore
//! let mut replies = Framed::new(socket, Frames::<Reply, Request>::new(Wire::MsgPack));
//! replies.send(&request).await?;
//! while let Some(reply) = replies.next().await {
//!     println!("{:?}", reply?);
//! }
//! ```
//!
//! The two traits that it implements can be called without a socket, too:
//!
//! ```
//! use bytes::BytesMut;
//! use everwire::tokio_util::Frames;
//! use everwire::{Codec, Wire};
//! use tokio_util::codec::{Decoder, Encoder};
//!
//! #[derive(Codec, Debug, PartialEq)]
//! struct Line { #[codec(1)] sku: String, #[codec(2)] quantity: u32 }
//!
//! let line = Line { sku: "A-1".into(), quantity: 2 };
//! let mut buffer = BytesMut::new();
//! Frames::<Line>::new(Wire::Json).encode(&line, &mut buffer)?;
//! assert_eq!(&buffer[..], b"{\"sku\":\"A-1\",\"quantity\":2}\n");
//!
//! let mut frames = Frames::<Line>::new(Wire::Json);
//! let mut rest = buffer.split_off(9);
//! assert_eq!(frames.decode(&mut buffer)?, None);
//! buffer.unsplit(rest);
//! assert_eq!(frames.decode(&mut buffer)?, Some(line));
//! # Ok::<(), everwire::stream::Error>(())
//! ```
//!
//! | received as | a record that does not hold such a value |
//! |---|---|
//! | a type `T` | is an error, after which a `FramedRead` says that it is at its end |
//! | `Result<T, stream::Error>` | is an item like others, and the next one follows |
//! | [`Frame`] | cannot be: it is handed on as it came |
//!
//! What came is not read twice, however small the pieces are. A length beyond [`Limits::message`](crate::Limits::message), here 8 MiB unless [options](Frames::options) say otherwise,
//! is an error before anything of the record is read, and so is a line as soon as it is longer; memory grows with what came, not with what a length
//! says. Fields of `bytes::Bytes` share the memory of what was read. A record is encoded where the stream's buffer has room for it, without a copy.
//!
//! A `Framed` writes once its buffer holds at least its `backpressure_boundary`, and waits until all of it is written; with the one record that may exceed
//! it, that is the memory which a slow reader costs.

mod decode;
mod encode;
mod record;

use core::fmt;
use core::marker::PhantomData;

pub use record::{Frame, Received, Sent};

use crate::dispatch::Wire;
use crate::limits::Limits;
use crate::options::Options;
use crate::stream::Framing;
use crate::stream::form::Form;
use crate::stream::incoming::Incoming;
use crate::stream::outgoing::Outgoing;

/// A codec of tokio-util that receives records as `T` and sends those of `U`: [the module](self) has more.
pub struct Frames<T, U = T> {
    incoming: Incoming,
    /// Whether nothing can be told apart any more.
    is_over: bool,
    outgoing: Outgoing,
    /// How many bytes stood before the record that was sent last.
    head: usize,
    of: PhantomData<fn(U) -> T>,
}

/// How many bytes a record has at the most, unless a codec was told otherwise: as many as with tokio-util's own codec of lengths.
const MAX_RECORD: usize = 8 << 20;

impl<T, U> Frames<T, U> {
    /// Records of a wire, with the [framing](Framing::of) that it has.
    #[must_use]
    pub const fn new(wire: Wire) -> Self {
        let mut form = Form::of(wire);
        form.options.limits.message = MAX_RECORD;
        Self {
            incoming: Incoming::new(form),
            is_over: false,
            outgoing: Outgoing::new(form),
            head: 0,
            of: PhantomData,
        }
    }

    /// With another framing.
    #[must_use]
    pub fn framing(mut self, framing: Framing) -> Self {
        self.incoming.form.framing = framing;
        self.outgoing.form.framing = framing;
        self
    }

    /// With options; a [context](Options::context) among them stays for as long as the program runs. Where their
    /// [`Limits::message`](crate::Limits::message) is the default, which is that of messages in memory, it stays 8 MiB.
    #[must_use]
    pub fn options(mut self, mut options: Options<'static>) -> Self {
        if options.limits.message == Limits::DEFAULT.message {
            options.limits.message = MAX_RECORD;
        }
        self.incoming.form.options = options;
        self.outgoing.form.options = options;
        self
    }

    /// How many records were received.
    #[must_use]
    pub const fn received(&self) -> u64 {
        self.incoming.count()
    }

    /// How many records were sent.
    #[must_use]
    pub const fn sent(&self) -> u64 {
        self.outgoing.count()
    }
}

/// A codec for another stream of the same kind, at its beginning.
impl<T, U> Clone for Frames<T, U> {
    fn clone(&self) -> Self {
        Self {
            incoming: Incoming::new(self.incoming.form),
            is_over: false,
            outgoing: Outgoing::new(self.outgoing.form),
            head: self.head,
            of: PhantomData,
        }
    }
}

impl<T, U> fmt::Debug for Frames<T, U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Frames")
            .field("wire", &self.incoming.form.wire)
            .field("framing", &self.incoming.form.framing)
            .field("received", &self.received())
            .field("sent", &self.sent())
            .finish_non_exhaustive()
    }
}
