//! `oneof`, of a message as a whole: at most one of these fields is set, or exactly one.

use alloc::format;

use crate::validate::{Checker, Violation};

pub(crate) fn check<C: Checker>(names: &[&str], set: usize, required: bool, c: &mut C) {
    let how = match set {
        0 if required => "one of",
        0 | 1 => return,
        _ => "only one of",
    };
    let verb = if set == 0 { "must" } else { "may" };
    c.report(|| {
        let names = names.join("`, `");
        Violation::new("message.oneof", format!("{how} `{names}` {verb} be set"))
    });
}
