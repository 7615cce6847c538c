//! The spans and points of time of the crate `jiff`.

use ::jiff::civil::{Date, DateTime, Time};
use ::jiff::{SignedDuration, Timestamp};

use super::civil::{self, Both};
use super::span::{is_part, parts};
use super::text::text;

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

text! {
    Date, "date", None, |one| Ok(date(*one)), |text| of_date(civil::date(text)?);
    Time, "time of day", None, |one| Ok(clock(*one)), |text| of_clock(civil::clock(text)?);
    DateTime, "date and time", None, |one| Ok(Both(date(one.date()), clock(one.time()))), |text| {
        let Both(date, clock) = civil::both(text)?;
        Some(DateTime::from_parts(of_date(date)?, of_clock(clock)?))
    };
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
