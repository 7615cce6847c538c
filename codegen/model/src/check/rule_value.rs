//! `rule-value`: what follows a validation rule is not what the rule needs.
//!
//! `min_len` needs a count, `in` a list of values of the field's type, `gt` a bound of the field's
//! type: durations are written `"1.5s"`, timestamps as RFC 3339.
//!
//! ```text
//! #[codec(2, min_len = "1")]   // write min_len = 1
//! name: String,
//! ```

use super::levels::{self, below};
use super::literal::{fit, spell};
use super::pattern;
use super::rule_type::applies;
use super::time;
use super::view::View;
use crate::model::raw::{self, Argument};
use crate::model::{At, Diagnostic, Format, Known, Literal, Located, Rule, RuleName, Shape, Takes};

pub(crate) const ID: &str = "rule-value";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    levels::each(view, &mut |rules, shape, _| {
        for rule in rules.iter().filter(|rule| applies(rule.name, shape)) {
            let descends = matches!(&rule.argument, Argument::Rules(inner) if !inner.is_empty());
            if rule.name.takes() != Takes::Rules || !descends {
                found.extend(lower(rule, rules, shape).err());
            }
        }
    });
}

/// The checked forms of the rules of a value.
pub(crate) fn all(rules: &[raw::Rule], shape: &Shape) -> Result<Vec<Rule>, Diagnostic> {
    let checked = rules.iter().map(|rule| lower(rule, rules, shape));
    checked.filter_map(Result::transpose).collect()
}

