//! A scalar value as the rules see it, whatever its Rust type: for map keys in paths, uniqueness, and dynamic messages.

use core::cmp::Ordering;
use core::fmt;

use super::operand::Moment;
use super::{Checker, Kind, Plan};
use super::{boolean, bytes, enumeration, number, text, time};

/// A scalar value as the rules see it. Dynamic messages make these from their values, and check them with
/// [`Subject::check`]; a type of one's own returns one from [`Validate::subject`](super::Validate::subject).
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum Subject<'a> {
    Bool(bool),
    /// A signed integer, and what it is on the wire.
    Int(i128, Kind),
    /// An unsigned integer, and what it is on the wire.
    Uint(u128, Kind),
    /// [`Kind::Float`] or [`Kind::Double`].
    Float(f64, Kind),
    /// A string of one code point.
    Char(char),
    Str(&'a str),
    Bytes(&'a [u8]),
    /// An enum's number, and whether the schema defines it.
    Enum {
        number: i32,
        defined: bool,
    },
    /// A signed span; `nanos` has the sign of `secs`.
    Duration {
        secs: i64,
        nanos: i32,
    },
    /// Since 1970-01-01T00:00:00Z; `nanos` counts forwards.
    Timestamp {
        secs: i64,
        nanos: i32,
    },
}

impl Subject<'_> {
    /// Checks the value against the rules of its kind. Presence is the field's affair, and not looked at.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn check<C: Checker>(self, plan: &Plan, c: &mut C) {
        match self {
            Subject::Bool(value) => boolean::check(value, plan, c),
            Subject::Int(value, kind) => number::check_integer(value, kind, plan, c),
            Subject::Uint(value, kind) => number::check_integer(value, kind, plan, c),
            Subject::Float(value, Kind::Float) => {
                number::check_float(value as f32, Kind::Float, plan, c)
            }
            Subject::Float(value, kind) => number::check_float(value, kind, plan, c),
            Subject::Char(value) => text::check(value.encode_utf8(&mut [0; 4]), plan, c),
            Subject::Str(value) => text::check(value, plan, c),
            Subject::Bytes(value) => bytes::check(value, plan, c),
            Subject::Enum { number, defined } => enumeration::check(number, defined, plan, c),
            Subject::Duration { secs, nanos } => time::check_duration(Moment(secs, nanos), plan, c),
            Subject::Timestamp { secs, nanos } => {
                time::check_timestamp(Moment(secs, nanos), plan, c)
            }
        }
    }

    /// Whether this is what an absent field without presence reads as.
    #[inline]
    pub fn is_zero(self) -> bool {
        match self {
            Subject::Bool(value) => !value,
            Subject::Int(value, _) => value == 0,
            Subject::Uint(value, _) => value == 0,
            Subject::Float(value, _) => value.to_bits() == 0,
            Subject::Str(value) => value.is_empty(),
            Subject::Bytes(value) => value.is_empty(),
            Subject::Enum { number, .. } => number == 0,
            Subject::Char(value) => value == '\0',
            Subject::Duration { .. } | Subject::Timestamp { .. } => false,
        }
    }

    /// Whether the value equals itself; NaN does not.
    pub(super) fn is_comparable(self) -> bool {
        !matches!(self, Subject::Float(value, _) if value.is_nan())
    }

    /// An order of values of one kind, in which equal values are neighbours; the two zeros of floats are equal.
    pub(super) fn order(self, other: Self) -> Ordering {
        match (self, other) {
            (Subject::Bool(a), Subject::Bool(b)) => a.cmp(&b),
            (Subject::Int(a, _), Subject::Int(b, _)) => a.cmp(&b),
            (Subject::Uint(a, _), Subject::Uint(b, _)) => a.cmp(&b),
            (Subject::Float(a, _), Subject::Float(b, _)) => {
                a.partial_cmp(&b).unwrap_or_else(|| a.total_cmp(&b))
            }
            (Subject::Char(a), Subject::Char(b)) => a.cmp(&b),
            (Subject::Str(a), Subject::Str(b)) => a.cmp(b),
            (Subject::Bytes(a), Subject::Bytes(b)) => a.cmp(b),
            (Subject::Enum { number: a, .. }, Subject::Enum { number: b, .. }) => a.cmp(&b),
            (Subject::Duration { secs: a, nanos: m }, Subject::Duration { secs: b, nanos: n })
            | (
                Subject::Timestamp { secs: a, nanos: m },
                Subject::Timestamp { secs: b, nanos: n },
            ) => (a, m).cmp(&(b, n)),
            _ => self.rank().cmp(&other.rank()),
        }
    }

    fn rank(self) -> u8 {
        match self {
            Subject::Bool(_) => 0,
            Subject::Int(..) => 1,
            Subject::Uint(..) => 2,
            Subject::Float(..) => 3,
            Subject::Char(_) => 4,
            Subject::Str(_) => 5,
            Subject::Bytes(_) => 6,
            Subject::Enum { .. } => 7,
            Subject::Duration { .. } => 8,
            Subject::Timestamp { .. } => 9,
        }
    }
}

/// As a map's key in a path: strings quoted, enums by number.
impl fmt::Display for Subject<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Subject::Bool(value) => write!(f, "{value}"),
            Subject::Int(value, _) => write!(f, "{value}"),
            Subject::Uint(value, _) => write!(f, "{value}"),
            Subject::Float(value, _) => write!(f, "{value}"),
            Subject::Char(value) => write!(f, "{:?}", &*value.encode_utf8(&mut [0; 4])),
            Subject::Str(value) => write!(f, "{value:?}"),
            Subject::Bytes(value) => value.iter().try_for_each(|byte| write!(f, "{byte:02x}")),
            Subject::Enum { number, .. } => write!(f, "{number}"),
            Subject::Duration { secs, nanos } | Subject::Timestamp { secs, nanos } => {
                write!(f, "{secs}.{nanos}")
            }
        }
    }
}
