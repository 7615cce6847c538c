//! `gt_now`: a timestamp is not before the clock.

use crate::validate::operand::Moment;
use crate::validate::{Checker, Kind, Plan, Violation};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<C: Checker>(value: Moment, now: Moment, plan: &Plan, c: &mut C) {
    if plan.gt_now && value < now {
        c.report(|| {
            Violation::of(
                Kind::Timestamp,
                "gt_now",
                format_args!("must be in the future"),
            )
        });
    }
}
