//! The spans and points of time of the crate `jiff`.

use ::jiff::{SignedDuration, Timestamp};

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
