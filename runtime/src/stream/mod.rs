//! Values one behind the other, over [`std::io`]: one record in memory at a time.
//!
//! `everwire::tokio_util`, behind the feature `tokio-util`, is the same for asynchronous streams.
//!
//! | framing | a record is | its end |
//! |---|---|---|
//! | [`Framing::Length`] | its length as a varint (as protobuf's libraries delimit messages), then its bytes | known |
//! | [`Framing::Line`] | a line of JSON without line breaks within, as [JSON Lines](https://jsonlines.org) has it | a line feed |
//!
//! ```
//! use everwire::stream::{Reader, Writer};
//! use everwire::{Codec, Wire};
//!
//! #[derive(Codec, Debug, PartialEq)]
//! struct Line { #[codec(1)] sku: String, #[codec(2)] quantity: u32 }
//!
//! let mut file = Vec::new();
//! let mut writer = Writer::new(&mut file, Wire::MsgPack);
//! for quantity in 1..=3 {
//!     writer.write(&Line { sku: "A-1".into(), quantity })?;
//! }
//! writer.flush()?;
//!
//! let mut reader = Reader::new(&file[..], Wire::MsgPack);
//! let mut sum = 0;
//! while let Some(line) = reader.read::<Line>()? {
//!     sum += line.quantity;
//! }
//! assert_eq!(sum, 6);
//! # Ok::<(), everwire::stream::Error>(())
//! ```

mod error;
pub(crate) mod form;
pub(crate) mod incoming;
pub(crate) mod outgoing;
mod reader;
mod writer;

pub use error::Error;
pub use reader::{Reader, Records};
pub use writer::Writer;

use crate::dispatch::Wire;

/// How many bytes are read at once, and the most that is reserved for what did not come yet, unless as much came.
pub(crate) const PIECE: usize = 1 << 16;

/// How one record is told from the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Framing {
    /// The length of each record stands before it, as a varint of up to ten bytes (protobuf encoding, "Base 128 Varints").
    Length,
    /// Each record is a line. Only JSON has no line feeds within.
    Line,
}

impl Framing {
    /// The framing that a wire has where none is asked for: lines for JSON, lengths for the binary wires.
    #[must_use]
    pub const fn of(wire: Wire) -> Self {
        match wire {
            Wire::Json => Self::Line,
            Wire::Protobuf | Wire::MsgPack => Self::Length,
        }
    }
}
