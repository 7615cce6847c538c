//! What integers and floats are checked for.

use super::operand::Operand;
use super::{Checker, Kind, Plan};
use super::{bounds, equal, finite, member};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check_integer<V: Operand, C: Checker>(value: V, kind: Kind, plan: &Plan, c: &mut C) {
    let kind = plan.kind.unwrap_or(kind);
    equal::check(value, kind, plan, c);
    bounds::check(value, kind, plan, c);
    member::check(value, kind, plan, c);
}

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check_float<V: Operand + Into<f64>, C: Checker>(
    value: V,
    kind: Kind,
    plan: &Plan,
    c: &mut C,
) {
    check_integer(value, kind, plan, c);
    finite::check(value.into().is_finite(), plan.kind.unwrap_or(kind), plan, c);
}
