//! Dates and times of day, as ISO 8601 has them: `2024-02-29`, `23:59:59.500`, `2024-02-29T23:59:59.500+01:00`.
//!
//! A year before 0000 or after 9999 has a sign and at least six digits (ISO 8601, expanded representation), a fraction 3, 6 or 9 digits, or there
//! is none. An offset of zero is `Z`; one of seconds has those, too.

use alloc::format;
use alloc::string::String;
use core::fmt::{self, Write};

use super::text;
use crate::codec::{Place, Reader, Writer};
use crate::error::{Error, Fault};

/// Year, month and day.
pub(super) type Date = (i32, u8, u8);

/// Hour, minute, second and nanosecond.
pub(super) type Clock = (u8, u8, u8, u32);

/// What a value consists of.
#[derive(Clone, Copy, Default)]
pub(super) struct Parts {
    pub(super) date: Option<Date>,
    pub(super) clock: Option<Clock>,
    /// How far it is ahead of UTC, in seconds.
    pub(super) offset: Option<i32>,
}

impl Parts {
    pub(super) fn date(date: Date) -> Self {
        Self {
            date: Some(date),
            ..Self::default()
        }
    }

    pub(super) fn clock(clock: Clock) -> Self {
        Self {
            clock: Some(clock),
            ..Self::default()
        }
    }

    /// What `text` says, which has the same parts.
    fn read(self, text: &str) -> Option<Self> {
        let mut rest = text;
        let mut read = Self::default();
        if self.date.is_some() {
            read.date = Some(date(&mut rest)?);
        }
        if self.date.is_some() && self.clock.is_some() {
            rest = rest.strip_prefix('T')?;
        }
        if self.clock.is_some() {
            read.clock = Some(clock(&mut rest)?);
        }
        if self.offset.is_some() {
            read.offset = Some(offset(&mut rest)?);
        }
        rest.is_empty().then_some(read)
    }
}

impl fmt::Display for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((year, month, day)) = self.date {
            match year {
                0..=9999 => write!(f, "{year:04}")?,
                _ => write!(f, "{year:+07}")?,
            }
            write!(f, "-{month:02}-{day:02}")?;
        }
        if self.date.is_some() && self.clock.is_some() {
            f.write_char('T')?;
        }
        if let Some((hour, minute, second, nanos)) = self.clock {
            write!(f, "{hour:02}:{minute:02}:{second:02}")?;
            match nanos {
                0 => {}
                nanos if nanos % 1_000_000 == 0 => write!(f, ".{:03}", nanos / 1_000_000)?,
                nanos if nanos % 1_000 == 0 => write!(f, ".{:06}", nanos / 1_000)?,
                nanos => write!(f, ".{nanos:09}")?,
            }
        }
        match self.offset {
            None => Ok(()),
            Some(0) => f.write_char('Z'),
            Some(offset) => {
                let sign = if offset < 0 { '-' } else { '+' };
                let ahead = offset.unsigned_abs();
                write!(f, "{sign}{:02}:{:02}", ahead / 3600, ahead / 60 % 60)?;
                match ahead % 60 {
                    0 => Ok(()),
                    seconds => write!(f, ":{seconds:02}"),
                }
            }
        }
    }
}

/// As many digits as are asked for.
fn digits(rest: &mut &str, count: usize) -> Option<u32> {
    let (digits, after) = rest.split_at_checked(count)?;
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    *rest = after;
    digits.parse().ok()
}

fn two(rest: &mut &str) -> Option<u8> {
    u8::try_from(digits(rest, 2)?).ok()
}

fn mark(rest: &mut &str, mark: char) -> Option<()> {
    *rest = rest.strip_prefix(mark)?;
    Some(())
}

fn date(rest: &mut &str) -> Option<Date> {
    let sign = match rest.bytes().next() {
        Some(b'+') => Some(1),
        Some(b'-') => Some(-1),
        _ => None,
    };
    let year = match sign {
        None => i32::try_from(digits(rest, 4)?).ok()?,
        Some(sign) => {
            *rest = rest.get(1..)?;
            let count = rest.bytes().take_while(u8::is_ascii_digit).count();
            let year = i32::try_from(digits(rest, count.clamp(6, 9))?).ok()?;
            // There is one zero.
            if year == 0 && sign < 0 {
                return None;
            }
            sign * year
        }
    };
    mark(rest, '-')?;
    let month = two(rest)?;
    mark(rest, '-')?;
    Some((year, month, two(rest)?))
}

