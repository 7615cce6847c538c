//! Validation rules, as `(everwire.field).validate` has them.

use everwire::dynamic::Shape;
use everwire::schema::{Encoding, Int};
use everwire::validate::{Literal, Rule};

use super::super::types::Types;
use super::Proto;
use super::declare::plain;
use super::text::{quoted, quoted_bytes};

/// The order in which rules are written; what is not here comes first.
const ORDER: &[&str] = &[
    "gt",
    "gte",
    "lt",
    "lte",
    "gt_now",
    "lt_now",
    "within",
    "in",
    "not_in",
    "finite",
    "len",
    "min_len",
    "max_len",
    "len_bytes",
    "min_bytes",
    "max_bytes",
    "prefix",
    "contains",
    "not_contains",
    "suffix",
    "pattern",
    "min_items",
    "max_items",
    "unique",
    "items",
    "min_pairs",
    "max_pairs",
    "keys",
    "values",
    "well_known_regex",
    "strict",
    "example",
];

/// The rules of a value: those of its type, by name and value, and whether it is required.
struct Told {
    is_required: bool,
    ignore: Option<&'static str>,
    group: Option<String>,
    rules: Vec<(&'static str, String)>,
}

impl Proto<'_> {
    /// The options that say the rules of a member, which the declaration's own type or that of `(everwire.rust)` has.
    pub(super) fn rules(
        &self,
        of: &str,
        shape: &Shape,
        encoding: Encoding,
        rules: &[Rule],
    ) -> Vec<String> {
        let told = self.told(of, shape, encoding, rules);
        let mut options = Vec::new();
        if told.is_required {
            options.push("(everwire.field).validate.required = true".to_owned());
        }
        if let Some(ignore) = told.ignore {
            options.push(format!("(everwire.field).validate.ignore = {ignore}"));
        }
        let Some(group) = told.group else {
            return options;
        };
        match told.rules.as_slice() {
            [] => {}
            [(name, value)] if !value.starts_with('[') => {
                options.push(format!(
                    "(everwire.field).validate.{group}.{name} = {value}"
                ));
            }
            rules => options.push(format!(
                "(everwire.field).validate.{group} = {}",
                aggregate(rules)
            )),
        }
        options
    }

