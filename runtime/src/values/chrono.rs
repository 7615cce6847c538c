//! The spans and points of time of the crate `chrono`.

use ::chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc,
};

use super::civil::{self, Parts, civil};
use super::span::parts;

parts!(
    TimeDelta,
    duration,
    Duration,
    check_span,
    "TimeDelta",
    |span| Some((span.num_seconds(), span.subsec_nanos())),
    |(secs, nanos)| match u32::try_from(nanos) {
        Ok(nanos) => TimeDelta::new(secs, nanos),
        // Its nanoseconds count forwards.
        Err(_) => TimeDelta::new(
            secs.checked_sub(1)?,
            nanos.checked_add(1_000_000_000)?.try_into().ok()?
        ),
    }
);

parts!(
    DateTime<Utc>,
    timestamp,
    Timestamp,
    check_instant,
    "DateTime",
    |time| {
        // Within a leap second there are more than a second's nanoseconds; POSIX counts them as those of the next one.
        let (secs, nanos) = (time.timestamp(), time.timestamp_subsec_nanos());
        Some(match nanos.checked_sub(1_000_000_000) {
            Some(nanos) => (secs + 1, nanos as i32),
            None => (secs, nanos as i32),
        })
    },
    |(secs, nanos)| DateTime::from_timestamp(secs, nanos.try_into().ok()?)
);

fn date(date: NaiveDate) -> civil::Date {
    (date.year(), date.month() as u8, date.day() as u8)
}

/// A time of day without a leap second, and whether it is one of the next day.
fn clock(time: NaiveTime) -> (civil::Clock, bool) {
    let carried = time.nanosecond() / 1_000_000_000;
    let seconds = time.num_seconds_from_midnight() + carried;
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    let nanos = time.nanosecond() % 1_000_000_000;
    let clock = (hour as u8, minute as u8, second as u8, nanos);
    (clock, seconds == 86_400)
}

/// The date and the time of day of parts of a point in time; a leap second is one of the next minute.
fn local(time: NaiveDateTime, offset: i32) -> Parts {
    let time = time.and_utc();
    let nanos = time.timestamp_subsec_nanos();
    let seconds = time.timestamp() + i64::from(offset) + i64::from(nanos / 1_000_000_000);
    let (year, month, day) = crate::time::civil(seconds.div_euclid(86_400));
    let second = seconds.rem_euclid(86_400);
    Parts {
        date: Some((year as i32, month as u8, day as u8)),
        clock: Some((
            (second / 3600) as u8,
            (second / 60 % 60) as u8,
            (second % 60) as u8,
            nanos % 1_000_000_000,
        )),
        offset: None,
    }
}

fn of_date((year, month, day): civil::Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month.into(), day.into())
}

fn of_clock((hour, minute, second, nanos): civil::Clock) -> Option<NaiveTime> {
    NaiveTime::from_hms_nano_opt(hour.into(), minute.into(), second.into(), nanos)
}

fn of_both(parts: Parts) -> Option<NaiveDateTime> {
    Some(NaiveDateTime::new(
        of_date(parts.date?)?,
        of_clock(parts.clock?)?,
    ))
}

civil!(
    NaiveDate,
    "date",
    civil::DATE,
    |one| Ok(Parts::date(date(*one))),
    |parts| of_date(parts.date?)
);

civil!(
    NaiveTime,
    "time of day",
    civil::CLOCK,
    |one| match clock(*one) {
        (clock, false) => Ok(Parts::clock(clock)),
        (_, true) => Err("the leap second at the end of a day is one of the next day"),
    },
    |parts| of_clock(parts.clock?)
);

civil!(
    NaiveDateTime,
    "date and time",
    civil::BOTH,
    |one| Ok(local(*one, 0)),
    of_both
);

civil!(
    DateTime<FixedOffset>,
    "date, time and offset",
    civil::ALL,
    |one| {
        let offset = one.offset().local_minus_utc();
        Ok(Parts {
            offset: Some(offset),
            ..local(one.naive_utc(), offset)
        })
    },
    |parts| {
        let offset = FixedOffset::east_opt(parts.offset?)?;
        of_both(parts)?.and_local_timezone(offset).single()
    }
);
