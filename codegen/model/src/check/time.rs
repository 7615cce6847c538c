//! Durations and points in time as attributes and options write them: in ProtoJSON's form
//! (`"1.5s"`, RFC 3339), within the bounds of google.protobuf.Duration and Timestamp.

use crate::model::Literal;

/// The largest duration in seconds, ten thousand years (duration.proto).
const MAX_SECONDS: i64 = 315_576_000_000;

/// The duration that `-1.5s` or `2s` spells.
pub(crate) fn duration(text: &str) -> Option<Literal> {
    let text = text.strip_suffix('s')?;
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let seconds: i64 = digits(whole)?.parse().ok()?;
    let nanos = nanos(fraction)?;
    if seconds > MAX_SECONDS || (seconds == MAX_SECONDS && nanos > 0) {
        return None;
    }
    let sign = if negative { -1 } else { 1 };
    Some(Literal::Duration {
        seconds: seconds * sign,
        nanos: nanos * sign as i32,
    })
}

/// The point in time that `2024-02-29T12:00:00.5Z` or `…+02:00` spells.
pub(crate) fn timestamp(text: &str) -> Option<Literal> {
    let (date, time) = text.split_once(['T', 't'])?;
    let [year, month, day] = parts(date, '-')?;
    let zone_at = time.find(['Z', 'z', '+', '-'])?;
    let (clock, zone) = time.split_at(zone_at);
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let [hour, minute, second] = parts(clock, ':')?;
    let well_formed = year >= 1
        && date.len() == 10
        && clock.len() == 8
        && (1..=days_in_month(year, month)?).contains(&day)
        && hour < 24
        && minute < 60
        && second < 60;
    if !well_formed {
        return None;
    }
    let days = days_since_1970(year, month, day);
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset(zone)?;
    let within = (-62_135_596_800..=253_402_300_799).contains(&seconds);
    within.then_some(Literal::Timestamp {
        seconds,
        nanos: nanos(fraction)?,
    })
}

fn offset(zone: &str) -> Option<i64> {
    if zone.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    let (hours, minutes) = zone.get(1..)?.split_once(':')?;
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    (hours < 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

fn two_digits(text: &str) -> Option<i64> {
    (text.len() == 2).then(|| digits(text)?.parse().ok())?
}

fn parts(text: &str, separator: char) -> Option<[i64; 3]> {
    let mut parts = text.split(separator);
    let mut next = || digits(parts.next()?)?.parse::<i64>().ok();
    let three = [next()?, next()?, next()?];
    parts.next().is_none().then_some(three)
}

fn digits(text: &str) -> Option<&str> {
    (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

fn nanos(fraction: &str) -> Option<i32> {
    let fraction = digits(fraction).filter(|text| text.len() <= 9)?;
    format!("{fraction:0<9}").parse().ok()
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in_month(year: i64, month: i64) -> Option<i64> {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if is_leap(year) { 29 } else { 28 }),
        _ => None,
    }
}

fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let before = year - 1;
    let years = before * 365 + before / 4 - before / 100 + before / 400;
    let months: i64 = (1..month)
        .filter_map(|month| days_in_month(year, month))
        .sum();
    years + months + day - 1 - 719_162
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_have_the_sign_in_both_parts() {
        let of = |seconds, nanos| Some(Literal::Duration { seconds, nanos });
        assert_eq!(duration("2s"), of(2, 0));
        assert_eq!(duration("-0.25s"), of(0, -250_000_000));
        assert_eq!(duration("315576000000s"), of(315_576_000_000, 0));
        for bad in [
            "2",
            "s",
            "1.s",
            ".5s",
            "1.0000000001s",
            "+1s",
            "315576000001s",
            "1 s",
        ] {
            assert_eq!(duration(bad), None, "{bad}");
        }
    }

    #[test]
    fn timestamps_count_from_1970() {
        let of = |seconds, nanos| Some(Literal::Timestamp { seconds, nanos });
        assert_eq!(timestamp("1970-01-01T00:00:00Z"), of(0, 0));
        assert_eq!(
            timestamp("2000-02-29T23:59:59.5Z"),
            of(951_868_799, 500_000_000)
        );
        assert_eq!(timestamp("1970-01-01T02:00:00+02:00"), of(0, 0));
        assert_eq!(timestamp("1969-12-31T23:59:59.75Z"), of(-1, 750_000_000));
        assert_eq!(timestamp("0001-01-01T00:00:00Z"), of(-62_135_596_800, 0));
        assert_eq!(timestamp("9999-12-31T23:59:59Z"), of(253_402_300_799, 0));
        for bad in [
            "1970-01-01",
            "1970-13-01T00:00:00Z",
            "1999-02-29T00:00:00Z",
            "1970-1-01T00:00:00Z",
            "1970-01-01T24:00:00Z",
            "1970-01-01T00:00:00",
            "0001-01-01T00:00:00+01:00",
        ] {
            assert_eq!(timestamp(bad), None, "{bad}");
        }
    }
}