    fn told(&self, of: &str, shape: &Shape, encoding: Encoding, rules: &[Rule]) -> Told {
        let shape = match plain(shape) {
            Shape::Option(inner) => plain(inner),
            shape => shape,
        };
        let mut told = Told {
            is_required: false,
            ignore: None,
            group: group(self.types, shape, encoding),
            rules: Vec::new(),
        };
        for rule in rules {
            let inner = |shape: &Shape, inner: &[Rule]| {
                let told = self.told(of, shape, encoding, inner);
                let mut all: Vec<(&str, String)> = Vec::new();
                if told.is_required {
                    all.push(("required", "true".to_owned()));
                }
                all.extend(told.ignore.map(|ignore| ("ignore", ignore.to_owned())));
                let group = told.group.unwrap_or_default();
                if !told.rules.is_empty() {
                    all.push((&group, aggregate(&told.rules)));
                }
                aggregate(&all)
            };
            let one = |value: &Literal| literal(shape, value);
            let many = |values: &[Literal]| {
                let values: Vec<String> = values.iter().map(one).collect();
                format!("[{}]", values.join(", "))
            };
            let yes = || "true".to_owned();
            let said = match (rule, shape) {
                (Rule::Required, _) => {
                    told.is_required = true;
                    continue;
                }
                (Rule::IgnoreAlways, _) => {
                    told.ignore = Some("IGNORE_ALWAYS");
                    continue;
                }
                (Rule::IgnoreIfZero, _) => {
                    told.ignore = told.ignore.or(Some("IGNORE_IF_ZERO_VALUE"));
                    continue;
                }
                (Rule::HttpHeaderName { strict } | Rule::HttpHeaderValue { strict }, _) => {
                    if !strict {
                        told.rules.push(("strict", "false".to_owned()));
                    }
                    let regex = match rule {
                        Rule::HttpHeaderName { .. } => "KNOWN_REGEX_HTTP_HEADER_NAME",
                        _ => "KNOWN_REGEX_HTTP_HEADER_VALUE",
                    };
                    ("well_known_regex", regex.to_owned())
                }
                (Rule::Example(values), _) => ("example", many(values)),
                // Which type it is of follows from the declaration.
                (Rule::Kind(_), _) => continue,
                (Rule::Const(value), _) => ("const", one(value)),
                (Rule::Lt(value), _) => ("lt", one(value)),
                (Rule::Lte(value), _) => ("lte", one(value)),
                (Rule::Gt(value), _) => ("gt", one(value)),
                (Rule::Gte(value), _) => ("gte", one(value)),
                (Rule::In(values), _) => ("in", many(values)),
                (Rule::NotIn(values), _) => ("not_in", many(values)),
                (Rule::Finite, _) => ("finite", yes()),
                (Rule::LtNow, _) => ("lt_now", yes()),
                (Rule::GtNow, _) => ("gt_now", yes()),
                (Rule::Within(value), _) => ("within", literal(&Shape::Duration, value)),
                (Rule::Len(count), _) => ("len", count.to_string()),
                (Rule::MinLen(count), _) => ("min_len", count.to_string()),
                (Rule::MaxLen(count), _) => ("max_len", count.to_string()),
                (Rule::LenBytes(count), _) => ("len_bytes", count.to_string()),
                (Rule::MinBytes(count), _) => ("min_bytes", count.to_string()),
                (Rule::MaxBytes(count), _) => ("max_bytes", count.to_string()),
                (Rule::Pattern(pattern), _) => ("pattern", quoted(pattern.pattern().source())),
                (Rule::Prefix(value), _) => ("prefix", one(value)),
                (Rule::Suffix(value), _) => ("suffix", one(value)),
                (Rule::Contains(value), _) => ("contains", one(value)),
                (Rule::NotContains(value), _) => ("not_contains", one(value)),
                (Rule::Email, _) => ("email", yes()),
                (Rule::Hostname, _) => ("hostname", yes()),
                (Rule::Ip, _) => ("ip", yes()),
                (Rule::Ipv4, _) => ("ipv4", yes()),
                (Rule::Ipv6, _) => ("ipv6", yes()),
                (Rule::Uri, _) => ("uri", yes()),
                (Rule::UriRef, _) => ("uri_ref", yes()),
                (Rule::Address, _) => ("address", yes()),
                (Rule::Uuid, _) => ("uuid", yes()),
                (Rule::Tuuid, _) => ("tuuid", yes()),
                (Rule::Ulid, _) => ("ulid", yes()),
                (Rule::HostAndPort, _) => ("host_and_port", yes()),
                (Rule::IpWithPrefixlen, _) => ("ip_with_prefixlen", yes()),
                (Rule::Ipv4WithPrefixlen, _) => ("ipv4_with_prefixlen", yes()),
                (Rule::Ipv6WithPrefixlen, _) => ("ipv6_with_prefixlen", yes()),
                (Rule::IpPrefix, _) => ("ip_prefix", yes()),
                (Rule::Ipv4Prefix, _) => ("ipv4_prefix", yes()),
                (Rule::Ipv6Prefix, _) => ("ipv6_prefix", yes()),
                (Rule::ProtobufFqn, _) => ("protobuf_fqn", yes()),
                (Rule::ProtobufDotFqn, _) => ("protobuf_dot_fqn", yes()),
                (Rule::DefinedOnly, _) => ("defined_only", yes()),
                (Rule::MinItems(count), _) => ("min_items", count.to_string()),
                (Rule::MaxItems(count), _) => ("max_items", count.to_string()),
                (Rule::Unique, _) => ("unique", yes()),
                (Rule::Items(rules), Shape::List(element)) => ("items", inner(element, rules)),
                (Rule::MinPairs(count), _) => ("min_pairs", count.to_string()),
                (Rule::MaxPairs(count), _) => ("max_pairs", count.to_string()),
                (Rule::Keys(rules), Shape::Map(key, _)) => ("keys", inner(key, rules)),
                (Rule::Values(rules), Shape::Map(_, value)) => ("values", inner(value, rules)),
                (rule, _) => {
                    let rule = crate::lock::spelled_rule(rule);
                    self.leave_out(format!("{of}: the rule `{rule}`, which no option says"));
                    continue;
                }
            };
            told.rules.push(said);
        }
        // Rules have no order; bounds read best from the lower one.
        told.rules
            .sort_by_key(|(name, _)| ORDER.iter().position(|one| one == name));
        told
    }
}

