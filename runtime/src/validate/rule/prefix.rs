//! `prefix`: begins with this text, or these bytes.

use crate::validate::{Checker, Kind, Literal, Plan, part};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check_text<C: Checker>(value: &str, plan: &Plan, c: &mut C) {
    if let Some(Literal::Str(part)) = plan.prefix
        && !value.starts_with(part)
    {
        c.report(|| part::broken(Kind::String, "prefix", "start with", &Literal::Str(part)));
    }
}

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check_bytes<C: Checker>(value: &[u8], plan: &Plan, c: &mut C) {
    if let Some(part) = plan.prefix.as_ref().and_then(Literal::bytes)
        && !value.starts_with(part)
    {
        c.report(|| part::broken(Kind::Bytes, "prefix", "start with", &Literal::Bytes(part)));
    }
}
