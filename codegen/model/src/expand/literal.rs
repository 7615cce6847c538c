//! Literals and rules as the runtime's constants.

use proc_macro2::{Delimiter, Literal as Token, TokenStream, TokenTree};
use quote::quote;

use crate::model::{Format, Literal, Rule};

/// A literal as the runtime's constant.
pub(super) fn literal(literal: &Literal, path: &TokenStream) -> TokenStream {
    let name = quote!(#path::Literal);
    match literal {
        Literal::Bool(value) => quote!(#name::Bool(#value)),
        Literal::Int(value) => {
            let value = integer(*value);
            quote!(#name::Int(#value))
        }
        Literal::Float(value) => {
            let value = float(*value, path);
            quote!(#name::Float(#value))
        }
        Literal::Str(value) => quote!(#name::Str(#value)),
        Literal::Bytes(value) => {
            let value = Token::byte_string(value);
            quote!(#name::Bytes(#value))
        }
        Literal::Char(value) => {
            let value = value.to_string();
            quote!(#name::Str(#value))
        }
        Literal::Duration { seconds, nanos } => {
            let (seconds, nanos) = (integer(i128::from(*seconds)), integer(i128::from(*nanos)));
            quote!(#name::Duration { secs: #seconds, nanos: #nanos })
        }
        Literal::Timestamp { seconds, nanos } => {
            let (seconds, nanos) = (integer(i128::from(*seconds)), integer(i128::from(*nanos)));
            quote!(#name::Timestamp { secs: #seconds, nanos: #nanos })
        }
        Literal::Paths(paths) => quote!(#name::Paths(&[#(#paths),*])),
    }
}

/// The value that an expression of an attribute makes: a literal of text or bytes becomes what the field holds (`String`, `Cow`).
pub(super) fn made_of(expr: &TokenStream) -> TokenStream {
    let mut tokens = expr.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Literal(literal)), None) if is_text(&literal) => {
            // What is made of a slice is not always made of an array.
            let literal = match literal.to_string().starts_with('b') {
                true => quote!(&#literal[..]),
                false => quote!(#literal),
            };
            quote!(::core::convert::Into::into(#literal))
        }
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => {
            made_of(&group.stream())
        }
        _ => expr.clone(),
    }
}

fn is_text(literal: &Token) -> bool {
    let spelled = literal.to_string();
    spelled.ends_with(['"', '#'])
}

/// An integer without a suffix, grouped as a person would write it.
pub(super) fn integer(value: i128) -> TokenStream {
    let digits = value.unsigned_abs().to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if digits.len() > 4 && i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    let token: TokenStream = grouped.parse().unwrap_or_default();
    if value < 0 { quote!(-#token) } else { token }
}

/// A float, also one that has no literal.
pub(super) fn float(value: f64, path: &TokenStream) -> TokenStream {
    if value.is_nan() {
        quote!(#path::f64::NAN)
    } else if value.is_infinite() {
        if value > 0.0 {
            quote!(#path::f64::INFINITY)
        } else {
            quote!(#path::f64::NEG_INFINITY)
        }
    } else {
        let token = Token::f64_unsuffixed(value.abs());
        if value.is_sign_negative() {
            quote!(-#token)
        } else {
            quote!(#token)
        }
    }
}

/// The rules of a field: an expression of type `&'static [Rule]`.
pub(super) fn rules(given: &[Rule], path: &TokenStream) -> TokenStream {
    let tokens = given.iter().map(|given| rule(given, path));
    quote!(&[#(#tokens),*])
}

fn rule(rule: &Rule, path: &TokenStream) -> TokenStream {
    let name = quote!(#path::Rule);
    let one = |value: &Literal| literal(value, path);
    let many = |values: &[Literal]| {
        let values = values.iter().map(|value| literal(value, path));
        quote!(&[#(#values),*])
    };
    let count = |value: u64| integer(i128::from(value));
    macro_rules! with {
        ($variant:ident, $value:expr) => {{
            let value = $value;
            quote!(#name::$variant(#value))
        }};
    }
    match rule {
        Rule::Required => quote!(#name::Required),
        Rule::Const(value) => with!(Const, one(value)),
        Rule::Lt(value) => with!(Lt, one(value)),
        Rule::Lte(value) => with!(Lte, one(value)),
        Rule::Gt(value) => with!(Gt, one(value)),
        Rule::Gte(value) => with!(Gte, one(value)),
        Rule::In(values) => with!(In, many(values)),
        Rule::NotIn(values) => with!(NotIn, many(values)),
        Rule::Finite => quote!(#name::Finite),
        Rule::Len(value) => with!(Len, count(*value)),
        Rule::MinLen(value) => with!(MinLen, count(*value)),
        Rule::MaxLen(value) => with!(MaxLen, count(*value)),
        Rule::LenBytes(value) => with!(LenBytes, count(*value)),
        Rule::MinBytes(value) => with!(MinBytes, count(*value)),
        Rule::MaxBytes(value) => with!(MaxBytes, count(*value)),
        Rule::Pattern(source) => quote! {
            #name::Pattern(#path::PatternRef::of(|| {
                static PATTERN: #path::Pattern = #path::Pattern::new(#source);
                &PATTERN
            }))
        },
        Rule::Prefix(value) => with!(Prefix, one(value)),
        Rule::Suffix(value) => with!(Suffix, one(value)),
        Rule::Contains(value) => with!(Contains, one(value)),
        Rule::NotContains(value) => with!(NotContains, one(value)),
        Rule::Format(format) => {
            let strict = match format {
                Format::HttpHeaderName { strict } | Format::HttpHeaderValue { strict } => {
                    quote!({ strict: #strict })
                }
                _ => TokenStream::new(),
            };
            let format = quote::format_ident!("{}", format_name(*format));
            quote!(#name::#format #strict)
        }
        Rule::DefinedOnly => quote!(#name::DefinedOnly),
        Rule::MinItems(value) => with!(MinItems, count(*value)),
        Rule::MaxItems(value) => with!(MaxItems, count(*value)),
        Rule::Unique => quote!(#name::Unique),
        Rule::Items(inner) => with!(Items, rules(inner, path)),
        Rule::MinPairs(value) => with!(MinPairs, count(*value)),
        Rule::MaxPairs(value) => with!(MaxPairs, count(*value)),
        Rule::Keys(inner) => with!(Keys, rules(inner, path)),
        Rule::Values(inner) => with!(Values, rules(inner, path)),
        Rule::LtNow => quote!(#name::LtNow),
        Rule::GtNow => quote!(#name::GtNow),
        Rule::Within(value) => with!(Within, one(value)),
        Rule::IgnoreIfZero => quote!(#name::IgnoreIfZero),
        Rule::IgnoreAlways => quote!(#name::IgnoreAlways),
        Rule::Example(values) => with!(Example, many(values)),
    }
}

fn format_name(format: Format) -> &'static str {
    match format {
        Format::Email => "Email",
        Format::Hostname => "Hostname",
        Format::Ip => "Ip",
        Format::Ipv4 => "Ipv4",
        Format::Ipv6 => "Ipv6",
        Format::Uri => "Uri",
        Format::UriRef => "UriRef",
        Format::Address => "Address",
        Format::Uuid => "Uuid",
        Format::Tuuid => "Tuuid",
        Format::Ulid => "Ulid",
        Format::HostAndPort => "HostAndPort",
        Format::IpWithPrefixlen => "IpWithPrefixlen",
        Format::Ipv4WithPrefixlen => "Ipv4WithPrefixlen",
        Format::Ipv6WithPrefixlen => "Ipv6WithPrefixlen",
        Format::IpPrefix => "IpPrefix",
        Format::Ipv4Prefix => "Ipv4Prefix",
        Format::Ipv6Prefix => "Ipv6Prefix",
        Format::ProtobufFqn => "ProtobufFqn",
        Format::ProtobufDotFqn => "ProtobufDotFqn",
        Format::HttpHeaderName { .. } => "HttpHeaderName",
        Format::HttpHeaderValue { .. } => "HttpHeaderValue",
    }
}
