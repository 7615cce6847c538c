//! The constant that a rule compares a value with.

use core::fmt;
use core::hash::{Hash, Hasher};
use core::mem;

/// A constant in a rule: `3` in `gt = 3`.
///
/// Two are equal if they say the same: NaN is NaN, and −0.0 is not 0.0.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Literal {
    /// For bool.
    Bool(bool),
    /// For integers of every width, for enums (the number), and for floats where the rule was written without a point.
    Int(i128),
    /// For unsigned integers above [`i128::MAX`].
    Uint(u128),
    /// For float and double; on a 32-bit field it is rounded to 32 bits first.
    Float(f64),
    /// For strings, and for bytes where the rule was written as text.
    Str(&'static str),
    /// For bytes.
    Bytes(&'static [u8]),
    /// A signed span of time; `nanos` has the sign of `secs`, and is between −999,999,999 and 999,999,999.
    Duration {
        /// Whole seconds.
        secs: i64,
        /// The rest, in nanoseconds.
        nanos: i32,
    },
    /// A point in time; `nanos` counts forwards, from 0 to 999,999,999.
    Timestamp {
        /// Seconds since 1970-01-01T00:00:00Z, negative before it.
        secs: i64,
        /// The rest, in nanoseconds.
        nanos: i32,
    },
    /// For a field mask: its paths, in this order.
    Paths(&'static [&'static str]),
}

impl Literal {
    /// Whether this is what a field of implicit presence reads as where nothing was written: false, zero (not −0.0), or nothing.
    ///
    /// ```
    /// use everwire::validate::Literal;
    ///
    /// assert!(Literal::Str("").is_zero() && Literal::Float(0.0).is_zero());
    /// assert!(!Literal::Int(1).is_zero() && !Literal::Float(-0.0).is_zero());
    /// ```
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        match *self {
            Literal::Bool(value) => !value,
            Literal::Int(value) => value == 0,
            Literal::Uint(value) => value == 0,
            Literal::Float(value) => value.to_bits() == 0,
            Literal::Str(value) => value.is_empty(),
            Literal::Bytes(value) => value.is_empty(),
            Literal::Paths(value) => value.is_empty(),
            Literal::Duration { .. } | Literal::Timestamp { .. } => false,
        }
    }

    /// Whether this bound is below another of its kind; false for different kinds, for NaN, and for kinds without an order.
    pub(super) const fn is_less(&self, other: &Literal) -> bool {
        match (*self, *other) {
            (Literal::Int(a), Literal::Int(b)) => a < b,
            (Literal::Uint(a), Literal::Uint(b)) => a < b,
            (Literal::Int(a), Literal::Uint(b)) => a < 0 || (a as u128) < b,
            (Literal::Uint(a), Literal::Int(b)) => b > 0 && a < b as u128,
            (Literal::Float(a), Literal::Float(b)) => a < b,
            (Literal::Int(a), Literal::Float(b)) => (a as f64) < b,
            (Literal::Float(a), Literal::Int(b)) => a < b as f64,
            (Literal::Duration { secs: a, nanos: m }, Literal::Duration { secs: b, nanos: n })
            | (
                Literal::Timestamp { secs: a, nanos: m },
                Literal::Timestamp { secs: b, nanos: n },
            ) => a < b || a == b && m < n,
            _ => false,
        }
    }
}

impl PartialEq for Literal {
    fn eq(&self, other: &Self) -> bool {
        match (*self, *other) {
            (Literal::Bool(a), Literal::Bool(b)) => a == b,
            (Literal::Int(a), Literal::Int(b)) => a == b,
            (Literal::Uint(a), Literal::Uint(b)) => a == b,
            (Literal::Float(a), Literal::Float(b)) => bits(a) == bits(b),
            (Literal::Str(a), Literal::Str(b)) => a == b,
            (Literal::Bytes(a), Literal::Bytes(b)) => a == b,
            (Literal::Paths(a), Literal::Paths(b)) => a == b,
            (Literal::Duration { secs: a, nanos: m }, Literal::Duration { secs: b, nanos: n })
            | (
                Literal::Timestamp { secs: a, nanos: m },
                Literal::Timestamp { secs: b, nanos: n },
            ) => (a, m) == (b, n),
            _ => false,
        }
    }
}

impl Eq for Literal {}

impl Hash for Literal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        mem::discriminant(self).hash(state);
        match *self {
            Literal::Bool(value) => value.hash(state),
            Literal::Int(value) => value.hash(state),
            Literal::Uint(value) => value.hash(state),
            Literal::Float(value) => bits(value).hash(state),
            Literal::Str(value) => value.hash(state),
            Literal::Bytes(value) => value.hash(state),
            Literal::Paths(value) => value.hash(state),
            Literal::Duration { secs, nanos } | Literal::Timestamp { secs, nanos } => {
                (secs, nanos).hash(state);
            }
        }
    }
}

