//! `not_in`: the value is none of those listed. NaN is in no list.

use crate::validate::operand::Operand;
use crate::validate::{Checker, Kind, Plan, Violation, field_mask, literal};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<V: Operand, C: Checker>(value: V, kind: Kind, plan: &Plan, c: &mut C) {
    let list = plan.none_of;
    if !list.is_empty() && list.iter().any(|literal| value.equals(literal)) {
        c.report(|| {
            let list = literal::Listed(list);
            Violation::of(kind, "not_in", format_args!("must be none of {list}"))
        });
    }
}

/// Of a field mask: no path is listed, nor below one that is.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check_paths<'a, C: Checker>(
    mut paths: impl Iterator<Item = &'a str>,
    plan: &Plan,
    c: &mut C,
) {
    let list = plan.none_of;
    if !list.is_empty() && paths.any(|path| field_mask::is_under(path, list)) {
        c.report(|| {
            let list = literal::Listed(list);
            Violation::of(
                Kind::FieldMask,
                "not_in",
                format_args!("must have no path in or under {list}"),
            )
        });
    }
}
