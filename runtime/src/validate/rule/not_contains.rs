//! `not_contains`: does not contain this text.

use crate::validate::{Checker, Kind, Literal, Plan, part};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check_text<C: Checker>(value: &str, plan: &Plan, c: &mut C) {
    if let Some(Literal::Str(part)) = plan.not_contains
        && value.contains(part)
    {
        c.report(|| {
            part::broken(
                Kind::String,
                "not_contains",
                "not contain",
                &Literal::Str(part),
            )
        });
    }
}

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check_bytes<C: Checker>(value: &[u8], plan: &Plan, c: &mut C) {
    if let Some(part) = plan.not_contains.as_ref().and_then(Literal::bytes)
        && part::is_in(part, value)
    {
        c.report(|| {
            part::broken(
                Kind::Bytes,
                "not_contains",
                "not contain",
                &Literal::Bytes(part),
            )
        });
    }
}
