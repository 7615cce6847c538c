//! Rules and literals in the lock, spelled as attributes spell them.

use everwire::validate::{Kind, Literal, MessageRule, PatternRef, Rule};

use super::words::{Words, hex, quoted};

/// Rules that are followed by nothing.
const PLAIN: &[(&str, Rule)] = &[
    ("required", Rule::Required),
    ("ignore_if_zero", Rule::IgnoreIfZero),
    ("ignore_always", Rule::IgnoreAlways),
    ("finite", Rule::Finite),
    ("lt_now", Rule::LtNow),
    ("gt_now", Rule::GtNow),
    ("email", Rule::Email),
    ("hostname", Rule::Hostname),
    ("ip", Rule::Ip),
    ("ipv4", Rule::Ipv4),
    ("ipv6", Rule::Ipv6),
    ("uri", Rule::Uri),
    ("uri_ref", Rule::UriRef),
    ("address", Rule::Address),
    ("uuid", Rule::Uuid),
    ("tuuid", Rule::Tuuid),
    ("ulid", Rule::Ulid),
    ("host_and_port", Rule::HostAndPort),
    ("ip_with_prefixlen", Rule::IpWithPrefixlen),
    ("ipv4_with_prefixlen", Rule::Ipv4WithPrefixlen),
    ("ipv6_with_prefixlen", Rule::Ipv6WithPrefixlen),
    ("ip_prefix", Rule::IpPrefix),
    ("ipv4_prefix", Rule::Ipv4Prefix),
    ("ipv6_prefix", Rule::Ipv6Prefix),
    ("protobuf_fqn", Rule::ProtobufFqn),
    ("protobuf_dot_fqn", Rule::ProtobufDotFqn),
    ("http_header_name", Rule::HttpHeaderName { strict: true }),
    (
        "http_header_name_loose",
        Rule::HttpHeaderName { strict: false },
    ),
    ("http_header_value", Rule::HttpHeaderValue { strict: true }),
    (
        "http_header_value_loose",
        Rule::HttpHeaderValue { strict: false },
    ),
    ("defined_only", Rule::DefinedOnly),
    ("unique", Rule::Unique),
];

/// The protobuf types that ids begin with.
const KINDS: &[(&str, Kind)] = &[
    ("bool", Kind::Bool),
    ("int32", Kind::Int32),
    ("int64", Kind::Int64),
    ("uint32", Kind::Uint32),
    ("uint64", Kind::Uint64),
    ("sint32", Kind::Sint32),
    ("sint64", Kind::Sint64),
    ("fixed32", Kind::Fixed32),
    ("fixed64", Kind::Fixed64),
    ("sfixed32", Kind::Sfixed32),
    ("sfixed64", Kind::Sfixed64),
    ("int128", Kind::Int128),
    ("uint128", Kind::Uint128),
    ("float", Kind::Float),
    ("double", Kind::Double),
    ("string", Kind::String),
    ("bytes", Kind::Bytes),
    ("enum", Kind::Enum),
    ("duration", Kind::Duration),
    ("timestamp", Kind::Timestamp),
    ("repeated", Kind::Repeated),
    ("map", Kind::Map),
    ("any", Kind::Any),
    ("field_mask", Kind::FieldMask),
];