fn aggregate(rules: &[(&str, String)]) -> String {
    let rules: Vec<String> = rules
        .iter()
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    match rules.is_empty() {
        true => "{}".to_owned(),
        false => format!("{{ {} }}", rules.join(", ")),
    }
}

/// The member of `everwire.FieldRules` for a type.
fn group(types: &Types, shape: &Shape, encoding: Encoding) -> Option<String> {
    let name = match shape {
        Shape::Bool => "bool",
        Shape::Int(Int::U128) => "uint128",
        Shape::Int(Int::I128) => "int128",
        Shape::Int(int) => {
            let bits = if int.is_wide() { 64 } else { 32 };
            let kind = match (encoding, int.is_signed()) {
                (Encoding::Fixed, true) => "sfixed",
                (Encoding::Fixed, false) => "fixed",
                (Encoding::Zigzag, _) => "sint",
                (_, true) => "int",
                (_, false) => "uint",
            };
            return Some(format!("{kind}{bits}"));
        }
        Shape::Float32 => "float",
        Shape::Float64 => "double",
        Shape::Char | Shape::String => "string",
        Shape::Bytes => "bytes",
        Shape::Duration => "duration",
        Shape::Timestamp => "timestamp",
        Shape::List(_) => "repeated",
        Shape::Map(..) => "map",
        Shape::Named(_) if types.is_enum(shape) => "enum",
        Shape::Named(name) => match name.as_str() {
            "google.protobuf.Duration" => "duration",
            "google.protobuf.Timestamp" => "timestamp",
            "google.protobuf.Any" => "any",
            "google.protobuf.FieldMask" => "field_mask",
            name => return wrapped(name).map(str::to_owned),
        },
        _ => return None,
    };
    Some(name.to_owned())
}

/// The member for a wrapper: that of its value.
fn wrapped(name: &str) -> Option<&'static str> {
    Some(match name {
        "google.protobuf.BoolValue" => "bool",
        "google.protobuf.BytesValue" => "bytes",
        "google.protobuf.DoubleValue" => "double",
        "google.protobuf.FloatValue" => "float",
        "google.protobuf.Int32Value" => "int32",
        "google.protobuf.Int64Value" => "int64",
        "google.protobuf.StringValue" => "string",
        "google.protobuf.UInt32Value" => "uint32",
        "google.protobuf.UInt64Value" => "uint64",
        _ => return None,
    })
}

/// A value in the text format of protobuf.
fn literal(shape: &Shape, value: &Literal) -> String {
    let is_wide = matches!(shape, Shape::Int(int) if int.is_128());
    match value {
        Literal::Int(_) | Literal::Uint(_) if is_wide => quoted(&value.to_string()),
        Literal::Str(text) if *shape == Shape::Bytes => quoted_bytes(text.as_bytes()),
        Literal::Str(text) => quoted(text),
        Literal::Bytes(bytes) => quoted_bytes(bytes),
        Literal::Float(number) => float(*number),
        Literal::Paths(paths) => {
            let paths: Vec<String> = paths.iter().map(|path| quoted(path)).collect();
            format!("{{ paths: [{}] }}", paths.join(", "))
        }
        Literal::Duration { secs, nanos } | Literal::Timestamp { secs, nanos } => {
            let seconds = (*secs != 0 || *nanos == 0).then(|| format!("seconds: {secs}"));
            let nanos = (*nanos != 0).then(|| format!("nanos: {nanos}"));
            let parts: Vec<String> = seconds.into_iter().chain(nanos).collect();
            format!("{{ {} }}", parts.join(", "))
        }
        other => other.to_string(),
    }
}

/// A number with a point in it.
pub(super) fn float(number: f64) -> String {
    match number {
        number if number.is_nan() => "nan".to_owned(),
        f64::INFINITY => "inf".to_owned(),
        f64::NEG_INFINITY => "-inf".to_owned(),
        number => format!("{number:?}"),
    }
}
