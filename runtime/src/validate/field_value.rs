//! The value that broke a rule, kept beside a violation where that is asked for.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::{Literal, Subject};

/// The value that broke a rule, where [`Options::keep_values`](crate::Options::keep_values) asks for it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FieldValue {
    /// A bool.
    Bool(bool),
    /// A signed integer.
    Int(i128),
    /// An unsigned integer.
    Uint(u128),
    /// A float or double.
    Float(f64),
    /// Text; a `char` too.
    Str(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// An enum's number.
    Enum(i32),
    /// A signed span; `nanos` has the sign of `secs`.
    Duration {
        /// Whole seconds.
        secs: i64,
        /// The rest, in nanoseconds.
        nanos: i32,
    },
    /// A point in time; `nanos` counts forwards.
    Timestamp {
        /// Seconds since 1970-01-01T00:00:00Z.
        secs: i64,
        /// The rest, in nanoseconds.
        nanos: i32,
    },
    /// A list, a set or a map of so many.
    Count(usize),
}

impl FieldValue {
    /// A scalar as the rules see it; none for what has no scalar value of its own.
    #[must_use]
    pub fn of(subject: Subject<'_>) -> Option<FieldValue> {
        Some(match subject {
            Subject::Bool(value) => FieldValue::Bool(value),
            Subject::Int(value, _) => FieldValue::Int(value),
            Subject::Uint(value, _) => FieldValue::Uint(value),
            Subject::Float(value, _) => FieldValue::Float(value),
            Subject::Char(value) => FieldValue::Str(value.into()),
            Subject::Str(value) => FieldValue::Str(value.into()),
            Subject::Bytes(value) => FieldValue::Bytes(value.into()),
            Subject::Enum { number, .. } => FieldValue::Enum(number),
            Subject::Duration { secs, nanos } => FieldValue::Duration { secs, nanos },
            Subject::Timestamp { secs, nanos } => FieldValue::Timestamp { secs, nanos },
            #[allow(unreachable_patterns, reason = "what rules can be checked on may grow")]
            _ => return None,
        })
    }

    /// How many bytes of memory the value takes, beyond itself.
    pub(super) fn weight(&self) -> usize {
        match self {
            FieldValue::Str(text) => text.len(),
            FieldValue::Bytes(bytes) => bytes.len(),
            _ => 0,
        }
    }
}

/// Text as it is, bytes as hexadecimal digits, a list by how many it holds.
impl fmt::Display for FieldValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            FieldValue::Bool(value) => value.fmt(f),
            FieldValue::Int(value) => value.fmt(f),
            FieldValue::Uint(value) => value.fmt(f),
            FieldValue::Float(value) => value.fmt(f),
            FieldValue::Str(ref value) => f.write_str(value),
            FieldValue::Bytes(ref value) => {
                value.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
            FieldValue::Enum(value) => value.fmt(f),
            FieldValue::Duration { secs, nanos } => Literal::Duration { secs, nanos }.fmt(f),
            FieldValue::Timestamp { secs, nanos } => Literal::Timestamp { secs, nanos }.fmt(f),
            FieldValue::Count(count) => count.fmt(f),
        }
    }
}
