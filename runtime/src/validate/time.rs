//! What durations and timestamps are checked for, the clock among it.

use super::operand::Moment;
use super::rule::{r#const, gt_now, r#in, lt_now, not_in, within};
use super::{Checker, Kind, Plan, range};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check_duration<C: Checker>(value: Moment, plan: &Plan, c: &mut C) {
    check(value, Kind::Duration, plan, c);
}

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check_timestamp<C: Checker>(value: Moment, plan: &Plan, c: &mut C) {
    check(value, Kind::Timestamp, plan, c);
    if (plan.lt_now || plan.gt_now || plan.within.is_some())
        && let Some(now) = c.context().now()
    {
        let now = Moment(now.seconds, now.nanos);
        lt_now::check(value, now, plan, c);
        gt_now::check(value, now, plan, c);
        within::check(value, now, plan, c);
    }
}

#[cfg_attr(not(debug_assertions), inline(always))]
fn check<C: Checker>(value: Moment, kind: Kind, plan: &Plan, c: &mut C) {
    r#const::check(value, kind, plan, c);
    range::check(value, kind, plan, c);
    r#in::check(value, kind, plan, c);
    not_in::check(value, kind, plan, c);
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use core::time::Duration;
    use std::time::SystemTime;

    use super::super::table::expect;
    use super::super::{Literal, Rule};

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
