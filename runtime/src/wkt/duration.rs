//! [`Duration`]: its text, and std's type.

use core::fmt;
use core::str::FromStr;

use super::Duration;
use crate::error::Error;
use crate::time;

const RANGE: &str =
    "the duration exceeds 315,576,000,000 seconds, or its seconds and nanoseconds differ in sign";

impl Duration {
    /// Whether the parts are in their ranges and of one sign. JSON writes no other duration.
    ///
    /// ```
    /// use everwire::wkt::Duration;
    /// assert!(Duration { seconds: 315_576_000_000, nanos: 999_999_999 }.is_valid());
    /// assert!(!Duration { seconds: 1, nanos: -1 }.is_valid());
    /// ```
    #[must_use]
    pub fn is_valid(&self) -> bool {
        time::is_duration(self.seconds, i64::from(self.nanos))
    }
}

/// Fails if the span is longer than 10,000 years.
impl TryFrom<core::time::Duration> for Duration {
    type Error = Error;

    fn try_from(span: core::time::Duration) -> Result<Self, Error> {
        let seconds = i64::try_from(span.as_secs()).map_err(|_| Error::custom(RANGE))?;
        let duration = Self {
            seconds,
            nanos: span.subsec_nanos() as i32,
        };
        match duration.is_valid() {
            true => Ok(duration),
            false => Err(Error::custom(RANGE)),
        }
    }
}

/// Fails if the span is negative or not [valid](Duration::is_valid).
impl TryFrom<Duration> for core::time::Duration {
    type Error = Error;

    fn try_from(duration: Duration) -> Result<Self, Error> {
        if !duration.is_valid() {
            return Err(Error::custom(RANGE));
        }
        time::span((duration.seconds, duration.nanos)).ok_or_else(|| {
            Error::custom("the duration is negative, which `core::time::Duration` cannot hold")
        })
    }
}

/// Seconds with 0, 3, 6 or 9 digits after the point, and `s`, as in ProtoJSON; the parts, if they are not
/// [valid](Duration::is_valid).
impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.is_valid() {
            true => f.pad(time::duration_text(self.seconds, self.nanos).as_str()),
            false => fmt::Debug::fmt(self, f),
        }
    }
}

/// Takes what ProtoJSON takes: seconds with up to nine digits after the point, and `s`.
impl FromStr for Duration {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (seconds, nanos) = time::duration(text.as_bytes()).ok_or_else(|| {
            Error::custom("the text is not a duration: help: write seconds, such as `1.5s`")
        })?;
        let duration = Self { seconds, nanos };
        match duration.is_valid() {
            true => Ok(duration),
            false => Err(Error::custom(RANGE)),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    const fn of(seconds: i64, nanos: i32) -> Duration {
        Duration { seconds, nanos }
    }

    #[test]
    fn text_both_ways() {
        for (duration, text) in [
            (of(0, 0), "0s"),
            (of(1, 500_000_000), "1.500s"),
            (of(0, -1), "-0.000000001s"),
            (
                of(-315_576_000_000, -999_999_999),
                "-315576000000.999999999s",
            ),
            (of(315_576_000_000, 0), "315576000000s"),
        ] {
            assert_eq!(duration.to_string(), text);
            assert_eq!(text.parse::<Duration>().unwrap(), duration);
        }
        assert_eq!(alloc::format!("{:>7}|", of(2, 0)), "     2s|");
        assert_eq!(of(1, -1).to_string(), "Duration { seconds: 1, nanos: -1 }");
        for (text, error) in [
            (
                "1",
                "the text is not a duration: help: write seconds, such as `1.5s`",
            ),
            ("315576000001s", RANGE),
        ] {
            assert_eq!(text.parse::<Duration>().unwrap_err().to_string(), error);
        }
    }

    #[test]
    fn std_both_ways() {
        for (duration, span) in [
            (of(0, 0), core::time::Duration::ZERO),
            (of(1, 5), core::time::Duration::new(1, 5)),
            (
                of(315_576_000_000, 999_999_999),
                core::time::Duration::new(315_576_000_000, 999_999_999),
            ),
        ] {
            assert_eq!(Duration::try_from(span).unwrap(), duration);
            assert_eq!(core::time::Duration::try_from(duration).unwrap(), span);
        }
        for span in [
            core::time::Duration::MAX,
            core::time::Duration::new(315_576_000_001, 0),
        ] {
            assert_eq!(Duration::try_from(span).unwrap_err().to_string(), RANGE);
        }
        for (duration, error) in [
            (
                of(0, -1),
                "the duration is negative, which `core::time::Duration` cannot hold",
            ),
            (of(1, 1_000_000_000), RANGE),
            (of(315_576_000_001, 0), RANGE),
        ] {
            let found = core::time::Duration::try_from(duration).unwrap_err();
            assert_eq!(found.to_string(), error);
        }
    }

    #[test]
    fn longer_is_greater() {
        let sorted = [
            of(-2, 0),
            of(-1, -5),
            of(-1, 0),
            of(0, -5),
            of(0, 5),
            of(1, 0),
        ];
        assert!(sorted.is_sorted());
    }
}
