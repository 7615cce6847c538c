//! Spans and points in time. Both are messages in protobuf, so they are never absent by being zero.

use core::time::Duration;

use super::super::operand::Moment;
use super::super::{Checker, Rules, Subject, Validate, time};

impl Validate for Duration {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        time::check_duration(span(*self), rules.plan(), c);
    }
    #[inline]
    fn subject(&self) -> Option<Subject<'_>> {
        let Moment(secs, nanos) = span(*self);
        Some(Subject::Duration { secs, nanos })
    }
}

#[cfg_attr(not(debug_assertions), inline(always))]
fn span(value: Duration) -> Moment {
    Moment(
        i64::try_from(value.as_secs()).unwrap_or(i64::MAX),
        value.subsec_nanos() as i32,
    )
}

#[cfg(feature = "std")]
impl Validate for std::time::SystemTime {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        time::check_timestamp(moment(*self), rules.plan(), c);
    }
    #[inline]
    fn subject(&self) -> Option<Subject<'_>> {
        let Moment(secs, nanos) = moment(*self);
        Some(Subject::Timestamp { secs, nanos })
    }
}

/// Since 1970 in UTC; before it the seconds are rounded down, so that nanoseconds count forwards.
#[cfg(feature = "std")]
pub(in super::super) fn moment(value: std::time::SystemTime) -> Moment {
    match value.duration_since(std::time::SystemTime::UNIX_EPOCH) {
        Ok(after) => span(after),
        Err(before) => {
            let Moment(secs, nanos) = span(before.duration());
            if nanos == 0 {
                Moment(-secs, 0)
            } else {
                Moment(-secs - 1, 1_000_000_000 - nanos)
            }
        }
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use super::super::super::table::expect;
    use super::super::super::{Literal, Rule};
    use super::*;
    use std::time::SystemTime;

    #[test]
    fn times_before_1970_count_forwards() {
        let epoch = SystemTime::UNIX_EPOCH;
        for (time, expected) in [
            (epoch, Moment(0, 0)),
            (epoch + Duration::from_millis(1500), Moment(1, 500_000_000)),
            (epoch - Duration::from_millis(1500), Moment(-2, 500_000_000)),
            (epoch - Duration::from_secs(2), Moment(-2, 0)),
        ] {
            assert_eq!(moment(time), expected);
        }
    }

    #[test]
    fn times_obey_bounds_and_lists() {
        let (zero, one) = (
            Literal::Duration { secs: 0, nanos: 0 },
            Literal::Duration { secs: 1, nanos: 0 },
        );
        expect(
            &[Rule::Gt(zero), Rule::Lte(one)],
            &Duration::from_secs(1),
            "",
        );
        expect(
            &[Rule::Gt(zero), Rule::Lte(one)],
            &Duration::from_nanos(1_000_000_001),
            "duration.gt_lte",
        );
        expect(
            &[Rule::In(&[Literal::Duration { secs: 1, nanos: 0 }])],
            &Duration::ZERO,
            "duration.in",
        );
        expect(&[Rule::Gte(one)], &Duration::MAX, "");
        let epoch = Literal::Timestamp { secs: 0, nanos: 0 };
        expect(&[Rule::Lt(epoch)], &SystemTime::UNIX_EPOCH, "timestamp.lt");
        expect(
            &[Rule::Lt(epoch)],
            &(SystemTime::UNIX_EPOCH - Duration::from_nanos(1)),
            "",
        );
        expect(
            &[Rule::NotIn(&[Literal::Timestamp { secs: 0, nanos: 0 }])],
            &SystemTime::UNIX_EPOCH,
            "timestamp.not_in",
        );
        expect(&[Rule::LtNow], &SystemTime::UNIX_EPOCH, "");
        expect(&[Rule::GtNow], &SystemTime::UNIX_EPOCH, "timestamp.gt_now");
        expect(
            &[Rule::Within(Literal::Duration { secs: 60, nanos: 0 })],
            &SystemTime::now(),
            "",
        );
    }
}