fn clock(rest: &mut &str) -> Option<Clock> {
    let hour = two(rest)?;
    mark(rest, ':')?;
    let minute = two(rest)?;
    mark(rest, ':')?;
    let second = two(rest)?;
    let Some(fraction) = rest.strip_prefix('.') else {
        return Some((hour, minute, second, 0));
    };
    *rest = fraction;
    let count = rest.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=9).contains(&count) {
        return None;
    }
    let missing = u32::try_from(9 - count).ok()?;
    let nanos = digits(rest, count)? * 10_u32.pow(missing);
    Some((hour, minute, second, nanos))
}

fn offset(rest: &mut &str) -> Option<i32> {
    if let Some(after) = rest.strip_prefix('Z') {
        *rest = after;
        return Some(0);
    }
    let sign = match rest.bytes().next()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    *rest = rest.get(1..)?;
    let hours = i32::from(two(rest)?);
    mark(rest, ':')?;
    let minutes = i32::from(two(rest)?);
    let seconds = match mark(rest, ':') {
        Some(()) => i32::from(two(rest)?),
        None => 0,
    };
    (minutes < 60 && seconds < 60).then_some(sign * (hours * 3600 + minutes * 60 + seconds))
}

pub(super) fn encode<W: Writer, P: Place>(parts: Result<Parts, &'static str>, w: &mut W, at: P) {
    match parts {
        Ok(parts) => text::encode(&parts, w, at),
        Err(why) => w.fail(Error::new(Fault::Unwritable(why), None, 0)),
    }
}

/// Reads text that has the parts of a pattern.
pub(super) fn decode<'de, T, R: Reader<'de>, P: Place>(
    r: &mut R,
    at: P,
    pattern: Parts,
    of: impl FnOnce(Parts) -> Option<T>,
    expected: &'static str,
) -> Result<T, Error> {
    let text = r.str(at)?;
    let read = pattern.read(&text).and_then(of);
    read.ok_or_else(|| {
        let shown: String = text.chars().take(64).collect();
        r.error(Fault::Expected {
            expected,
            found: format!("{shown:?}").into(),
        })
    })
}

/// Types that are dates, times of day, or both: what one is called, the parts of a pattern, those of a value, and the value of parts.
macro_rules! civil {
    ($ty:ty, $what:literal, $pattern:expr, $parts:expr, $of:expr) => {
        impl $crate::validate::Validate for $ty {
            fn check_value<R: $crate::validate::Rules, C: $crate::validate::Checker>(
                &self,
                rules: &R,
                c: &mut C,
            ) {
                let parts: fn(&$ty) -> Result<$crate::values::civil::Parts, &'static str> = $parts;
                if let Ok(parts) = parts(self) {
                    $crate::values::text::with(&parts, |text| text.check_value(rules, c));
                }
            }
        }

        impl $crate::codec::Codec for $ty {
            const TYPE: $crate::schema::Type = $crate::schema::Type::String;
            const ABSENT: bool = false;
            const IS_KNOWN: bool = true;

            fn encode<W: $crate::codec::Writer, P: $crate::codec::Place>(&self, w: &mut W, at: P) {
                let parts: fn(&$ty) -> Result<$crate::values::civil::Parts, &'static str> = $parts;
                $crate::values::civil::encode(parts(self), w, at);
            }
        }

        impl<'de> $crate::codec::Decode<'de> for $ty {
            fn decode<R: $crate::codec::Reader<'de>, P: $crate::codec::Place>(
                r: &mut R,
                at: P,
            ) -> Result<Self, $crate::error::Error> {
                let of: fn($crate::values::civil::Parts) -> Option<$ty> = $of;
                $crate::values::civil::decode(r, at, $pattern, of, $what)
            }
        }

        impl $crate::codec::MapKey for $ty {
            fn text(&self) -> alloc::string::String {
                let parts: fn(&$ty) -> Result<$crate::values::civil::Parts, &'static str> = $parts;
                parts(self).map_or_else(alloc::string::String::from, |parts| {
                    alloc::format!("{parts}")
                })
            }
        }
    };
}

/// The patterns.
pub(super) const DATE: Parts = Parts {
    date: Some((0, 0, 0)),
    clock: None,
    offset: None,
};
pub(super) const CLOCK: Parts = Parts {
    date: None,
    clock: Some((0, 0, 0, 0)),
    offset: None,
};
pub(super) const BOTH: Parts = Parts {
    clock: CLOCK.clock,
    ..DATE
};
#[cfg(any(feature = "chrono", feature = "time"))]
pub(super) const ALL: Parts = Parts {
    offset: Some(0),
    ..BOTH
};

pub(super) use civil;
