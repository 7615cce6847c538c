//! The spans and points of time of the crate `jiff`.

use ::jiff::civil::{Date, DateTime, Time};
use ::jiff::{SignedDuration, Timestamp};

use super::civil::{self, Parts, civil};
use super::span::{is_part, parts};

parts!(
    SignedDuration,
    duration,
    Duration,
    check_span,
    "SignedDuration",
    |span| Some((span.as_secs(), span.subsec_nanos())),
    |(secs, nanos)| is_part(nanos).then(|| SignedDuration::new(secs, nanos))
);

parts!(
    Timestamp,
    timestamp,
    Timestamp,
    check_instant,
    "Timestamp",
    |time| {
        // The parts of a time before 1970 have one sign.
        let (secs, nanos) = (time.as_second(), time.subsec_nanosecond());
        Some(match nanos < 0 {
            true => (secs - 1, nanos + 1_000_000_000),
            false => (secs, nanos),
        })
    },
    |(secs, nanos)| Timestamp::new(secs, nanos).ok()
);

fn date(date: Date) -> civil::Date {
    (date.year().into(), date.month() as u8, date.day() as u8)
}

fn clock(time: Time) -> civil::Clock {
    let part = |part: i8| part as u8;
    (
        part(time.hour()),
        part(time.minute()),
        part(time.second()),
        time.subsec_nanosecond() as u32,
    )
}

fn of_date((year, month, day): civil::Date) -> Option<Date> {
    let part = |part: u8| i8::try_from(part).ok();
    Date::new(year.try_into().ok()?, part(month)?, part(day)?).ok()
}

fn of_clock((hour, minute, second, nanos): civil::Clock) -> Option<Time> {
    let part = |part: u8| i8::try_from(part).ok();
    let nanos = nanos.try_into().ok()?;
    Time::new(part(hour)?, part(minute)?, part(second)?, nanos).ok()
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
    DateTime,
    "date and time",
    civil::BOTH,
    |one| Ok(Parts {
        clock: Some(clock(one.time())),
        ..Parts::date(date(one.date()))
    }),
    |parts| Some(DateTime::from_parts(
        of_date(parts.date?)?,
        of_clock(parts.clock?)?
    ))
);
