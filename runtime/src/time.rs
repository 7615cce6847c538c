//! Durations and timestamps: their ranges, their text, and std's types in parts.
//!
//! The text is ProtoJSON's (protobuf.dev, ProtoJSON format): `"1.500s"` and RFC 3339, fractions with 0, 3, 6 or 9 digits. A
//! timestamp lies between 0001-01-01T00:00:00Z and 9999-12-31T23:59:59.999999999Z, a duration within 10,000 years.

use core::time::Duration;
#[cfg(feature = "std")]
use std::time::SystemTime;

const DAY: i64 = 86_400;

/// 0001-01-01T00:00:00Z.
const FIRST: i64 = -62_135_596_800;

/// 9999-12-31T23:59:59Z.
const LAST: i64 = 253_402_300_799;

/// How many seconds a `google.protobuf.Duration` may hold, either way: 10,000 years.
const LONGEST: i64 = 315_576_000_000;

/// Whether these are the parts of a `google.protobuf.Duration`: within 10,000 years, and of one sign.
pub(crate) fn is_duration(secs: i64, nanos: i64) -> bool {
    (-LONGEST..=LONGEST).contains(&secs)
        && (-999_999_999..=999_999_999).contains(&nanos)
        && (secs == 0 || nanos == 0 || (secs < 0) == (nanos < 0))
}

/// Whether these are the parts of a `google.protobuf.Timestamp`: within the years 1 to 9999.
pub(crate) fn is_timestamp(secs: i64, nanos: i64) -> bool {
    (FIRST..=LAST).contains(&secs) && (0..=999_999_999).contains(&nanos)
}

/// Seconds and nanoseconds: the fields 1 and 2 of google.protobuf.Duration and Timestamp.
pub(crate) type Parts = (i64, i32);

/// The span of these parts; none if it is negative.
pub(crate) fn span((secs, nanos): Parts) -> Option<Duration> {
    let (secs, nanos) = (u64::try_from(secs).ok()?, u32::try_from(nanos).ok()?);
    (nanos < 1_000_000_000).then(|| Duration::new(secs, nanos))
}

/// Seconds since 1970, and nanoseconds after that; nothing if the seconds exceed 64 bits.
#[cfg(feature = "std")]
pub(crate) fn since_epoch(time: &SystemTime) -> Option<Parts> {
    match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(after) => Some((
            i64::try_from(after.as_secs()).ok()?,
            after.subsec_nanos() as i32,
        )),
        Err(before) => {
            let before = before.duration();
            let secs = i64::try_from(before.as_secs()).ok()?;
            Some(match before.subsec_nanos() {
                0 => (-secs, 0),
                nanos => (-secs - 1, 1_000_000_000 - nanos as i32),
            })
        }
    }
}

/// The point in time of these parts, if the platform can hold it.
#[cfg(feature = "std")]
pub(crate) fn instant((secs, nanos): Parts) -> Option<SystemTime> {
    let nanos = u32::try_from(nanos)
        .ok()
        .filter(|nanos| *nanos < 1_000_000_000)?;
    let whole = Duration::from_secs(secs.unsigned_abs());
    let time = if secs < 0 {
        SystemTime::UNIX_EPOCH.checked_sub(whole)
    } else {
        SystemTime::UNIX_EPOCH.checked_add(whole)
    };
    time?.checked_add(Duration::from_nanos(u64::from(nanos)))
}

/// Text of at most 40 bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text {
    bytes: [u8; 40],
    len: usize,
}

impl Text {
    const EMPTY: Self = Self {
        bytes: [0; 40],
        len: 0,
    };

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }

    pub(crate) fn as_str(&self) -> &str {
        core::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }

    fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.len) {
            *place = byte;
            self.len += 1;
        }
    }

    fn digits(&mut self, value: u32, width: u32) {
        for place in (0..width).rev() {
            self.push(b'0' + (value / 10_u32.pow(place) % 10) as u8);
        }
    }

    fn fraction(&mut self, nanos: u32) {
        if nanos == 0 {
            return;
        }
        self.push(b'.');
        if nanos.is_multiple_of(1_000_000) {
            self.digits(nanos / 1_000_000, 3);
        } else if nanos.is_multiple_of(1_000) {
            self.digits(nanos / 1_000, 6);
        } else {
            self.digits(nanos, 9);
        }
    }
}

/// A span of time; `secs` and `nanos` have one sign.
pub(crate) fn duration_text(secs: i64, nanos: i32) -> Text {
    let mut text = Text::EMPTY;
    if secs < 0 || nanos < 0 {
        text.push(b'-');
    }
    for &byte in itoa::Buffer::new().format(secs.unsigned_abs()).as_bytes() {
        text.push(byte);
    }
    text.fraction(nanos.unsigned_abs());
    text.push(b's');
    text
}