/// The bits of a number; every NaN is one.
fn bits(value: f64) -> u64 {
    match value.is_nan() {
        true => f64::NAN.to_bits(),
        false => value.to_bits(),
    }
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Literal::Bool(value) => write!(f, "{value}"),
            Literal::Int(value) => write!(f, "{value}"),
            Literal::Uint(value) => write!(f, "{value}"),
            Literal::Float(value) => write!(f, "{value}"),
            Literal::Str(value) => write!(f, "`{value}`"),
            Literal::Bytes(value) => {
                f.write_str("0x")?;
                value.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
            Literal::Paths(paths) => {
                f.write_str("`")?;
                for (index, path) in paths.iter().enumerate() {
                    let comma = if index == 0 { "" } else { "," };
                    write!(f, "{comma}{path}")?;
                }
                f.write_str("`")
            }
            Literal::Duration { secs, nanos } => {
                let sign = if secs < 0 || nanos < 0 { "-" } else { "" };
                write!(f, "{sign}{}", secs.unsigned_abs())?;
                fraction(f, nanos)?;
                f.write_str("s")
            }
            Literal::Timestamp { secs, nanos } => {
                let (year, month, day) = crate::time::civil(secs.div_euclid(86_400));
                let second = secs.rem_euclid(86_400);
                let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
                write!(
                    f,
                    "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
                )?;
                fraction(f, nanos)?;
                f.write_str("Z")
            }
        }
    }
}

/// Literals with commas between them.
pub(super) struct Listed<'a>(pub(super) &'a [Literal]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().enumerate().try_for_each(|(at, literal)| {
            f.write_str(if at == 0 { "" } else { ", " })?;
            literal.fmt(f)
        })
    }
}

fn fraction(f: &mut fmt::Formatter<'_>, nanos: i32) -> fmt::Result {
    if nanos == 0 {
        return Ok(());
    }
    let (mut digits, mut width) = (nanos.unsigned_abs(), 9);
    while digits % 10 == 0 {
        (digits, width) = (digits / 10, width - 1);
    }
    write!(f, ".{digits:0width$}")
}

#[cfg(test)]
mod tests {
    use super::Literal;
    use alloc::string::ToString;

    #[test]
    fn a_literal_reads_as_its_json_would() {
        let cases = [
            (Literal::Bool(true), "true"),
            (Literal::Int(-3), "-3"),
            (
                Literal::Uint(u128::MAX),
                "340282366920938463463374607431768211455",
            ),
            (Literal::Float(0.5), "0.5"),
            (Literal::Str("a b"), "`a b`"),
            (Literal::Bytes(&[0, 255]), "0x00ff"),
            (Literal::Paths(&["a", "b.c"]), "`a,b.c`"),
            (Literal::Paths(&[]), "``"),
            (
                Literal::Duration {
                    secs: 1,
                    nanos: 500_000_000,
                },
                "1.5s",
            ),
            (Literal::Duration { secs: 0, nanos: -1 }, "-0.000000001s"),
            (
                Literal::Timestamp { secs: 0, nanos: 0 },
                "1970-01-01T00:00:00Z",
            ),
            (
                Literal::Timestamp {
                    secs: -1,
                    nanos: 10_000_000,
                },
                "1969-12-31T23:59:59.01Z",
            ),
            (
                Literal::Timestamp {
                    secs: 951_782_400,
                    nanos: 0,
                },
                "2000-02-29T00:00:00Z",
            ),
            (
                Literal::Timestamp {
                    secs: 253_402_300_799,
                    nanos: 0,
                },
                "9999-12-31T23:59:59Z",
            ),
            (
                Literal::Timestamp {
                    secs: -62_135_596_800,
                    nanos: 0,
                },
                "0001-01-01T00:00:00Z",
            ),
        ];
        for (literal, text) in cases {
            assert_eq!(literal.to_string(), text);
        }
    }

    #[test]
    fn literals_are_equal_that_say_the_same() {
        let nan = Literal::Float(f64::NAN);
        assert_eq!(nan, Literal::Float(-f64::NAN));
        assert_ne!(Literal::Float(0.0), Literal::Float(-0.0));
        assert_ne!(Literal::Float(1.0), Literal::Int(1));
        assert_ne!(Literal::Str("a"), Literal::Bytes(b"a"));
        let (span, point) = (
            Literal::Duration { secs: 1, nanos: 2 },
            Literal::Timestamp { secs: 1, nanos: 2 },
        );
        assert_eq!(span, Literal::Duration { secs: 1, nanos: 2 });
        assert_ne!(span, Literal::Duration { secs: 1, nanos: 3 });
        assert_ne!(span, point);
        let set: std::collections::HashSet<Literal> =
            [nan, Literal::Float(-f64::NAN), span, point, span].into();
        assert_eq!(set.len(), 3);
    }

    #[test]
    fn bounds_of_one_kind_compare() {
        let span = |secs, nanos| Literal::Duration { secs, nanos };
        for (low, high) in [
            (Literal::Int(-1), Literal::Int(0)),
            (Literal::Int(-1), Literal::Uint(0)),
            (Literal::Int(i128::MAX), Literal::Uint(u128::MAX)),
            (Literal::Uint(3), Literal::Int(4)),
            (Literal::Uint(1), Literal::Uint(2)),
            (Literal::Float(0.5), Literal::Int(1)),
            (Literal::Int(0), Literal::Float(0.5)),
            (Literal::Float(f64::NEG_INFINITY), Literal::Float(0.0)),
            (span(-1, -1), span(-1, 0)),
            (span(1, 9), span(2, 0)),
        ] {
            assert!(
                low.is_less(&high) && !high.is_less(&low) && !low.is_less(&low),
                "{low} {high}"
            );
        }
        assert!(!Literal::Float(f64::NAN).is_less(&Literal::Float(0.0)));
        assert!(!Literal::Str("a").is_less(&Literal::Str("b")));
    }
}