/// The checked form of a rule for values of this shape, which has these rules; none of one that is part of another.
pub(crate) fn lower(
    rule: &raw::Rule,
    among: &[raw::Rule],
    shape: &Shape,
) -> Result<Option<Rule>, Diagnostic> {
    use RuleName as R;
    let shape = shape.ruled();
    Ok(Some(match rule.name {
        R::Required => nothing(rule, Rule::Required)?,
        R::Const => Rule::Const(constant(rule, shape)?),
        R::Lt => Rule::Lt(bound(rule, shape)?),
        R::Lte => Rule::Lte(bound(rule, shape)?),
        R::Gt => Rule::Gt(bound(rule, shape)?),
        R::Gte => Rule::Gte(bound(rule, shape)?),
        R::In => Rule::In(list(rule, shape)?),
        R::NotIn => Rule::NotIn(list(rule, shape)?),
        R::Finite => nothing(rule, Rule::Finite)?,
        R::Len => Rule::Len(count(rule)?),
        R::MinLen => Rule::MinLen(count(rule)?),
        R::MaxLen => Rule::MaxLen(count(rule)?),
        R::LenBytes => Rule::LenBytes(count(rule)?),
        R::MinBytes => Rule::MinBytes(count(rule)?),
        R::MaxBytes => Rule::MaxBytes(count(rule)?),
        R::Pattern => match literal(rule)? {
            Located {
                value: Literal::Str(text),
                at,
            } => match pattern::mistake(text) {
                Some((what, help)) => {
                    let text = format!("the regular expression `{text}` {what}");
                    return Err(Diagnostic::new(ID, *at, text).help(help));
                }
                None => Rule::Pattern(text.clone()),
            },
            other => return Err(needs(rule, other, "a regular expression in a string")),
        },
        R::Prefix => Rule::Prefix(text(rule, shape)?),
        R::Suffix => Rule::Suffix(text(rule, shape)?),
        R::Contains => Rule::Contains(text(rule, shape)?),
        R::NotContains => Rule::NotContains(text(rule, shape)?),
        R::Email => nothing(rule, Rule::Format(Format::Email))?,
        R::Hostname => nothing(rule, Rule::Format(Format::Hostname))?,
        R::Ip => nothing(rule, Rule::Format(Format::Ip))?,
        R::Ipv4 => nothing(rule, Rule::Format(Format::Ipv4))?,
        R::Ipv6 => nothing(rule, Rule::Format(Format::Ipv6))?,
        R::Uri => nothing(rule, Rule::Format(Format::Uri))?,
        R::UriRef => nothing(rule, Rule::Format(Format::UriRef))?,
        R::Uuid => nothing(rule, Rule::Format(Format::Uuid))?,
        R::Address => nothing(rule, Rule::Format(Format::Address))?,
        R::Tuuid => nothing(rule, Rule::Format(Format::Tuuid))?,
        R::Ulid => nothing(rule, Rule::Format(Format::Ulid))?,
        R::HostAndPort => nothing(rule, Rule::Format(Format::HostAndPort))?,
        R::IpWithPrefixlen => nothing(rule, Rule::Format(Format::IpWithPrefixlen))?,
        R::Ipv4WithPrefixlen => nothing(rule, Rule::Format(Format::Ipv4WithPrefixlen))?,
        R::Ipv6WithPrefixlen => nothing(rule, Rule::Format(Format::Ipv6WithPrefixlen))?,
        R::IpPrefix => nothing(rule, Rule::Format(Format::IpPrefix))?,
        R::Ipv4Prefix => nothing(rule, Rule::Format(Format::Ipv4Prefix))?,
        R::Ipv6Prefix => nothing(rule, Rule::Format(Format::Ipv6Prefix))?,
        R::ProtobufFqn => nothing(rule, Rule::Format(Format::ProtobufFqn))?,
        R::ProtobufDotFqn => nothing(rule, Rule::Format(Format::ProtobufDotFqn))?,
        R::WellKnownRegex => {
            let strict = among.iter().find(|other| other.name == R::Strict);
            let strict = strict.map(flag).transpose()?.unwrap_or(true);
            Rule::Format(match word(rule)? {
                "http_header_name" => Format::HttpHeaderName { strict },
                _ => Format::HttpHeaderValue { strict },
            })
        }
        R::Strict => {
            flag(rule)?;
            return Ok(None);
        }
        R::DefinedOnly => nothing(rule, Rule::DefinedOnly)?,
        R::MinItems => Rule::MinItems(count(rule)?),
        R::MaxItems => Rule::MaxItems(count(rule)?),
        R::Unique => nothing(rule, Rule::Unique)?,
        R::Items => Rule::Items(inner(rule, shape)?),
        R::MinPairs => Rule::MinPairs(count(rule)?),
        R::MaxPairs => Rule::MaxPairs(count(rule)?),
        R::Keys => Rule::Keys(inner(rule, shape)?),
        R::Values => Rule::Values(inner(rule, shape)?),
        R::LtNow => nothing(rule, Rule::LtNow)?,
        R::GtNow => nothing(rule, Rule::GtNow)?,
        R::Within => {
            let written = literal(rule)?;
            let duration = fit(&written.value, &Shape::Duration);
            let positive = |span: &Literal| matches!(span, Literal::Duration { seconds, nanos } if *seconds >= 0 && *nanos >= 0);
            let needed = "a duration that is not negative, such as `\"60s\"`";
            Rule::Within(
                duration
                    .filter(positive)
                    .ok_or_else(|| needs(rule, written, needed))?,
            )
        }
        R::Ignore => match word(rule)? {
            "always" => Rule::IgnoreAlways,
            _ => Rule::IgnoreIfZero,
        },
        R::Example => Rule::Example(list(rule, shape)?),
    }))
}

/// One of the words that the rule takes.
fn word(rule: &raw::Rule) -> Result<&str, Diagnostic> {
    let Takes::Word(words) = rule.name.takes() else {
        return Err(refused(rule, rule.at, "takes no word", "alone"));
    };
    let written = match literal(rule)? {
        Located {
            value: Literal::Str(word),
            ..
        } if words.contains(&word.as_str()) => return Ok(word),
        other => other,
    };
    let words: Vec<String> = words.iter().map(|word| format!("`\"{word}\"`")).collect();
    Err(needs(rule, written, &words.join(" or ")))
}

fn flag(rule: &raw::Rule) -> Result<bool, Diagnostic> {
    let written = literal(rule)?;
    match written.value {
        Literal::Bool(value) => Ok(value),
        _ => Err(needs(rule, written, "`true` or `false`")),
    }
}

fn nothing(rule: &raw::Rule, checked: Rule) -> Result<Rule, Diagnostic> {
    match &rule.argument {
        Argument::Nothing => Ok(checked),
        Argument::Literal(literal) => Err(refused(rule, literal.at, "takes no value", "alone")),
        _ => Err(refused(rule, rule.at, "takes no value", "alone")),
    }
}

