//! The spans and points of time of the crate `chrono`.

use ::chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc,
};

use super::civil::{self, Both, Offset};
use super::span::parts;
use super::text::text;

parts!(
    TimeDelta,
    duration,
    Duration,
    "TimeDelta",
    |span| Ok((span.num_seconds(), span.subsec_nanos())),
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
    "DateTime",
    |time| {
        // Within a leap second there are more than a second's nanoseconds; POSIX counts them as those of the next one.
        let (secs, nanos) = (time.timestamp(), time.timestamp_subsec_nanos());
        Ok(match nanos.checked_sub(1_000_000_000) {
            Some(nanos) => (secs + 1, nanos as i32),
            None => (secs, nanos as i32),
        })
    },
    |(secs, nanos)| DateTime::from_timestamp(secs, nanos.try_into().ok()?)
);

text! {
    NaiveDate, "date", None, |one| Ok(date(*one)), |text| of_date(civil::date(text)?);
    NaiveTime, "time of day", None, |one| clock(*one), |text| of_clock(civil::clock(text)?);
    NaiveDateTime, "date and time", None, |one| Ok(local(*one, 0)), |text| of_both(civil::both(text)?);
    DateTime<FixedOffset>, "date, time and offset", None, |one| {
        let offset = one.offset().local_minus_utc();
        Ok(Offset(local(one.naive_utc(), offset), offset))
    }, |text| {
        let Offset(both, offset) = civil::offset(text)?;
        of_both(both)?.and_local_timezone(FixedOffset::east_opt(offset)?).single()
    };
}

fn date(date: NaiveDate) -> civil::Date {
    civil::Date(date.year(), date.month() as u8, date.day() as u8)
}

/// A time of day; a leap second is one of the next minute.
fn clock(time: NaiveTime) -> Result<civil::Clock, &'static str> {
    match local(NaiveDate::default().and_time(time), 0) {
        Both(day, clock) if day == date(NaiveDate::default()) => Ok(clock),
        _ => Err("the leap second at the end of a day is one of the next day"),
    }
}

/// A point in time where the clocks are ahead of UTC by so many seconds; a leap second is one of the next minute.
fn local(time: NaiveDateTime, ahead: i32) -> Both {
    let time = time.and_utc();
    let nanos = time.timestamp_subsec_nanos();
    let seconds = time.timestamp() + i64::from(ahead) + i64::from(nanos / 1_000_000_000);
    let (year, month, day) = crate::time::civil(seconds.div_euclid(86_400));
    let second = seconds.rem_euclid(86_400);
    let part = |part: i64| part as u8;
    Both(
        civil::Date(year as i32, month as u8, day as u8),
        civil::Clock(
            part(second / 3600),
            part(second / 60 % 60),
            part(second % 60),
            nanos % 1_000_000_000,
        ),
    )
}

fn of_date(civil::Date(year, month, day): civil::Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month.into(), day.into())
}

fn of_clock(civil::Clock(hour, minute, second, nanos): civil::Clock) -> Option<NaiveTime> {
    NaiveTime::from_hms_nano_opt(hour.into(), minute.into(), second.into(), nanos)
}

fn of_both(Both(date, clock): Both) -> Option<NaiveDateTime> {
    Some(NaiveDateTime::new(of_date(date)?, of_clock(clock)?))
}
