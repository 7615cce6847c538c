//! [`Limits`]: what input may cost, alike on all wires.

/// What a message may cost its reader. One budget holds for a whole message, not one for each of its levels.
///
/// | limit | default | why |
/// |---|---|---|
/// | `depth` | 100 | what Google's libraries use for protobuf; no stack overflows |
/// | `elements` | 67,108,864 | list elements and map entries of one message |
/// | `string` | 2,147,483,647 | bytes of one string or byte string: protobuf's own bound |
/// | `message` | 2,147,483,647 | bytes of the input |
/// | `ratio` | 32 | bytes reserved ahead of the elements, per byte of input |
///
/// ```
/// use everwire::{Limits, Options, Wire};
///
/// let limits = Limits { depth: 2, ..Limits::default() };
/// let error = Options::new().limits(limits).decode::<Vec<Vec<Vec<u32>>>>(Wire::Json, b"[[[1]]]").unwrap_err();
/// assert!(error.is_limit());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How deep messages, lists and maps may nest.
    pub depth: usize,
    /// How many list elements and map entries a message may have, all levels together.
    pub elements: usize,
    /// How long a string or byte string may be, in bytes.
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
