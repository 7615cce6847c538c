//! The spans and points of time of the crate `time`.

use ::time::{Date, Duration, OffsetDateTime, PrimitiveDateTime, Time, UtcDateTime, UtcOffset};

use super::civil::{self, Parts, civil};
use super::span::{is_part, parts};

parts!(
    Duration,
    duration,
    Duration,
    check_span,
    "Duration",
    |span| Some((span.whole_seconds(), span.subsec_nanoseconds())),
    |(secs, nanos)| is_part(nanos).then(|| Duration::new(secs, nanos))
);

parts!(
    UtcDateTime,
    timestamp,
    Timestamp,
    check_instant,
    "UtcDateTime",
    |time| Some((time.unix_timestamp(), time.nanosecond() as i32)),
    |(secs, nanos)| UtcDateTime::from_unix_timestamp(secs)
        .ok()?
        .replace_nanosecond(nanos.try_into().ok()?)
        .ok()
);

fn date(date: Date) -> civil::Date {
    (date.year(), date.month().into(), date.day())
}

fn clock(time: Time) -> civil::Clock {
    let (hour, minute, second, nanos) = time.as_hms_nano();
    (hour, minute, second, nanos)
}

fn of_date((year, month, day): civil::Date) -> Option<Date> {
    Date::from_calendar_date(year, month.try_into().ok()?, day).ok()
}

fn of_clock((hour, minute, second, nanos): civil::Clock) -> Option<Time> {
    Time::from_hms_nano(hour, minute, second, nanos).ok()
}

fn of_both(parts: Parts) -> Option<PrimitiveDateTime> {
    Some(PrimitiveDateTime::new(
        of_date(parts.date?)?,
        of_clock(parts.clock?)?,
    ))
}

civil!(
    Date,
    "date",
    civil::DATE,
    |one| Ok(Parts::date(date(*one))),
    |parts| of_date(parts.date?)
);

civil!(
    Time,
    "time of day",
    civil::CLOCK,
    |one| Ok(Parts::clock(clock(*one))),
    |parts| of_clock(parts.clock?)
);

civil!(
    PrimitiveDateTime,
    "date and time",
    civil::BOTH,
    |one| Ok(Parts {
        clock: Some(clock(one.time())),
        ..Parts::date(date(one.date()))
    }),
    of_both
);

civil!(
    OffsetDateTime,
    "date, time and offset",
    civil::ALL,
    |one| Ok(Parts {
        date: Some(date(one.date())),
        clock: Some(clock(one.time())),
        offset: Some(one.offset().whole_seconds()),
    }),
    |parts| {
        let offset = UtcOffset::from_whole_seconds(parts.offset?).ok()?;
        Some(of_both(parts)?.assume_offset(offset))
    }
);
