//! The spans and points of time of std.

#[cfg(feature = "std")]
use ::std::time::SystemTime;
use core::time::Duration;

use super::span::parts;
use crate::time::span;
#[cfg(feature = "std")]
use crate::time::{instant, since_epoch};

parts!(
    Duration,
    duration,
    Duration,
    "Duration",
    |span| {
        let nanos = span.subsec_nanos() as i32;
        i64::try_from(span.as_secs())
            .map(|secs| (secs, nanos))
            .map_err(|_| (i64::MAX, nanos))
    },
    span
);

#[cfg(feature = "std")]
parts!(
    SystemTime,
    timestamp,
    Timestamp,
    "SystemTime",
    |time| since_epoch(time).ok_or(match *time < SystemTime::UNIX_EPOCH {
        true => (i64::MIN, 0),
        false => (i64::MAX, 999_999_999),
    }),
    instant
);