fn literal(rule: &raw::Rule) -> Result<&Located<Literal>, Diagnostic> {
    match &rule.argument {
        Argument::Literal(literal) => Ok(literal),
        _ => Err(refused(rule, rule.at, "needs one value", "with `= VALUE`")),
    }
}

fn refused(rule: &raw::Rule, at: At, what: &str, how: &str) -> Diagnostic {
    let name = rule.name.name();
    Diagnostic::new(ID, at, format!("`{name}` {what}")).help(format!("write `{name}` {how}"))
}

fn needs(rule: &raw::Rule, written: &Located<Literal>, what: &str) -> Diagnostic {
    let (name, is) = (rule.name.name(), written.value.describe());
    let text = match written.value {
        Literal::Int(number) => format!("`{name}` cannot be {number}"),
        Literal::Str(ref word) if matches!(rule.name.takes(), Takes::Word(_)) => {
            format!("`{name}` cannot be `{word}`")
        }
        _ => format!("`{name}` cannot be {is}"),
    };
    Diagnostic::new(ID, written.at, text).help(format!("write {what}"))
}

fn count(rule: &raw::Rule) -> Result<u64, Diagnostic> {
    let written = literal(rule)?;
    let count = match written.value {
        Literal::Int(number) => u64::try_from(number).ok(),
        _ => None,
    };
    count.ok_or_else(|| needs(rule, written, "a count, 0 or more"))
}

/// One value; of a field mask, the list of its paths.
fn constant(rule: &raw::Rule, shape: &Shape) -> Result<Literal, Diagnostic> {
    let (Argument::List(values), Shape::Opaque | Shape::Known(Known::FieldMask)) =
        (&rule.argument, shape)
    else {
        return value(rule, shape);
    };
    let paths = values.iter().map(|written| match &written.value {
        Literal::Str(path) => Ok(path.clone()),
        _ => Err(needs(rule, written, "the path of a field in a string")),
    });
    paths.collect::<Result<_, _>>().map(Literal::Paths)
}

fn value(rule: &raw::Rule, shape: &Shape) -> Result<Literal, Diagnostic> {
    typed(rule, literal(rule)?, shape)
}

fn typed(
    rule: &raw::Rule,
    written: &Located<Literal>,
    shape: &Shape,
) -> Result<Literal, Diagnostic> {
    fit(&written.value, shape).ok_or_else(|| needs(rule, written, &wanted(shape)))
}

fn wanted(shape: &Shape) -> String {
    match shape {
        Shape::Duration => "a duration, such as `\"1.5s\"`".to_owned(),
        Shape::Timestamp => "a timestamp, such as `\"2024-02-29T12:00:00Z\"`".to_owned(),
        Shape::Enum => "the number of a value".to_owned(),
        Shape::Known(Known::FieldMask) => {
            "paths, such as `[\"name\", \"address.city\"]`".to_owned()
        }
        Shape::Int(_) | Shape::Float(_) | Shape::Bool => format!("a value of {}", spell(shape)),
        other => other.describe().to_owned(),
    }
}

fn bound(rule: &raw::Rule, shape: &Shape) -> Result<Literal, Diagnostic> {
    let written = literal(rule)?;
    match (&written.value, shape) {
        (Literal::Float(number), Shape::Float(_) | Shape::Opaque) if number.is_nan() => {
            Err(needs(rule, written, "a number"))
        }
        (Literal::Str(text), Shape::Opaque) => time::duration(text)
            .or_else(|| time::timestamp(text))
            .ok_or_else(|| {
                needs(
                    rule,
                    written,
                    "a number, a duration (`\"1.5s\"`) or a timestamp (RFC 3339)",
                )
            }),
        (
            Literal::Int(_)
            | Literal::Float(_)
            | Literal::Duration { .. }
            | Literal::Timestamp { .. },
            Shape::Opaque,
        ) => Ok(written.value.clone()),
        (_, Shape::Opaque) => Err(needs(
            rule,
            written,
            "a number, a duration (`\"1.5s\"`) or a timestamp (RFC 3339)",
        )),
        _ => typed(rule, written, shape),
    }
}

