//! The spans and points of time of the crate `jiff`, its dates, and its points of time with a zone.

use ::jiff::civil::{Date, DateTime, Time};
use ::jiff::fmt::temporal::DateTimeParser;
use ::jiff::tz::OffsetConflict;
use ::jiff::{SignedDuration, Timestamp, Zoned};

use super::civil::{self, Both};
use super::span::{is_part, parts};
use super::text::text;

parts!(
    SignedDuration,
    duration,
    Duration,
    "SignedDuration",
    |span| Ok((span.as_secs(), span.subsec_nanos())),
    |(secs, nanos)| is_part(nanos).then(|| SignedDuration::new(secs, nanos))
);

parts!(
    Timestamp,
    timestamp,
    Timestamp,
    "Timestamp",
    |time| {
        // The parts of a time before 1970 have one sign.
        let (secs, nanos) = (time.as_second(), time.subsec_nanosecond());
        Ok(match nanos < 0 {
            true => (secs - 1, nanos + 1_000_000_000),
            false => (secs, nanos),
        })
    },
    |(secs, nanos)| Timestamp::new(secs, nanos).ok()
);

text! {
    Date, "date", None, |one| Ok(date(*one)), |text| of_date(civil::date(text)?);
    Time, "time of day", None, |one| Ok(clock(*one)), |text| of_clock(civil::clock(text)?);
    DateTime, "date and time", None, |one| Ok(Both(date(one.date()), clock(one.time()))), |text| {
        let Both(date, clock) = civil::both(text)?;
        Some(DateTime::from_parts(of_date(date)?, of_clock(clock)?))
    };
    Zoned, "date, time, offset and time zone", None, named, zoned;
}

/// A point in time whose zone has a name, or an offset of whole minutes (RFC 9557, section 4.1): what else there is would be another one when it is read.
fn named(one: &Zoned) -> Result<&Zoned, &'static str> {
    let zone = one.time_zone();
    let is_named = zone.iana_name().is_some() || zone.is_unknown();
    let offset = zone.to_fixed_offset().map(|offset| offset.seconds() % 60);
    match is_named || offset.is_ok_and(|seconds| seconds == 0) {
        true => Ok(one),
        false => Err("a time zone without a name has no text"),
    }
}

/// The point in time that a text is. Where the zone has another offset than the text says, since its rules have changed, the offset decides, unless the text
/// forbids it (RFC 9557, section 3.4).
fn zoned(text: &str) -> Option<Zoned> {
    static LENIENT: DateTimeParser =
        DateTimeParser::new().offset_conflict(OffsetConflict::AlwaysOffset);
    let is_lenient = !text.contains("[!");
    let lenient = || LENIENT.parse_zoned(text).ok().filter(|_| is_lenient);
    text.parse().ok().or_else(lenient)
}

fn date(date: Date) -> civil::Date {
    civil::Date(date.year().into(), date.month() as u8, date.day() as u8)
}

fn clock(time: Time) -> civil::Clock {
    let part = |part: i8| part as u8;
    let nanos = time.subsec_nanosecond() as u32;
    civil::Clock(
        part(time.hour()),
        part(time.minute()),
        part(time.second()),
        nanos,
    )
}

fn of_date(civil::Date(year, month, day): civil::Date) -> Option<Date> {
    let part = |part: u8| i8::try_from(part).ok();
    Date::new(year.try_into().ok()?, part(month)?, part(day)?).ok()
}

fn of_clock(civil::Clock(hour, minute, second, nanos): civil::Clock) -> Option<Time> {
    let part = |part: u8| i8::try_from(part).ok();
    Time::new(
        part(hour)?,
        part(minute)?,
        part(second)?,
        nanos.try_into().ok()?,
    )
    .ok()
}
