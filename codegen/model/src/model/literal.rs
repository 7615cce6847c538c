//! Values that are written in attributes and options.

/// A literal value, free of spelling.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `true`, `false`.
    Bool(bool),
    /// An integer.
    Int(i128),
    /// A float; never what an integer literal wrote, unless the field is a float.
    Float(f64),
    /// A string.
    Str(String),
    /// A byte string.
    Bytes(Vec<u8>),
    /// A character.
    Char(char),
    /// A span of time, written `"1.5s"`; `nanos` has the sign of `seconds`.
    Duration {
        /// Whole seconds.
        seconds: i64,
        /// −999 999 999 to 999 999 999.
        nanos: i32,
    },
    /// A point in time, written as RFC 3339: seconds since 1970-01-01T00:00:00Z.
    Timestamp {
        /// Whole seconds, negative before 1970.
        seconds: i64,
        /// 0 to 999 999 999, counted forwards.
        nanos: i32,
    },
    /// The paths of a field mask, written `["a", "b.c"]`.
    Paths(Vec<String>),
}

impl Literal {
    /// What a person calls it, with its article.
    pub fn describe(&self) -> &'static str {
        match self {
            Literal::Bool(_) => "a bool",
            Literal::Int(_) => "an integer",
            Literal::Float(_) => "a float",
            Literal::Str(_) => "a string",
            Literal::Bytes(_) => "a byte string",
            Literal::Char(_) => "a char",
            Literal::Duration { .. } => "a duration",
            Literal::Timestamp { .. } => "a timestamp",
            Literal::Paths(_) => "a field mask",
        }
    }
}
