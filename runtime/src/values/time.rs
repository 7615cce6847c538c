//! The spans and points of time of the crate `time`.

use ::time::{Date, Duration, OffsetDateTime, PrimitiveDateTime, Time, UtcDateTime, UtcOffset};

use super::civil::{self, Both, Offset};
use super::span::{is_part, parts};
use super::text::text;

parts!(
    Duration,
    duration,
    Duration,
    "Duration",
    |span| Ok((span.whole_seconds(), span.subsec_nanoseconds())),
    |(secs, nanos)| is_part(nanos).then(|| Duration::new(secs, nanos))
);

parts!(
    UtcDateTime,
    timestamp,
    Timestamp,
    "UtcDateTime",
    |time| Ok((time.unix_timestamp(), time.nanosecond() as i32)),
    |(secs, nanos)| UtcDateTime::from_unix_timestamp(secs)
        .ok()?
        .replace_nanosecond(nanos.try_into().ok()?)
        .ok()
);

text! {
    Date, "date", None, |one| Ok(date(*one)), |text| of_date(civil::date(text)?);
    Time, "time of day", None, |one| Ok(clock(*one)), |text| of_clock(civil::clock(text)?);
    PrimitiveDateTime, "date and time", None,
        |one| Ok(Both(date(one.date()), clock(one.time()))), |text| of_both(civil::both(text)?);
    OffsetDateTime, "date, time and offset", None, |one| {
        let both = Both(date(one.date()), clock(one.time()));
        Ok(Offset(both, one.offset().whole_seconds()))
    }, |text| {
        let Offset(both, offset) = civil::offset(text)?;
        Some(of_both(both)?.assume_offset(UtcOffset::from_whole_seconds(offset).ok()?))
    };
}

fn date(date: Date) -> civil::Date {
    civil::Date(date.year(), date.month().into(), date.day())
}

fn clock(time: Time) -> civil::Clock {
    let (hour, minute, second, nanos) = time.as_hms_nano();
    civil::Clock(hour, minute, second, nanos)
}

fn of_date(civil::Date(year, month, day): civil::Date) -> Option<Date> {
    Date::from_calendar_date(year, month.try_into().ok()?, day).ok()
}

fn of_clock(civil::Clock(hour, minute, second, nanos): civil::Clock) -> Option<Time> {
    Time::from_hms_nano(hour, minute, second, nanos).ok()
}

fn of_both(Both(date, clock): Both) -> Option<PrimitiveDateTime> {
    Some(PrimitiveDateTime::new(of_date(date)?, of_clock(clock)?))
}
