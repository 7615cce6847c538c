//! What a `google.protobuf.FieldMask` is checked for: its paths. A path that a rule lists stands for all below it, too.

use super::rule::{r#const, r#in, not_in};
use super::{Checker, Literal, Rules};

/// Checks the rules on a `google.protobuf.FieldMask`, by its paths.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn check_field_mask<'a, R: Rules, C: Checker>(
    paths: impl Iterator<Item = &'a str> + Clone,
    rules: &R,
    c: &mut C,
) {
    let plan = rules.plan();
    r#const::check_paths(paths.clone(), plan, c);
    r#in::check_paths(paths.clone(), plan, c);
    not_in::check_paths(paths, plan, c);
}

/// Whether a path is one of those listed, or below one.
pub(super) fn is_under(path: &str, list: &[Literal]) -> bool {
    list.iter().any(|literal| match *literal {
        Literal::Str(listed) => match path.strip_prefix(listed) {
            Some(rest) => rest.is_empty() || rest.starts_with('.'),
            None => false,
        },
        _ => false,
    })
}
