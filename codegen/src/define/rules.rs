//! Rules and literals, as the runtime has them.

use everwire::validate::{Literal, MessageRule, PatternRef, Rule};
use everwire_model::model::{self, Format};

use super::intern;
use super::unresolved::Why;

/// A literal.
pub(super) fn literal(literal: &model::Literal) -> Literal {
    match literal {
        model::Literal::Bool(value) => Literal::Bool(*value),
        model::Literal::Int(value) => Literal::Int(*value),
        model::Literal::Float(value) => Literal::Float(*value),
        model::Literal::Str(value) => Literal::Str(intern::text(value)),
        model::Literal::Bytes(value) => Literal::Bytes(intern::list(value.clone())),
        model::Literal::Char(value) => Literal::Str(intern::text(value.encode_utf8(&mut [0; 4]))),
        model::Literal::Duration { seconds, nanos } => Literal::Duration {
            secs: *seconds,
            nanos: *nanos,
        },
        model::Literal::Timestamp { seconds, nanos } => Literal::Timestamp {
            secs: *seconds,
            nanos: *nanos,
        },
        model::Literal::Paths(paths) => {
            let paths = paths.iter().map(|path| intern::text(path));
            Literal::Paths(intern::list(paths.collect()))
        }
    }
}

fn literals(values: &[model::Literal]) -> &'static [Literal] {
    intern::list(values.iter().map(literal).collect())
}

/// The rules of a value.
pub(super) fn all(rules: &[model::Rule]) -> Result<Vec<Rule>, Why> {
    rules.iter().map(rule).collect()
}

/// A rule of a message as a whole.
pub(super) fn of_message(rule: &model::MessageRule) -> MessageRule {
    let model::MessageRule::Oneof { members, required } = rule;
    let names = members.iter().map(|member| intern::text(&member.name));
    MessageRule::Oneof {
        fields: intern::list(names.collect()),
        required: *required,
    }
}

/// The rule of a message that a field says which is a oneof.
pub(super) fn of_oneof(field: &model::Field) -> Option<MessageRule> {
    let is_oneof = matches!(field.role, model::Role::Oneof(_));
    (is_oneof && field.rules.contains(&model::Rule::Required)).then(|| MessageRule::Variant {
        oneof: intern::text(&field.name),
    })
}

fn inner(rules: &[model::Rule]) -> Result<&'static [Rule], Why> {
    Ok(intern::list(all(rules)?))
}

fn rule(rule: &model::Rule) -> Result<Rule, Why> {
    use model::Rule as Said;
    Ok(match rule {
        Said::Required => Rule::Required,
        Said::Const(value) => Rule::Const(literal(value)),
        Said::Lt(value) => Rule::Lt(literal(value)),
        Said::Lte(value) => Rule::Lte(literal(value)),
        Said::Gt(value) => Rule::Gt(literal(value)),
        Said::Gte(value) => Rule::Gte(literal(value)),
        Said::In(values) => Rule::In(literals(values)),
        Said::NotIn(values) => Rule::NotIn(literals(values)),
        Said::Finite => Rule::Finite,
        Said::Len(count) => Rule::Len(*count),
        Said::MinLen(count) => Rule::MinLen(*count),
        Said::MaxLen(count) => Rule::MaxLen(*count),
        Said::LenBytes(count) => Rule::LenBytes(*count),
        Said::MinBytes(count) => Rule::MinBytes(*count),
        Said::MaxBytes(count) => Rule::MaxBytes(*count),
        Said::Pattern(source) => {
            let pattern = PatternRef::load(source);
            Rule::Pattern(pattern.map_err(|error| Why::new(error.to_string()))?)
        }
        Said::Prefix(value) => Rule::Prefix(literal(value)),
        Said::Suffix(value) => Rule::Suffix(literal(value)),
        Said::Contains(value) => Rule::Contains(literal(value)),
        Said::NotContains(value) => Rule::NotContains(literal(value)),
        Said::Format(format) => of_format(*format),
        Said::DefinedOnly => Rule::DefinedOnly,
        Said::MinItems(count) => Rule::MinItems(*count),
        Said::MaxItems(count) => Rule::MaxItems(*count),
        Said::Unique => Rule::Unique,
        Said::Items(rules) => Rule::Items(inner(rules)?),
        Said::MinPairs(count) => Rule::MinPairs(*count),
        Said::MaxPairs(count) => Rule::MaxPairs(*count),
        Said::Keys(rules) => Rule::Keys(inner(rules)?),
        Said::Values(rules) => Rule::Values(inner(rules)?),
        Said::LtNow => Rule::LtNow,
        Said::GtNow => Rule::GtNow,
        Said::Within(value) => Rule::Within(literal(value)),
        Said::IgnoreIfZero => Rule::IgnoreIfZero,
        Said::IgnoreAlways => Rule::IgnoreAlways,
        Said::Example(values) => Rule::Example(literals(values)),
    })
}

fn of_format(format: Format) -> Rule {
    match format {
        Format::Email => Rule::Email,
        Format::Hostname => Rule::Hostname,
        Format::Ip => Rule::Ip,
        Format::Ipv4 => Rule::Ipv4,
        Format::Ipv6 => Rule::Ipv6,
        Format::Uri => Rule::Uri,
        Format::UriRef => Rule::UriRef,
        Format::Address => Rule::Address,
        Format::Uuid => Rule::Uuid,
        Format::Tuuid => Rule::Tuuid,
        Format::Ulid => Rule::Ulid,
        Format::HostAndPort => Rule::HostAndPort,
        Format::IpWithPrefixlen => Rule::IpWithPrefixlen,
        Format::Ipv4WithPrefixlen => Rule::Ipv4WithPrefixlen,
        Format::Ipv6WithPrefixlen => Rule::Ipv6WithPrefixlen,
        Format::IpPrefix => Rule::IpPrefix,
        Format::Ipv4Prefix => Rule::Ipv4Prefix,
        Format::Ipv6Prefix => Rule::Ipv6Prefix,
        Format::ProtobufFqn => Rule::ProtobufFqn,
        Format::ProtobufDotFqn => Rule::ProtobufDotFqn,
        Format::HttpHeaderName { strict } => Rule::HttpHeaderName { strict },
        Format::HttpHeaderValue { strict } => Rule::HttpHeaderValue { strict },
    }
}
