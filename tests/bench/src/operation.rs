//! What is measured, on which wire.

use clap::ValueEnum;
use everwire::Wire;

/// What a library does with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Operation {
    /// Encodes into a buffer that is kept.
    Encode,
    /// Encodes into a fresh buffer.
    Fresh,
    /// Decodes to a value that owns everything; drops it.
    Decode,
    /// Decodes to a value that borrows from the input; drops it.
    Borrow,
    /// Decodes into a value that is there.
    Into,
}

impl Operation {
    pub const ALL: [Self; 5] = [
        Self::Encode,
        Self::Fresh,
        Self::Decode,
        Self::Borrow,
        Self::Into,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Encode => "encode",
            Self::Fresh => "fresh",
            Self::Decode => "decode",
            Self::Borrow => "borrow",
            Self::Into => "into",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Encode => "encode, kept buffer",
            Self::Fresh => "encode, fresh",
            Self::Decode => "decode owned",
            Self::Borrow => "decode borrowed",
            Self::Into => "decode into",
        }
    }

    /// How many times as fast as the baseline Everwire is to be, in the geometric mean over the data sets.
    pub fn bar(self, wire: Wire) -> Option<f64> {
        let bars = match wire {
            Wire::Protobuf => [2.5, 2.0, 1.6, 2.5],
            Wire::MsgPack => [4.0, 3.5, 2.3, 2.8],
            Wire::Json => [2.3, 2.2, 2.0, 2.4],
        };
        let index = Self::ALL.iter().position(|other| *other == self)?;
        bars.get(index).copied()
    }
}

/// The library that ratios on a wire refer to.
pub fn baseline(wire: Wire) -> &'static str {
    match wire {
        Wire::Protobuf => "prost",
        Wire::MsgPack => "rmp-serde",
        Wire::Json => "serde_json",
    }
}
