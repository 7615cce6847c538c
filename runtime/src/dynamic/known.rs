//! What checks a well-known message by the rules on its field: they are rules on what it stands for.

use super::check::checks_scalar;
use super::{Message, Value};
use crate::schema::Form;
use crate::validate::{Checker, ListedRules, Rules, Subject, check_any, check_field_mask};

/// Whether the message is one that has such rules; they are checked then. A field that is not there is zero or empty.
pub(super) fn check<R: Rules, C: Checker>(message: &Message, rules: &R, c: &mut C) -> bool {
    let plan = rules.plan();
    let number = |index: usize| match message.at(index) {
        Some(Value::Int(number)) => *number,
        _ => 0,
    };
    let secs = i64::try_from(number(0)).unwrap_or_default();
    let nanos = i32::try_from(number(1)).unwrap_or_default();
    match message.schema().form() {
        Form::Timestamp => Subject::Timestamp { secs, nanos }.check(plan, c),
        Form::Duration => Subject::Duration { secs, nanos }.check(plan, c),
        Form::Any => match message.at(0) {
            Some(Value::String(url)) => check_any(url, rules, c),
            _ => check_any("", rules, c),
        },
        Form::FieldMask => {
            let paths: &[Value] = match message.at(0) {
                Some(Value::List(paths)) => paths,
                _ => &[],
            };
            let paths = paths.iter().filter_map(|path| match path {
                Value::String(path) => Some(&**path),
                _ => None,
            });
            check_field_mask(paths, rules, c);
        }
        Form::Bare => return checks_scalar(message, &ListedRules::held(rules), c),
        _ => return false,
    }
    true
}
