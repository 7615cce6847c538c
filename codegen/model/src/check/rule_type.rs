//! `rule-type`: a validation rule does not apply to the field's type.
//!
//! Rules belong to types as in protovalidate: `min_len` to strings and bytes, `min_items` to
//! lists, `min_pairs` to maps, `gt` to numbers, durations and timestamps.
//!
//! ```text
//! #[codec(3, min_len = 1)]   // write min_items = 1
//! lines: Vec<Line>,
//! ```

use super::levels;
use super::literal::spell;
use super::view::View;
use crate::model::{Diagnostic, Known, RuleName, Shape};

pub(crate) const ID: &str = "rule-type";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    levels::each(view, &mut |rules, shape, label| {
        for rule in rules.iter().filter(|rule| !applies(rule.name, shape)) {
            let (name, is) = (rule.name.name(), spell(shape));
            let text = format!("`{name}` does not apply to {label}, which is {is}");
            found.push(Diagnostic::new(ID, rule.at, text).help(help(rule.name, shape, &is)));
        }
    });
}

fn help(rule: RuleName, shape: &Shape, is: &str) -> String {
    if let Some(counterpart) = counterpart(rule, shape) {
        return format!("for {} it is `{counterpart}`", shape.describe());
    }
    let names: Vec<String> = RuleName::ALL
        .iter()
        .filter(|(rule, ..)| judges(*rule) && applies(*rule, shape))
        .map(|(_, name, _)| format!("`{name}`"))
        .collect();
    if names.is_empty() {
        format!("only `rule(required)` applies to {is}")
    } else {
        format!("what applies: {}", names.join(", "))
    }
}

/// Whether a rule judges values; the others go with any.
fn judges(rule: RuleName) -> bool {
    !matches!(
        rule,
        RuleName::Required | RuleName::Ignore | RuleName::Example
    )
}

/// What a rule that counts is called for another type.
fn counterpart(rule: RuleName, shape: &Shape) -> Option<&'static str> {
    use RuleName::{MaxItems, MaxLen, MaxPairs, MinItems, MinLen, MinPairs};
    let least = match rule {
        MinLen | MinItems | MinPairs => true,
        MaxLen | MaxItems | MaxPairs => false,
        _ => return None,
    };
    let names = match shape {
        Shape::String | Shape::Bytes => ("min_len", "max_len"),
        Shape::List(_) => ("min_items", "max_items"),
        Shape::Map(..) => ("min_pairs", "max_pairs"),
        Shape::Int(_) | Shape::Float(_) => ("gte", "lte"),
        _ => return None,
    };
    Some(if least { names.0 } else { names.1 })
}

/// Whether a rule applies to a type; to one that cannot be seen, every rule may.
pub(crate) fn applies(rule: RuleName, shape: &Shape) -> bool {
    use RuleName as R;
    match rule {
        _ if *shape == Shape::Opaque => true,
        R::Required | R::Ignore => true,
        R::Const => matches!(
            shape,
            Shape::Bool
                | Shape::Int(_)
                | Shape::Float(_)
                | Shape::String
                | Shape::Bytes
                | Shape::Enum
                | Shape::Duration
                | Shape::Timestamp
                | Shape::Known(Known::FieldMask)
        ),
        R::Example => applies(R::Const, shape),
        R::Lt | R::Lte | R::Gt | R::Gte => matches!(
            shape,
            Shape::Int(_) | Shape::Float(_) | Shape::Duration | Shape::Timestamp
        ),
        R::In | R::NotIn => matches!(
            shape,
            Shape::Int(_)
                | Shape::Float(_)
                | Shape::String
                | Shape::Bytes
                | Shape::Enum
                | Shape::Duration
                | Shape::Known(Known::Any | Known::FieldMask)
        ),
        R::Finite => matches!(shape, Shape::Float(_)),
        // The element may be `u8` by another name; the compiler tells.
        R::Len | R::MinLen | R::MaxLen if matches!(shape, Shape::List(element) if **element == Shape::Opaque) => {
            true
        }
        R::Len | R::MinLen | R::MaxLen | R::Pattern | R::Prefix | R::Suffix | R::Contains => {
            matches!(shape, Shape::String | Shape::Bytes)
        }
        R::Ip | R::Ipv4 | R::Ipv6 | R::Uuid => matches!(shape, Shape::String | Shape::Bytes),
        R::LenBytes | R::MinBytes | R::MaxBytes | R::NotContains => *shape == Shape::String,
        R::Email
        | R::Hostname
        | R::Uri
        | R::UriRef
        | R::Address
        | R::Tuuid
        | R::Ulid
        | R::HostAndPort
        | R::IpWithPrefixlen
        | R::Ipv4WithPrefixlen
        | R::Ipv6WithPrefixlen
        | R::IpPrefix
        | R::Ipv4Prefix
        | R::Ipv6Prefix
        | R::ProtobufFqn
        | R::ProtobufDotFqn
        | R::WellKnownRegex
        | R::Strict => *shape == Shape::String,
        R::DefinedOnly => *shape == Shape::Enum,
        R::MinItems | R::MaxItems | R::Unique | R::Items => matches!(shape, Shape::List(_)),
        R::MinPairs | R::MaxPairs | R::Keys | R::Values => matches!(shape, Shape::Map(..)),
        R::LtNow | R::GtNow | R::Within => *shape == Shape::Timestamp,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, field, found, int, list, map, message, option, rule};
    use crate::model::raw::Argument;

    #[test]
    fn a_rule_names_what_applies_instead() {
        let min_len = || rule(RuleName::MinLen, int(1));
        let inner = rule(RuleName::Items, Argument::Rules(vec![min_len()]));
        let item = message([
            field("a", list(U32)).rules([min_len(), inner]),
            field("b", Shape::Bool).rules([min_len()]),
            field("c", Shape::Message).rules([rule(RuleName::Email, Argument::Nothing)]),
            field("d", map(U32, U32)).rules([rule(RuleName::MaxItems, int(1))]),
            field("e", option(Shape::String)).rules([min_len()]),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "`min_len` does not apply to `a`, which is a list\nhelp: for a list it is `min_items`",
                "`min_len` does not apply to an element of `a`, which is `u32`\nhelp: for an integer it is `gte`",
                "`min_len` does not apply to `b`, which is `bool`\nhelp: what applies: `const`",
                "`email` does not apply to `c`, which is a message\nhelp: only `rule(required)` applies to a message",
                "`max_items` does not apply to `d`, which is a map\nhelp: for a map it is `max_pairs`",
            ]
        );
    }
}
