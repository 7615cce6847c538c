//! `keys`: each key of a map obeys these rules.

use crate::validate::list::check_item;
use crate::validate::{Checker, Rules, Validate};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<T: Validate, R: Rules, C: Checker>(key: &T, rules: &R, c: &mut C) {
    c.key(|c| check_item(key, rules, c));
}
