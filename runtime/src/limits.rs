//! [`Limits`]: what input may cost, alike on all wires.

/// What a message may cost its reader, on each wire alike. One budget holds for a whole message, not one for each of its
/// levels, and also for what stands within it in a `google.protobuf.Any` or as an extension in JSON.
///
/// | limit | default | why |
/// |---|---|---|
/// | `depth` | 100 | what Google's libraries use for protobuf; no stack overflows |
/// | `elements` | 67,108,864 | list elements and map entries of one message |
/// | `string` | 2,147,483,647 | bytes of one string or byte string: protobuf's own bound |
/// | `message` | 2,147,483,647 | bytes of the input |
/// | `ratio` | 32 | bytes reserved ahead of the elements, per byte of input |
///
/// A decoder never holds more than a multiple of the input's length, plus 16 KiB, plus what the containers take for the
/// elements:
///
/// | wire | bytes held for each byte of input |
/// |---|---|
/// | protobuf | 16 |
/// | MessagePack | `ratio` + 16 |
/// | JSON | 8 |
///
/// An element costs its own size, however few bytes it has on the wire: an empty message two in protobuf, one in MessagePack,
/// three in JSON. A list that grows has room for twice as many elements and is there twice while it moves; a `Vec` of one
/// element has room for four, a `BTreeMap` of one entry for eleven. `elements` bounds that.
///
/// ```
/// use everwire::{Limits, Options, Wire};
///
/// let limits = Limits { depth: 1, ..Limits::default() };
/// let error = Options::new().limits(limits).decode::<Vec<Vec<Vec<u32>>>>(Wire::Json, b"[[[1]]]").unwrap_err();
/// assert!(error.is_limit());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How deep messages, lists and maps may nest within the root, as each wire nests them: in protobuf a message or group is
    /// a level, in MessagePack and JSON every array, map and object.
    pub depth: usize,
    /// How many list elements and map entries a message may have, all levels together. What is skipped, or kept as an unknown
    /// field, is not counted.
    pub elements: usize,
    /// How long a string, byte string or map key that the value holds may be, in bytes of the value. What spells something
    /// else (a member's name, a number in quotes, a time), and what is skipped or kept, is bounded by `message`.
    pub string: usize,
    /// How long the input may be, in bytes.
    pub message: usize,
    /// How many bytes may be reserved on the word of a header, for each byte of input.
    pub ratio: usize,
}

impl Limits {
    /// The defaults.
    pub const DEFAULT: Self = Self {
        depth: 100,
        elements: 1 << 26,
        string: i32::MAX as usize,
        message: i32::MAX as usize,
        ratio: 32,
    };

    /// For what was within limits before. Nothing is reserved on the word of a header.
    pub(crate) const UNLIMITED: Self = Self {
        depth: usize::MAX,
        elements: usize::MAX,
        string: usize::MAX,
        message: usize::MAX,
        ratio: 0,
    };
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}
