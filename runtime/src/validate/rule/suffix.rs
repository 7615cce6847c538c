//! `suffix`: ends with this text, or these bytes.

use crate::validate::{Checker, Kind, Literal, Plan, part};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check_text<C: Checker>(value: &str, plan: &Plan, c: &mut C) {
    if let Some(Literal::Str(part)) = plan.suffix
        && !value.ends_with(part)
    {
        c.report(|| part::broken(Kind::String, "suffix", "end with", &Literal::Str(part)));
    }
}

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check_bytes<C: Checker>(value: &[u8], plan: &Plan, c: &mut C) {
    if let Some(part) = plan.suffix.as_ref().and_then(Literal::bytes)
        && !value.ends_with(part)
    {
        c.report(|| part::broken(Kind::Bytes, "suffix", "end with", &Literal::Bytes(part)));
    }
}
