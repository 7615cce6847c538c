//! What the rules' tests share: a value, its rules, and the ids that they break, through both checkers.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::{Checker, Collect, ListedRules, Quick, Rule, Rules, Subject, Validate, Violations};

/// All violations of a value; both checkers must agree on whether there are any.
pub(super) fn violations<T: Validate + ?Sized>(rules: &[Rule], value: &T) -> Violations {
    let rules = ListedRules::new(rules);
    let (mut quick, mut all) = (Quick::new(), Collect::new());
    value.check_field(&rules, &mut quick);
    value.check_field(&rules, &mut all);
    let all = all.into_violations();
    assert_eq!(quick.is_valid(), all.is_empty(), "both checkers agree");
    all
}

/// The value breaks exactly these rules: ids with spaces between them, in order.
#[track_caller]
pub(super) fn expect<T: Validate + ?Sized>(rules: &[Rule], value: &T, ids: &str) {
    let found: Vec<_> = violations(rules, value)
        .iter()
        .map(|v| v.rule_id.to_string())
        .collect();
    assert_eq!(found.join(" "), ids, "{rules:?}");
}

/// The first violation's message.
pub(super) fn message<T: Validate + ?Sized>(rules: &[Rule], value: &T) -> String {
    violations(rules, value)
        .first()
        .map(|v| v.message.to_string())
        .unwrap_or_default()
}

impl Validate for Subject<'_> {
    fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        self.check(rules.plan(), c);
    }
    fn is_zero(&self) -> bool {
        Subject::is_zero(*self)
    }
    fn subject(&self) -> Option<Subject<'_>> {
        Some(*self)
    }
}
