//! `not_in`: the value is none of those listed. NaN is in no list.

use alloc::format;

use crate::validate::operand::Operand;
use crate::validate::{Checker, Kind, Plan, Violation, literal};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<V: Operand, C: Checker>(value: V, kind: Kind, plan: &Plan, c: &mut C) {
    let list = plan.none_of;
    if !list.is_empty() && list.iter().any(|literal| value.equals(literal)) {
        c.report(|| {
            let list = literal::listed(list);
            Violation::of(kind, "not_in", format!("must be none of {list}"))
        });
    }
}
