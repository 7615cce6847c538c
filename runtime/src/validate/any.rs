//! What a `google.protobuf.Any` is checked for: the URL of its type.

use super::rule::{r#in, not_in};
use super::{Checker, Kind, Rules};

/// Checks the rules on a `google.protobuf.Any`, by the URL of its type.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn check_any<R: Rules, C: Checker>(type_url: &str, rules: &R, c: &mut C) {
    r#in::check(type_url, Kind::Any, rules.plan(), c);
    not_in::check(type_url, Kind::Any, rules.plan(), c);
}