fn text(rule: &raw::Rule, shape: &Shape) -> Result<Literal, Diagnostic> {
    let written = literal(rule)?;
    match written.value {
        Literal::Str(_) | Literal::Bytes(_) => typed(rule, written, shape),
        _ => Err(needs(rule, written, "a string or a byte string")),
    }
}

fn list(rule: &raw::Rule, shape: &Shape) -> Result<Vec<Literal>, Diagnostic> {
    match &rule.argument {
        Argument::List(values) => {
            // What `in` and `not_in` list of a message is text: type URLs, and paths.
            let shape = match (rule.name, shape) {
                (RuleName::In | RuleName::NotIn, Shape::Known(_)) => &Shape::String,
                _ => shape,
            };
            values.iter().map(|one| typed(rule, one, shape)).collect()
        }
        _ => {
            let name = rule.name.name();
            Err(
                Diagnostic::new(ID, rule.at, format!("`{name}` needs a list"))
                    .help(format!("write `{name} = [A, B]`")),
            )
        }
    }
}

fn inner(rule: &raw::Rule, shape: &Shape) -> Result<Vec<Rule>, Diagnostic> {
    match &rule.argument {
        Argument::Rules(rules) if !rules.is_empty() => {
            let shape = below(rule.name, shape);
            all(rules, shape)
        }
        _ => {
            let name = rule.name.name();
            Err(
                Diagnostic::new(ID, rule.at, format!("`{name}` needs rules"))
                    .help(format!("write `{name}(RULE, …)`")),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{
        U32, at, field, found, int, list as list_of, message, rule, text as string,
    };

    #[test]
    fn each_rule_says_what_it_needs() {
        let item = message([
            field("a", Shape::String).rules([
                rule(RuleName::MinLen, int(-1)),
                rule(RuleName::MaxLen, string("x")),
                rule(RuleName::Email, int(1)),
                rule(RuleName::Pattern, int(1)),
                rule(RuleName::Prefix, Argument::Nothing),
                rule(RuleName::In, int(1)),
            ]),
            field("b", U32).rules([
                rule(RuleName::Gt, int(-1)),
                rule(RuleName::Lt, string("1s")),
            ]),
            field("c", Shape::Timestamp).rules([
                rule(RuleName::Gt, string("1s")),
                rule(RuleName::Within, string("-1s")),
            ]),
            field("d", Shape::Opaque).rules([rule(RuleName::Gt, string("soon"))]),
            field("e", list_of(U32)).rules([rule(RuleName::Items, int(1))]),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "`min_len` cannot be -1\nhelp: write a count, 0 or more",
                "`max_len` cannot be a string\nhelp: write a count, 0 or more",
                "`email` takes no value\nhelp: write `email` alone",
                "`pattern` cannot be 1\nhelp: write a regular expression in a string",
                "`prefix` needs one value\nhelp: write `prefix` with `= VALUE`",
                "`in` needs a list\nhelp: write `in = [A, B]`",
                "`gt` cannot be -1\nhelp: write a value of `u32`",
                "`lt` cannot be a string\nhelp: write a value of `u32`",
                "`gt` cannot be a string\nhelp: write a timestamp, such as `\"2024-02-29T12:00:00Z\"`",
                "`within` cannot be a string\nhelp: write a duration that is not negative, such as `\"60s\"`",
                "`gt` cannot be a string\nhelp: write a number, a duration (`\"1.5s\"`) or a timestamp (RFC 3339)",
                "`items` needs rules\nhelp: write `items(RULE, …)`",
            ]
        );
    }

    #[test]
    fn values_take_the_fields_type() {
        let lowered =
            |name, argument, shape: Shape| lower(&rule(name, argument), &[], &shape).ok().flatten();
        let seconds = |seconds| Literal::Duration { seconds, nanos: 0 };
        assert_eq!(
            lowered(RuleName::Gt, int(1), Shape::Float(32)),
            Some(Rule::Gt(Literal::Float(1.0)))
        );
        assert_eq!(
            lowered(RuleName::Gt, string("2s"), Shape::Opaque),
            Some(Rule::Gt(seconds(2)))
        );
        let values = Argument::List(vec![at(Literal::Str("2s".into()))]);
        assert_eq!(
            lowered(RuleName::In, values, Shape::Duration),
            Some(Rule::In(vec![seconds(2)]))
        );
    }
}