/// A point in time; `None` outside of the years 1 to 9999.
pub(crate) fn timestamp_text(secs: i64, nanos: u32) -> Option<Text> {
    if !is_timestamp(secs, i64::from(nanos)) {
        return None;
    }
    let (year, month, day) = civil(secs.div_euclid(DAY));
    let second = secs.rem_euclid(DAY) as u32;
    let mut text = Text::EMPTY;
    text.digits(year as u32, 4);
    for (mark, value) in [
        (b'-', month),
        (b'-', day),
        (b'T', second / 3600),
        (b':', second / 60 % 60),
        (b':', second % 60),
    ] {
        text.push(mark);
        text.digits(value, 2);
    }
    text.fraction(nanos);
    text.push(b'Z');
    Some(text)
}

/// The span of time that `text` stands for: seconds with up to nine digits after the point, and `s`.
pub(crate) fn duration(text: &[u8]) -> Option<(i64, i32)> {
    let text = text.strip_suffix(b"s")?;
    let (negative, text) = match text.strip_prefix(b"-") {
        Some(text) => (true, text),
        None => (false, text),
    };
    let (secs, nanos) = match text.iter().position(|&byte| byte == b'.') {
        Some(at) => (text.get(..at)?, fraction(text.get(at + 1..)?)?),
        None => (text, 0),
    };
    let secs = i64::try_from(whole(secs)?).ok()?;
    Some(if negative {
        (-secs, -nanos)
    } else {
        (secs, nanos)
    })
}

/// The point in time that `text` stands for: RFC 3339, with upper-case `T` and `Z` or any offset.
pub(crate) fn timestamp(text: &[u8]) -> Option<(i64, u32)> {
    let (date, rest) = text.split_first_chunk::<19>()?;
    let part = |range: core::ops::Range<usize>| {
        whole(date.get(range)?).and_then(|part| i64::try_from(part).ok())
    };
    let marks = [4, 7, 10, 13, 16].map(|at| date.get(at).copied().unwrap_or_default());
    if &marks != b"--T::" {
        return None;
    }
    let (year, month, day) = (part(0..4)?, part(5..7)?, part(8..10)?);
    let (hour, minute, second) = (part(11..13)?, part(14..16)?, part(17..19)?);
    if year < 1 || !(1..=12).contains(&month) || day < 1 || hour > 23 || minute > 59 || second > 59
    {
        return None;
    }
    let days = days(year, month, day);
    if civil(days) != (year, month as u32, day as u32) {
        return None;
    }
    let (nanos, zone) = match rest.strip_prefix(b".") {
        Some(rest) => {
            let len = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let (digits, zone) = rest.split_at_checked(len)?;
            (fraction(digits)?, zone)
        }
        None => (0, rest),
    };
    let secs = days * DAY + hour * 3600 + minute * 60 + second - offset(zone)?;
    (FIRST..=LAST)
        .contains(&secs)
        .then_some((secs, nanos.unsigned_abs()))
}

/// How far a zone is ahead of UTC, in seconds.
fn offset(zone: &[u8]) -> Option<i64> {
    let (sign, hours, minutes) = match zone {
        b"Z" => return Some(0),
        [sign @ (b'+' | b'-'), a, b, b':', c, d] => (*sign, whole(&[*a, *b])?, whole(&[*c, *d])?),
        _ => return None,
    };
    if hours > 23 || minutes > 59 {
        return None;
    }
    let ahead = i64::try_from(hours * 3600 + minutes * 60).ok()?;
    Some(if sign == b'-' { -ahead } else { ahead })
}

/// Digits only, at least one.
fn whole(digits: &[u8]) -> Option<u64> {
    if digits.is_empty() {
        return None;
    }
    digits.iter().try_fold(0_u64, |value, byte| {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            None
        } else {
            value.checked_mul(10)?.checked_add(u64::from(digit))
        }
    })
}

/// The nanoseconds of one to nine digits after a point.
fn fraction(digits: &[u8]) -> Option<i32> {
    let missing = 9_u32.checked_sub(u32::try_from(digits.len()).ok()?)?;
    i32::try_from(whole(digits)? * 10_u64.pow(missing)).ok()
}

/// Days since 1970-01-01 of a date in the proleptic Gregorian calendar, for years from 1. The year begins in March, so
/// that the leap day is its last.
const fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9) % 12;
    let before = (153 * month + 2) / 5;
    year * 365 + year / 4 - year / 100 + year / 400 + before + day - 1 - 719_468
}

