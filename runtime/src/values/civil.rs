//! Dates and times of day, as ISO 8601 has them: `2024-02-29`, `23:59:59.500`, `2024-02-29T23:59:59.500+01:00`.
//!
//! A year before 0000 or after 9999 has a sign and at least six digits (ISO 8601, expanded representation), a fraction 3, 6 or 9 digits, or there
//! is none. An offset of zero is `Z`; one of seconds has those, too.

use core::fmt;

/// Year, month and day.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Date(pub(super) i32, pub(super) u8, pub(super) u8);

/// Hour, minute, second and nanosecond.
#[derive(Clone, Copy)]
pub(super) struct Clock(pub(super) u8, pub(super) u8, pub(super) u8, pub(super) u32);

/// A date and a time of day.
#[derive(Clone, Copy)]
pub(super) struct Both(pub(super) Date, pub(super) Clock);

/// A date and a time of day, and how far they are ahead of UTC, in seconds.
#[cfg(any(feature = "chrono", feature = "time"))]
#[derive(Clone, Copy)]
pub(super) struct Offset(pub(super) Both, pub(super) i32);

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Date(year, month, day) = *self;
        match year {
            0..=9999 => write!(f, "{year:04}")?,
            _ => write!(f, "{year:+07}")?,
        }
        write!(f, "-{month:02}-{day:02}")
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Clock(hour, minute, second, nanos) = *self;
        write!(f, "{hour:02}:{minute:02}:{second:02}")?;
        match nanos {
            0 => Ok(()),
            nanos if nanos % 1_000_000 == 0 => write!(f, ".{:03}", nanos / 1_000_000),
            nanos if nanos % 1_000 == 0 => write!(f, ".{:06}", nanos / 1_000),
            nanos => write!(f, ".{nanos:09}"),
        }
    }
}

impl fmt::Display for Both {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{}", self.0, self.1)
    }
}

#[cfg(any(feature = "chrono", feature = "time"))]
impl fmt::Display for Offset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Offset(both, offset) = *self;
        write!(f, "{both}")?;
        if offset == 0 {
            return f.write_str("Z");
        }
        let sign = if offset < 0 { '-' } else { '+' };
        let ahead = offset.unsigned_abs();
        write!(f, "{sign}{:02}:{:02}", ahead / 3600, ahead / 60 % 60)?;
        match ahead % 60 {
            0 => Ok(()),
            seconds => write!(f, ":{seconds:02}"),
        }
    }
}

/// The date that a text is.
pub(super) fn date(text: &str) -> Option<Date> {
    whole(text, take_date)
}

/// The time of day that a text is.
pub(super) fn clock(text: &str) -> Option<Clock> {
    whole(text, take_clock)
}

/// The date and the time of day that a text is.
pub(super) fn both(text: &str) -> Option<Both> {
    whole(text, take_both)
}

/// The date, the time of day and the offset that a text is.
#[cfg(any(feature = "chrono", feature = "time"))]
pub(super) fn offset(text: &str) -> Option<Offset> {
    whole(text, |rest| {
        Some(Offset(take_both(rest)?, take_offset(rest)?))
    })
}

/// What is taken of a text, where nothing is left.
fn whole<T>(text: &str, take: impl FnOnce(&mut &str) -> Option<T>) -> Option<T> {
    let mut rest = text;
    take(&mut rest).filter(|_| rest.is_empty())
}

fn take_both(rest: &mut &str) -> Option<Both> {
    let date = take_date(rest)?;
    mark(rest, 'T')?;
    Some(Both(date, take_clock(rest)?))
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

fn take_date(rest: &mut &str) -> Option<Date> {
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
    Some(Date(year, month, two(rest)?))
}

fn take_clock(rest: &mut &str) -> Option<Clock> {
    let hour = two(rest)?;
    mark(rest, ':')?;
    let minute = two(rest)?;
    mark(rest, ':')?;
    let second = two(rest)?;
    let Some(fraction) = rest.strip_prefix('.') else {
        return Some(Clock(hour, minute, second, 0));
    };
    *rest = fraction;
    let count = rest.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=9).contains(&count) {
        return None;
    }
    let missing = u32::try_from(9 - count).ok()?;
    let nanos = digits(rest, count)? * 10_u32.pow(missing);
    Some(Clock(hour, minute, second, nanos))
}

#[cfg(any(feature = "chrono", feature = "time"))]
fn take_offset(rest: &mut &str) -> Option<i32> {
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
