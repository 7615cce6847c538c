//! `in`: the value is one of those listed. An empty list is no rule; NaN is in no list.

use crate::validate::operand::Operand;
use crate::validate::{Checker, Kind, Plan, Violation, field_mask, literal};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<V: Operand, C: Checker>(value: V, kind: Kind, plan: &Plan, c: &mut C) {
    let list = plan.one_of;
    if !list.is_empty() && !list.iter().any(|literal| value.equals(literal)) {
        c.report(|| {
            let list = literal::Listed(list);
            Violation::of(kind, "in", format_args!("must be one of {list}"))
        });
    }
}

/// Of a field mask: each path is listed, or below one that is.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check_paths<'a, C: Checker>(
    mut paths: impl Iterator<Item = &'a str>,
    plan: &Plan,
    c: &mut C,
) {
    let list = plan.one_of;
    if !list.is_empty() && !paths.all(|path| field_mask::is_under(path, list)) {
        c.report(|| {
            let list = literal::Listed(list);
            Violation::of(
                Kind::FieldMask,
                "in",
                format_args!("must only have paths in or under {list}"),
            )
        });
    }
}
