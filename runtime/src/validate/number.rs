//! What integers and floats are checked for.

use super::operand::Operand;
use super::rule::{r#const, finite, r#in, not_in};
use super::{Checker, Kind, Plan, range};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn check_integer<V: Operand, C: Checker>(value: V, kind: Kind, plan: &Plan, c: &mut C) {
    let kind = plan.kind.unwrap_or(kind);
    r#const::check(value, kind, plan, c);
    range::check(value, kind, plan, c);
    r#in::check(value, kind, plan, c);
    not_in::check(value, kind, plan, c);
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
