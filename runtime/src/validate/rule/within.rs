//! `within`: a timestamp is at most so far from the clock, on either side.

use crate::validate::operand::Moment;
use crate::validate::{Checker, Kind, Literal, Plan, Violation};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<C: Checker>(value: Moment, now: Moment, plan: &Plan, c: &mut C) {
    if let Some(Literal::Duration { secs, nanos }) = plan.within {
        let apart = (nanoseconds(value) - nanoseconds(now)).abs();
        if apart > nanoseconds(Moment(secs, nanos)) {
            let span = Literal::Duration { secs, nanos };
            c.report(|| {
                Violation::of(
                    Kind::Timestamp,
                    "within",
                    format_args!("must be within {span} of now"),
                )
            });
        }
    }
}

fn nanoseconds(Moment(secs, nanos): Moment) -> i128 {
    i128::from(secs) * 1_000_000_000 + i128::from(nanos)
}
