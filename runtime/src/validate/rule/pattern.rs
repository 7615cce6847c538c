//! `pattern`: a regular expression matches somewhere in the value. Bytes that are not UTF-8 match nothing.

use crate::validate::{Checker, Kind, Plan, Violation};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check_text<C: Checker>(value: &str, plan: &Plan, c: &mut C) {
    if let Some(pattern) = plan.pattern {
        let pattern = pattern.pattern();
        if !c.done() && !pattern.is_match(value) {
            c.report(|| broken(Kind::String, pattern.source()));
        }
    }
}

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check_bytes<C: Checker>(value: &[u8], plan: &Plan, c: &mut C) {
    if let Some(pattern) = plan.pattern {
        let pattern = pattern.pattern();
        if !c.done() {
            match core::str::from_utf8(value) {
                Ok(text) if pattern.is_match(text) => {}
                Ok(_) => c.report(|| broken(Kind::Bytes, pattern.source())),
                Err(_) => c.report(|| not_text(pattern.source())),
            }
        }
    }
}

#[cold]
fn broken(kind: Kind, source: &str) -> Violation {
    Violation::of(
        kind,
        "pattern",
        format_args!("must match the pattern `{source}`"),
    )
}

#[cold]
fn not_text(source: &str) -> Violation {
    let mut violation = Violation::of(
        Kind::Bytes,
        "pattern",
        format_args!("must be UTF-8 to match the pattern `{source}`"),
    );
    violation.undecided = true;
    violation
}
