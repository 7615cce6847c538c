//! [`Accepted`]: a break that was accepted where it is, for one change and with a reason.

use super::{Field, Schema};

/// A change of a type or of one of its members that breaks something and is wanted all the same: the attribute `accept`, and the
/// options of that name.
///
/// ```
/// use everwire::Codec;
///
/// #[derive(Codec)]
/// struct Order {
///     #[codec(1, accept("type i64 -> i32", reason = "no total was ever that high"))]
///     total: i32,
/// }
///
/// let accepted = Order::SCHEMA.fields()[0].accepted()[0];
/// assert_eq!(accepted.change(), "type i64 -> i32");
/// assert_eq!(accepted.reason(), "no total was ever that high");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accepted {
    number: Option<i64>,
    change: &'static str,
    reason: &'static str,
}

impl Accepted {
    /// A change that is accepted, as `codegen check` calls it, and why.
    #[must_use]
    #[inline]
    pub const fn new(change: &'static str, reason: &'static str) -> Self {
        Self {
            number: None,
            change,
            reason,
        }
    }

    /// Of the member of that number.
    #[must_use]
    #[inline]
    pub const fn of(mut self, number: i64) -> Self {
        self.number = Some(number);
        self
    }

    /// The number of the member that changes; `None` of what has the acceptance itself.
    #[must_use]
    #[inline]
    pub const fn number(&self) -> Option<i64> {
        self.number
    }

    /// The change.
    #[must_use]
    #[inline]
    pub const fn change(&self) -> &'static str {
        self.change
    }

    /// Why it is wanted.
    #[must_use]
    #[inline]
    pub const fn reason(&self) -> &'static str {
        self.reason
    }
}

impl Schema {
    /// With breaks of the type that are wanted, and those of values of an enum and of the variants of a oneof.
    #[must_use]
    #[inline]
    pub const fn with_accepted(mut self, accepted: &'static [Accepted]) -> Self {
        self.accepted = accepted;
        self
    }

    /// The breaks of the type that are wanted, and those of values of an enum and of the variants of a oneof.
    #[must_use]
    #[inline]
    pub const fn accepted(&self) -> &'static [Accepted] {
        self.accepted
    }
}

impl Field {
    /// With breaks that are wanted.
    #[must_use]
    #[inline]
    pub const fn with_accepted(mut self, accepted: &'static [Accepted]) -> Self {
        self.accepted = accepted;
        self
    }

    /// The breaks that are wanted.
    #[must_use]
    #[inline]
    pub const fn accepted(&self) -> &'static [Accepted] {
        self.accepted
    }
}
