//! The spans and points of time of the crate `time`.

use ::time::{Duration, UtcDateTime};

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