/// The date of a day, in the proleptic Gregorian calendar; the year before 1 is 0.
pub(crate) const fn civil(days: i64) -> (i64, u32, u32) {
    let days = days + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let january = month >= 10;
    let month = if january { month - 9 } else { month + 3 };
    (
        era * 400 + year_of_era + january as i64,
        month as u32,
        day as u32,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: Option<Text>) -> alloc::string::String {
        text.map(|text| text.as_str().into()).unwrap_or_default()
    }

    #[test]
    fn timestamps_both_ways() {
        for (secs, nanos, text) in [
            (0, 0, "1970-01-01T00:00:00Z"),
            (FIRST, 0, "0001-01-01T00:00:00Z"),
            (LAST, 999_999_999, "9999-12-31T23:59:59.999999999Z"),
            (951_782_400, 500_000_000, "2000-02-29T00:00:00.500Z"),
            (-1, 1_000, "1969-12-31T23:59:59.000001Z"),
            (1_700_000_000, 10, "2023-11-14T22:13:20.000000010Z"),
            (-2_203_977_600, 0, "1900-02-28T00:00:00Z"),
        ] {
            assert_eq!(shown(timestamp_text(secs, nanos)), text);
            assert_eq!(timestamp(text.as_bytes()), Some((secs, nanos)));
        }
        assert!(timestamp_text(FIRST - 1, 0).is_none());
        assert!(timestamp_text(LAST + 1, 0).is_none());
        assert!(timestamp_text(0, 1_000_000_000).is_none());
    }

    #[test]
    fn every_day_of_ten_thousand_years() {
        let (mut year, mut month, mut day) = (1, 1, 1);
        for at in FIRST / DAY..=LAST / DAY {
            assert_eq!(civil(at), (year, month, day));
            assert_eq!(days(year, i64::from(month), i64::from(day)), at);
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let last = [
                31,
                28 + u32::from(leap),
                31,
                30,
                31,
                30,
                31,
                31,
                30,
                31,
                30,
                31,
            ][month as usize - 1];
            (year, month, day) = match (month, day) {
                (12, 31) => (year + 1, 1, 1),
                (month, day) if day == last => (year, month + 1, 1),
                (month, day) => (year, month, day + 1),
            };
        }
        assert_eq!((year, month, day), (10_000, 1, 1));
    }

    #[test]
    fn offsets_count() {
        assert_eq!(timestamp(b"1970-01-01T01:30:00+01:30"), Some((0, 0)));
        assert_eq!(
            timestamp(b"1969-12-31T16:00:00.25-08:00"),
            Some((0, 250_000_000))
        );
        assert_eq!(timestamp(b"0001-01-01T00:00:00+00:01"), None);
        assert_eq!(timestamp(b"9999-12-31T23:59:59-00:01"), None);
    }

    #[test]
    fn other_timestamps_are_refused() {
        for text in [
            "",
            "1970-01-01",
            "1970-01-01T00:00:00",
            "1970-01-01t00:00:00Z",
            "1970-01-01T00:00:00z",
            "1970-13-01T00:00:00Z",
            "1970-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "1970-01-01T24:00:00Z",
            "1970-01-01T00:60:00Z",
            "1970-01-01T00:00:60Z",
            "1970-01-01T00:00:00.Z",
            "1970-01-01T00:00:00.1234567890Z",
            "1970-01-01T00:00:00+24:00",
            "1970-01-01T00:00:00+0100",
            "0000-01-01T00:00:00Z",
            "1970-1-01T00:00:000Z",
            "1970-01-00T00:00:00Z",
            "1970-01-01 00:00:00Z",
            "+970-01-01T00:00:00Z",
            "1970-01-01T00:00:00Z ",
            "10000-01-01T00:00:00Z",
        ] {
            assert_eq!(timestamp(text.as_bytes()), None, "{text}");
        }
    }

    #[cfg(feature = "std")]
    #[test]
    fn times_before_1970_count_forwards() {
        let epoch = SystemTime::UNIX_EPOCH;
        for (time, parts) in [
            (epoch, (0, 0)),
            (epoch + Duration::from_millis(1500), (1, 500_000_000)),
            (epoch - Duration::from_millis(1500), (-2, 500_000_000)),
            (epoch - Duration::from_secs(2), (-2, 0)),
        ] {
            assert_eq!(since_epoch(&time), Some(parts));
            assert_eq!(instant(parts), Some(time));
        }
    }

    #[test]
    fn durations_both_ways() {
        for (secs, nanos, text) in [
            (0, 0, "0s"),
            (1, 500_000_000, "1.500s"),
            (-1, -500_000_000, "-1.500s"),
            (0, -1, "-0.000000001s"),
            (3, 1_000, "3.000001s"),
            (315_576_000_000, 999_999_999, "315576000000.999999999s"),
            (i64::MAX, 0, "9223372036854775807s"),
        ] {
            assert_eq!(shown(Some(duration_text(secs, nanos))), text);
            assert_eq!(duration(text.as_bytes()), Some((secs, nanos)));
        }
        assert_eq!(duration(b"1.5s"), Some((1, 500_000_000)));
        assert_eq!(
            shown(Some(duration_text(i64::MIN, 0))),
            "-9223372036854775808s"
        );
        for text in [
            "",
            "s",
            "1",
            "1.s",
            ".5s",
            "1.1234567890s",
            "--1s",
            "+1s",
            "1 s",
            "1e3s",
            "1.-5s",
            "9223372036854775808s",
        ] {
            assert_eq!(duration(text.as_bytes()), None, "{text}");
        }
    }
}