/// A rule that is followed by a value.
#[derive(Clone, Copy)]
enum Takes {
    Count(fn(u64) -> Rule),
    Value(fn(Literal) -> Rule),
    List(fn(&'static [Literal]) -> Rule),
    Rules(fn(&'static [Rule]) -> Rule),
}

const TAKING: &[(&str, Takes)] = &[
    ("const", Takes::Value(Rule::Const)),
    ("lt", Takes::Value(Rule::Lt)),
    ("lte", Takes::Value(Rule::Lte)),
    ("gt", Takes::Value(Rule::Gt)),
    ("gte", Takes::Value(Rule::Gte)),
    ("in", Takes::List(Rule::In)),
    ("not_in", Takes::List(Rule::NotIn)),
    ("within", Takes::Value(Rule::Within)),
    ("len", Takes::Count(Rule::Len)),
    ("min_len", Takes::Count(Rule::MinLen)),
    ("max_len", Takes::Count(Rule::MaxLen)),
    ("len_bytes", Takes::Count(Rule::LenBytes)),
    ("min_bytes", Takes::Count(Rule::MinBytes)),
    ("max_bytes", Takes::Count(Rule::MaxBytes)),
    ("prefix", Takes::Value(Rule::Prefix)),
    ("suffix", Takes::Value(Rule::Suffix)),
    ("contains", Takes::Value(Rule::Contains)),
    ("not_contains", Takes::Value(Rule::NotContains)),
    ("min_items", Takes::Count(Rule::MinItems)),
    ("max_items", Takes::Count(Rule::MaxItems)),
    ("items", Takes::Rules(Rule::Items)),
    ("min_pairs", Takes::Count(Rule::MinPairs)),
    ("max_pairs", Takes::Count(Rule::MaxPairs)),
    ("keys", Takes::Rules(Rule::Keys)),
    ("values", Takes::Rules(Rule::Values)),
    ("example", Takes::List(Rule::Example)),
];

/// A rule on one line.
pub(crate) fn rule(rule: &Rule) -> String {
    let value = |name: &str, value: &Literal| format!("{name} = {}", literal(value));
    let count = |name: &str, count: u64| format!("{name} = {count}");
    let many = |name: &str, values: &[Literal]| {
        let values: Vec<_> = values.iter().map(literal).collect();
        format!("{name}({})", values.join(", "))
    };
    let nested = |name: &str, inner: &[Rule]| format!("{name}({})", rules(inner).join(", "));
    match rule {
        Rule::Kind(kind) => {
            let name = KINDS.iter().find(|(_, other)| other == kind);
            format!("kind({})", name.map_or("", |(name, _)| name))
        }
        Rule::Const(one) => value("const", one),
        Rule::Lt(one) => value("lt", one),
        Rule::Lte(one) => value("lte", one),
        Rule::Gt(one) => value("gt", one),
        Rule::Gte(one) => value("gte", one),
        Rule::In(all) => many("in", all),
        Rule::NotIn(all) => many("not_in", all),
        Rule::Within(one) => value("within", one),
        Rule::Len(one) => count("len", *one),
        Rule::MinLen(one) => count("min_len", *one),
        Rule::MaxLen(one) => count("max_len", *one),
        Rule::LenBytes(one) => count("len_bytes", *one),
        Rule::MinBytes(one) => count("min_bytes", *one),
        Rule::MaxBytes(one) => count("max_bytes", *one),
        Rule::Pattern(pattern) => format!("pattern = {}", quoted(pattern.pattern().source())),
        Rule::Prefix(one) => value("prefix", one),
        Rule::Suffix(one) => value("suffix", one),
        Rule::Contains(one) => value("contains", one),
        Rule::NotContains(one) => value("not_contains", one),
        Rule::MinItems(one) => count("min_items", *one),
        Rule::MaxItems(one) => count("max_items", *one),
        Rule::Items(inner) => nested("items", inner),
        Rule::MinPairs(one) => count("min_pairs", *one),
        Rule::MaxPairs(one) => count("max_pairs", *one),
        Rule::Keys(inner) => nested("keys", inner),
        Rule::Values(inner) => nested("values", inner),
        Rule::Example(all) => many("example", all),
        plain => {
            let name = PLAIN.iter().find(|(_, other)| other == plain);
            name.map_or("", |(name, _)| name).to_owned()
        }
    }
}

/// Rules in normal form: sorted, each once.
pub(crate) fn rules(all: &[Rule]) -> Vec<String> {
    let mut spelled: Vec<_> = all.iter().map(rule).collect();
    spelled.sort_unstable();
    spelled.dedup();
    spelled
}

/// A rule of a message as a whole: the order of the fields says nothing.
pub(crate) fn of_message(rule: &MessageRule) -> String {
    let (fields, required) = match *rule {
        MessageRule::Oneof { fields, required } => (fields, required),
        MessageRule::Variant { oneof } => return format!("variant {}", quoted(oneof)),
        _ => return String::new(),
    };
    let mut names: Vec<_> = fields.iter().map(|name| quoted(name)).collect();
    names.sort_unstable();
    let required = if required { ", required" } else { "" };
    format!("oneof({}){required}", names.join(", "))
}

/// The rule of a message that a line spells.
pub(super) fn read_of_message(words: &mut Words<'_>) -> Option<MessageRule> {
    let name = words.name()?;
    if name == "variant" {
        let oneof = words.string()?.leak();
        return Some(MessageRule::Variant { oneof });
    }
    (name == "oneof").then_some(())?;
    let fields = within(words, |words| Some(&*words.string()?.leak()))?;
    let required = words.eat(",");
    (!required || words.eat("required")).then_some(MessageRule::Oneof {
        fields: fields.leak(),
        required,
    })
}

/// Whether there is a rule of that name.
pub(super) fn knows(name: &str) -> bool {
    ["kind", "pattern"].contains(&name)
        || PLAIN.iter().any(|(plain, _)| *plain == name)
        || TAKING.iter().any(|(taking, _)| *taking == name)
}

/// The rule that a line spells.
pub(crate) fn read(words: &mut Words<'_>) -> Option<Rule> {
    let name = words.name()?;
    if let Some((_, plain)) = PLAIN.iter().find(|(plain, _)| *plain == name) {
        return Some(*plain);
    }
    if name == "kind" {
        let kind = within(words, |words| {
            let name = words.name()?;
            Some(KINDS.iter().find(|(kind, _)| *kind == name)?.1)
        })?;
        return Some(Rule::Kind(*kind.first()?));
    }
    if name == "pattern" {
        return words
            .eat("=")
            .then(|| words.string())?
            .and_then(|source| PatternRef::load(&source).ok().map(Rule::Pattern));
    }
    let (_, takes) = TAKING.iter().find(|(taking, _)| *taking == name)?;
    Some(match takes {
        Takes::Count(make) => make(words.eat("=").then(|| words.number())??),
        Takes::Value(make) => make(words.eat("=").then(|| read_literal(words))??),
        Takes::List(make) => make(within(words, read_literal)?.leak()),
        Takes::Rules(make) => make(within(words, read)?.leak()),
    })
}

/// What is between parentheses, with commas between.
fn within<T>(
    words: &mut Words<'_>,
    mut one: impl FnMut(&mut Words<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let mut all = Vec::new();
    if !words.eat("(") {
        return None;
    }
    while !words.eat(")") {
        all.push(one(words)?);
        words.eat(",");
    }
    Some(all)
}

/// A literal in one form for each value.
pub(crate) fn literal(literal: &Literal) -> String {
    match *literal {
        Literal::Float(value) if value.is_finite() => format!("{value:?}"),
        Literal::Float(value) if value.is_nan() => "nan".into(),
        Literal::Float(value) => if value > 0.0 { "inf" } else { "-inf" }.into(),
        Literal::Str(text) => quoted(text),
        Literal::Bytes(bytes) => format!("0x{}", hex(bytes)),
        Literal::Duration { secs, nanos } => format!("duration({secs}, {nanos})"),
        Literal::Timestamp { secs, nanos } => format!("timestamp({secs}, {nanos})"),
        Literal::Paths(paths) => {
            let paths: Vec<_> = paths.iter().map(|path| quoted(path)).collect();
            format!("paths({})", paths.join(", "))
        }
        other => other.to_string(),
    }
}

/// The literal that a line spells.
pub(crate) fn read_literal(words: &mut Words<'_>) -> Option<Literal> {
    if words.rest().starts_with('"') {
        return Some(Literal::Str(words.string()?.leak()));
    }
    if words.rest().starts_with("0x") {
        return Some(Literal::Bytes(words.bytes()?.leak()));
    }
    let name = words.name()?;
    let pair = |words: &mut Words<'_>| -> Option<(i64, i32)> {
        words.eat("(").then_some(())?;
        let secs = words.number()?;
        words.eat(",").then_some(())?;
        let nanos = words.number()?;
        words.eat(")").then_some((secs, nanos))
    };
    Some(match name {
        "true" => Literal::Bool(true),
        "false" => Literal::Bool(false),
        "nan" => Literal::Float(f64::NAN),
        "inf" => Literal::Float(f64::INFINITY),
        "-inf" => Literal::Float(f64::NEG_INFINITY),
        "duration" => {
            let (secs, nanos) = pair(words)?;
            Literal::Duration { secs, nanos }
        }
        "paths" => {
            let paths = within(words, |words| Some(&*words.string()?.leak()))?;
            Literal::Paths(paths.leak())
        }
        "timestamp" => {
            let (secs, nanos) = pair(words)?;
            Literal::Timestamp { secs, nanos }
        }
        number => match (number.parse(), number.parse()) {
            (Ok(int), _) => Literal::Int(int),
            (_, Ok(uint)) => Literal::Uint(uint),
            _ => Literal::Float(number.parse().ok()?),
        },
    })
}
