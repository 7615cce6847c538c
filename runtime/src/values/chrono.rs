//! The spans and points of time of the crate `chrono`.

use ::chrono::{DateTime, TimeDelta, Utc};

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
