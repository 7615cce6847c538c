//! Breaks that are wanted.

use crate::model::{Accept, raw};

pub(super) fn all(accepts: &[raw::Accept]) -> Vec<Accept> {
    let accepts = accepts.iter().map(|one| Accept {
        change: one.change.value.trim().to_owned(),
        reason: one.reason.value.trim().to_owned(),
        at: one.at,
    });
    accepts.collect()
}
