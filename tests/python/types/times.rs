//! Points and spans of time.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use everwire::Codec;
use everwire_tests::{sample, values};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::Sample;

/// Times with whole microseconds, the least that Python's `datetime` holds; the span keeps its nanoseconds.
#[derive(Codec, Clone, Debug)]
#[codec(name = "test.python.Times")]
pub struct Times {
    #[codec(1)]
    pub at: SystemTime,
    #[codec(2)]
    pub perhaps: Option<SystemTime>,
    #[codec(3)]
    pub took: Duration,
    #[codec(4)]
    pub limit: Option<Duration>,
}

/// A point in time by its seconds, of either sign, and its nanoseconds.
pub fn at(seconds: i64, nanos: u32) -> SystemTime {
    let whole = Duration::from_secs(seconds.unsigned_abs());
    let start = match seconds < 0 {
        true => UNIX_EPOCH - whole,
        false => UNIX_EPOCH + whole,
    };
    start + Duration::from_nanos(nanos.into())
}

/// The first second of the year 1 and the last of 9999.
pub const YEARS: (i64, i64) = (-62_135_596_800, 253_402_300_799);

impl Sample for Times {
    fn edges() -> Vec<Self> {
        // The ends of the years, of the forms of the timestamp, and of a second.
        let points = [
            at(0, 0),
            at(0, 1_000),
            at(0, 999_999_000),
            at(-1, 0),
            at(-1, 999_999_000),
            at(951_782_400, 500_000_000),
            at(4_294_967_295, 0),
            at(4_294_967_295, 1_000),
            at(4_294_967_296, 0),
            at(17_179_869_183, 999_999_000),
            at(17_179_869_184, 0),
            at(YEARS.0, 0),
            at(YEARS.1, 999_999_000),
        ];
        let spans = [
            Duration::ZERO,
            Duration::from_nanos(1),
            Duration::new(1, 999_999_999),
            Duration::from_millis(1_500),
            Duration::from_micros(1),
            Duration::new(315_576_000_000, 0),
        ];
        let spans = spans.iter().cycle();
        let pairs = points.iter().zip(spans);
        pairs
            .map(|(at, took)| Self {
                at: *at,
                perhaps: (*at != UNIX_EPOCH).then_some(*at),
                took: *took,
                limit: (!took.is_zero()).then_some(*took),
            })
            .collect()
    }

    fn drawn(runner: &mut TestRunner) -> Self {
        let point = (YEARS.0..YEARS.1, 0..1_000_000_u32)
            .prop_map(|(seconds, micros)| at(seconds, micros * 1_000));
        Self {
            at: sample(runner, &point),
            perhaps: sample(runner, &proptest::option::of(point)),
            took: sample(runner, &values::duration()),
            limit: sample(runner, &proptest::option::of(values::duration())),
        }
    }
}

tells! {
    Times { at perhaps took limit }
}
