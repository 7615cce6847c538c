//! [`Timestamp`]: its text, and std's type.

use core::fmt;
use core::str::FromStr;
#[cfg(feature = "std")]
use std::time::SystemTime;

use super::Timestamp;
use crate::error::Error;
use crate::time;

#[cfg(feature = "std")]
const RANGE: &str =
    "the time lies outside of the years 1 to 9999, or its nanoseconds outside of 0 to 999,999,999";

impl Timestamp {
    /// Whether the parts are in their ranges. JSON writes no other time.
    ///
    /// ```
    /// use everwire::wkt::Timestamp;
    /// assert!(Timestamp { seconds: 253_402_300_799, nanos: 999_999_999 }.is_valid());
    /// assert!(!Timestamp { seconds: 0, nanos: -1 }.is_valid());
    /// ```
    #[must_use]
    pub fn is_valid(&self) -> bool {
        time::is_timestamp(self.seconds, i64::from(self.nanos))
    }

    /// This moment, by the system's clock.
    ///
    /// # Errors
    ///
    /// If the clock stands outside of the years 1 to 9999.
    #[cfg(feature = "std")]
    pub fn now() -> Result<Self, Error> {
        Self::try_from(SystemTime::now())
    }
}

/// Fails if the time lies outside of the years 1 to 9999.
#[cfg(feature = "std")]
impl TryFrom<SystemTime> for Timestamp {
    type Error = Error;

    fn try_from(at: SystemTime) -> Result<Self, Error> {
        let (seconds, nanos) = time::since_epoch(&at).ok_or_else(|| Error::custom(RANGE))?;
        let at = Self { seconds, nanos };
        match at.is_valid() {
            true => Ok(at),
            false => Err(Error::custom(RANGE)),
        }
    }
}

/// Fails if the time is not [valid](Timestamp::is_valid), or the platform cannot hold it.
#[cfg(feature = "std")]
impl TryFrom<Timestamp> for SystemTime {
    type Error = Error;

    fn try_from(at: Timestamp) -> Result<Self, Error> {
        if !at.is_valid() {
            return Err(Error::custom(RANGE));
        }
        time::instant((at.seconds, at.nanos))
            .ok_or_else(|| Error::custom("the platform's `SystemTime` cannot hold the time"))
    }
}

/// RFC 3339 in UTC, with 0, 3, 6 or 9 digits after the point, as in ProtoJSON; the parts, if they are not
/// [valid](Timestamp::is_valid).
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let nanos = u32::try_from(self.nanos).ok();
        match nanos.and_then(|nanos| time::timestamp_text(self.seconds, nanos)) {
            Some(text) => f.pad(text.as_str()),
            None => fmt::Debug::fmt(self, f),
        }
    }
}

/// Takes what ProtoJSON takes: RFC 3339 with upper-case `T` and `Z`, or any offset.
impl FromStr for Timestamp {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (seconds, nanos) = time::timestamp(text.as_bytes()).ok_or_else(|| {
            Error::custom(
                "the text is not a time of the years 1 to 9999: help: write it as RFC 3339 does, such as `2000-02-29T00:00:00Z`",
            )
        })?;
        Ok(Self {
            seconds,
            nanos: nanos as i32,
        })
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    const fn of(seconds: i64, nanos: i32) -> Timestamp {
        Timestamp { seconds, nanos }
    }

    const FIRST: Timestamp = of(-62_135_596_800, 0);
    const LAST: Timestamp = of(253_402_300_799, 999_999_999);

    #[test]
    fn text_both_ways() {
        for (at, text) in [
            (FIRST, "0001-01-01T00:00:00Z"),
            (LAST, "9999-12-31T23:59:59.999999999Z"),
            (of(0, 0), "1970-01-01T00:00:00Z"),
            (of(-1, 999_000_000), "1969-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(at.to_string(), text);
            assert_eq!(text.parse::<Timestamp>().unwrap(), at);
        }
        assert_eq!(
            "1970-01-01T01:00:00+01:00".parse::<Timestamp>().unwrap(),
            of(0, 0)
        );
        assert_eq!(of(0, -1).to_string(), "Timestamp { seconds: 0, nanos: -1 }");
        for text in ["", "2000-02-30T00:00:00Z", "0000-12-31T23:59:59Z"] {
            assert_eq!(
                text.parse::<Timestamp>().unwrap_err().to_string(),
                "the text is not a time of the years 1 to 9999: help: write it as RFC 3339 does, such as `2000-02-29T00:00:00Z`"
            );
        }
    }

    #[cfg(feature = "std")]
    #[test]
    fn std_both_ways() {
        use core::time::Duration;
        let epoch = SystemTime::UNIX_EPOCH;
        for (at, time) in [
            (of(0, 0), epoch),
            (of(1, 5), epoch + Duration::new(1, 5)),
            (of(-1, 999_999_999), epoch - Duration::from_nanos(1)),
            (FIRST, epoch - Duration::from_secs(62_135_596_800)),
            (LAST, epoch + Duration::new(253_402_300_799, 999_999_999)),
        ] {
            assert_eq!(Timestamp::try_from(time).unwrap(), at);
            assert_eq!(SystemTime::try_from(at).unwrap(), time);
        }
        for time in [
            epoch - Duration::new(62_135_596_800, 1),
            epoch + Duration::from_secs(253_402_300_800),
        ] {
            assert_eq!(Timestamp::try_from(time).unwrap_err().to_string(), RANGE);
        }
        for at in [of(0, -1), of(0, 1_000_000_000), of(253_402_300_800, 0)] {
            assert_eq!(SystemTime::try_from(at).unwrap_err().to_string(), RANGE);
        }
        assert!(Timestamp::now().unwrap() > of(1_700_000_000, 0));
    }
}
