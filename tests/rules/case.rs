//! A value beside the rules that it breaks, asked in three ways that must agree.

use std::time::Duration;

use everwire::dynamic::Dynamic;
use everwire::validate::{Checker, Collect, ListedRules, Quick, Validate};
use everwire::{Codec, Options, Violation, Violations, Wire};

pub(crate) const HOUR: Duration = Duration::from_secs(3600);

/// An open enum.
#[derive(Codec, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Status {
    #[default]
    #[codec(0)]
    Draft,
    #[codec(1)]
    Paid,
    #[codec(other)]
    Other(i32),
}

/// A message with a rule of its own.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    #[codec(1, gt = 0)]
    pub(crate) count: u32,
}

/// `path id`, the path from the field `held` on; a `!` before it where a map's key broke the rule.
fn told(violation: &Violation) -> String {
    let key = if violation.for_key { "!" } else { "" };
    let path = violation.path.as_str();
    let path = path.strip_prefix("held").unwrap_or(path);
    let line = format!("{key}{path} {}", violation.rule_id);
    line.trim_start().to_owned()
}

fn all_told(violations: &Violations) -> String {
    let lines: Vec<String> = violations.iter().map(told).collect();
    lines.join(", ")
}

/// Checks that a message breaks these rules, in this order: as the type that it is, and as data.
#[track_caller]
pub(crate) fn breaks<T: Codec>(value: &T, ids: &str) {
    let found = value.validate().err().unwrap_or_default();
    assert_eq!(all_told(&found), ids);
    let bytes = Wire::Protobuf.encode(value).unwrap();
    let unasked = Options::new().validate(false);
    let dynamic = Dynamic::decode_with(T::SCHEMA, Wire::Protobuf, &bytes, &unasked).unwrap();
    let found = dynamic.validate().err().unwrap_or_default();
    assert_eq!(all_told(&found), ids, "as data");
}

/// The same of the one field of a message, by the rules in its schema.
#[track_caller]
pub(crate) fn field_breaks<T: Codec, V: Validate>(message: &T, field: &V, ids: &str) {
    breaks(message, ids);
    let rules = ListedRules::of(&T::SCHEMA.fields()[0]);
    let (mut all, mut quick) = (Collect::new(), Quick::new());
    all.field("held", field, &rules);
    quick.field("held", field, &rules);
    assert_eq!(all_told(&all.into_violations()), ids, "by listed rules");
    assert_eq!(quick.is_valid(), ids.is_empty(), "by listed rules");
}

/// Rows of `value => ids`, for a field of a type with these attributes.
macro_rules! table {
    (String [$($rules:tt)*] $($value:expr => $ids:expr,)*) => {
        $crate::case::table! { @ [] String [$($rules)*] $(String::from($value) => $ids,)* }
    };
    (Bytes [$($rules:tt)*] $($value:expr => $ids:expr,)*) => {
        $crate::case::table! { @ [] Vec<u8> [$($rules)*] $(Vec::from($value) => $ids,)* }
    };
    (#[$encoding:ident] $ty:ty [$($rules:tt)*] $($value:expr => $ids:expr,)*) => {
        $crate::case::table! { @ [$encoding,] $ty [$($rules)*] $($value => $ids,)* }
    };
    (@ [$($more:tt)*] $ty:ty [$($rules:tt)*] $($value:expr => $ids:expr,)*) => {{
        #[derive(everwire::Codec)]
        struct Held {
            #[codec(1, $($more)* $($rules)*)]
            held: $ty,
        }
        $(
            let message = Held { held: $value };
            $crate::case::field_breaks(&message, &message.held, $ids);
        )*
    }};
    ($ty:ty [$($rules:tt)*] $($value:expr => $ids:expr,)*) => {
        $crate::case::table! { @ [] $ty [$($rules)*] $($value => $ids,)* }
    };
}

pub(crate) use table;
