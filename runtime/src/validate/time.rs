//! What durations and timestamps are checked for, the clock among it.

use super::operand::Moment;
use super::rule::{r#const, r#in, not_in};
use super::{Checker, Kind, Plan, range};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check_duration<C: Checker>(value: Moment, plan: &Plan, c: &mut C) {
    check(value, Kind::Duration, plan, c);
}

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check_timestamp<C: Checker>(value: Moment, plan: &Plan, c: &mut C) {
    check(value, Kind::Timestamp, plan, c);
    #[cfg(feature = "std")]
    if plan.lt_now || plan.gt_now || plan.within.is_some() {
        clock::check(value, clock::now(), plan, c);
    }
}

#[cfg_attr(not(debug_assertions), inline(always))]
fn check<C: Checker>(value: Moment, kind: Kind, plan: &Plan, c: &mut C) {
    r#const::check(value, kind, plan, c);
    range::check(value, kind, plan, c);
    r#in::check(value, kind, plan, c);
    not_in::check(value, kind, plan, c);
}

/// `lt_now`, `gt_now` and `within`: a timestamp against the clock.
#[cfg(feature = "std")]
mod clock {
    use super::Moment;
    use crate::validate::rule::{gt_now, lt_now, within};
    use crate::validate::{Checker, Plan};

    pub(super) fn now() -> Moment {
        let now = crate::time::since_epoch(&std::time::SystemTime::now());
        let (secs, nanos) = now.unwrap_or((i64::MAX, 0));
        Moment(secs, nanos)
    }

    pub(super) fn check<C: Checker>(value: Moment, now: Moment, plan: &Plan, c: &mut C) {
        lt_now::check(value, now, plan, c);
        gt_now::check(value, now, plan, c);
        within::check(value, now, plan, c);
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use crate::validate::{Collect, Literal, Rule};
        use alloc::string::ToString;

        #[test]
        fn timestamps_against_a_clock() {
            let span = Literal::Duration { secs: 1, nanos: 0 };
            for (rule, secs, id) in [
                (Rule::LtNow, 99, ""),
                (Rule::LtNow, 101, "timestamp.lt_now"),
                (Rule::GtNow, 101, ""),
                (Rule::GtNow, 99, "timestamp.gt_now"),
                (Rule::Within(span), 101, ""),
                (Rule::Within(span), 99, ""),
                (Rule::Within(span), 98, "timestamp.within"),
                (Rule::Within(span), i64::MIN, "timestamp.within"),
            ] {
                let mut c = Collect::new();
                check(Moment(secs, 0), Moment(100, 0), &Plan::of(&[rule]), &mut c);
                let ids = c
                    .into_violations()
                    .iter()
                    .map(|v| v.rule_id.to_string())
                    .collect::<alloc::vec::Vec<_>>();
                assert_eq!(ids.join(" "), id, "{rule:?} {secs}");
            }
        }
    }
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
