//! Whether rules fit the type of their field: told at compile time, where aliases and type parameters have become types.

use super::{Literal, Rule};
use crate::schema::{Form, Type};

/// Fails to compile unless each rule is one of values of the type.
///
/// # Panics
///
/// At compile time, where one is not.
pub(crate) const fn assert_fit(rules: &[Rule], ty: Type) {
    if let Some(misfit) = first_misfit(rules, ty) {
        // Generated code asks in a constant: where this is reached, the program does not compile. What is loaded asks `first_misfit`.
        panic!("{}", misfit);
    }
}

/// What is wrong with the first rule that is none of values of the type.
pub(crate) const fn first_misfit(rules: &[Rule], ty: Type) -> Option<&'static str> {
    let ty = match ty {
        Type::Option(inner) => inner.plain(),
        ty => ty.plain(),
    };
    let ty = match ty {
        Type::Message(link) => match link.form() {
            Form::Timestamp => Type::Timestamp,
            Form::Duration => Type::Duration,
            // The value in a wrapper has the rules of its type, which is not known here.
            Form::Bare => return None,
            _ => ty,
        },
        ty => ty,
    };
    let mut at = 0;
    while at < rules.len() {
        let found = match (&rules[at], ty) {
            (Rule::Items(inner), Type::List(element)) => first_misfit(inner, *element),
            (Rule::Keys(inner), Type::Map(key, _)) => first_misfit(inner, *key),
            (Rule::Values(inner), Type::Map(_, value)) => first_misfit(inner, *value),
            (rule, ty) => misfit(rule, &ty),
        };
        if found.is_some() {
            return found;
        }
        at += 1;
    }
    None
}

/// What is wrong with a rule of values of this type.
const fn misfit(rule: &Rule, ty: &Type) -> Option<&'static str> {
    let (fits, text) = match rule {
        Rule::Kind(_) | Rule::Required | Rule::IgnoreIfZero | Rule::IgnoreAlways => (true, ""),
        Rule::Const(literal) => (equals(literal, ty), VALUE),
        Rule::Example(list) => (all_equal(list, ty), VALUE),
        Rule::Lt(literal) | Rule::Lte(literal) | Rule::Gt(literal) | Rule::Gte(literal) => {
            (is_ordered(ty) && compares(literal, ty), BOUND)
        }
        Rule::In(list) | Rule::NotIn(list) => (all_compare(list, ty), VALUE),
        Rule::Finite => (matches!(ty, Type::Float32 | Type::Float64), FLOAT),
        Rule::LtNow | Rule::GtNow | Rule::Within(_) => (matches!(ty, Type::Timestamp), TIMESTAMP),
        Rule::Len(_)
        | Rule::MinLen(_)
        | Rule::MaxLen(_)
        | Rule::Pattern(_)
        | Rule::Ip
        | Rule::Ipv4
        | Rule::Ipv6
        | Rule::Uuid => (is_text(ty) || matches!(ty, Type::Bytes), LENGTH),
        Rule::Prefix(part)
        | Rule::Suffix(part)
        | Rule::Contains(part)
        | Rule::NotContains(part) => {
            let is_made_of = is_text(ty) || matches!(ty, Type::Bytes);
            (is_made_of && compares(part, ty), LENGTH)
        }
        Rule::DefinedOnly => (matches!(ty, Type::Enum(_)), ENUM),
        Rule::MinItems(_) | Rule::MaxItems(_) | Rule::Unique | Rule::Items(_) => {
            (matches!(ty, Type::List(_)), LIST)
        }
        Rule::MinPairs(_) | Rule::MaxPairs(_) | Rule::Keys(_) | Rule::Values(_) => {
            (matches!(ty, Type::Map(..)), MAP)
        }
        // What is left are the lengths in bytes and the formats.
        _ => (is_text(ty), TEXT),
    };
    if fits { None } else { Some(text) }
}

const VALUE: &str = "`const`, `in`, `not_in` and `example` need values of the field's type: help: write such values, or take the rule away";
const BOUND: &str = "`lt`, `lte`, `gt` and `gte` are rules of numbers, durations and timestamps, and need a value of the field's type: \
                     help: for text and bytes it is `min_len`, for a list `min_items`, for a map `min_pairs`";
const FLOAT: &str = "`finite` is a rule of floats: help: take it away";
const TIMESTAMP: &str =
    "`lt_now`, `gt_now` and `within` are rules of timestamps: help: take them away";
const LENGTH: &str = "this is a rule of text and bytes: help: instead of `min_len` it is `min_items` for a list, `min_pairs` for a map, \
                      `gte` for a number";
const TEXT: &str = "this is a rule of text: help: take it away, or hold a `String`";
const ENUM: &str = "`defined_only` is a rule of enums without data: help: take it away";
const LIST: &str = "`min_items`, `max_items`, `unique` and `items` are rules of lists, and a list of `u8` is bytes: help: for text and bytes \
                    it is `min_len`, for a map `min_pairs`, for a number `gte`";
const MAP: &str = "`min_pairs`, `max_pairs`, `keys` and `values` are rules of maps: help: for text and bytes it is `min_len`, for a list \
                   `min_items`, for a number `gte`";

const fn is_text(ty: &Type) -> bool {
    matches!(ty, Type::String | Type::Char)
}

const fn is_ordered(ty: &Type) -> bool {
    matches!(
        ty,
        Type::Int(_) | Type::Float32 | Type::Float64 | Type::Duration | Type::Timestamp
    )
}

/// Whether values of a type compare with a literal.
const fn compares(literal: &Literal, ty: &Type) -> bool {
    match ty {
        Type::Bool => matches!(literal, Literal::Bool(_)),
        Type::Int(_) | Type::Enum(_) => matches!(literal, Literal::Int(_) | Literal::Uint(_)),
        Type::Float32 | Type::Float64 => {
            matches!(
                literal,
                Literal::Float(_) | Literal::Int(_) | Literal::Uint(_)
            )
        }
        Type::String | Type::Char => matches!(literal, Literal::Str(_)),
        Type::Bytes => matches!(literal, Literal::Bytes(_) | Literal::Str(_)),
        Type::Duration => matches!(literal, Literal::Duration { .. }),
        Type::Timestamp => matches!(literal, Literal::Timestamp { .. }),
        Type::Message(link) if matches!(link.form(), Form::Any | Form::FieldMask) => {
            matches!(literal, Literal::Str(_))
        }
        _ => false,
    }
}

/// Whether values of a type can be equal to a literal. What is listed of a message is text that is part of it.
const fn equals(literal: &Literal, ty: &Type) -> bool {
    match ty {
        Type::Message(link) => {
            matches!(link.form(), Form::FieldMask) && matches!(literal, Literal::Paths(_))
        }
        ty => compares(literal, ty),
    }
}

const fn all_equal(literals: &[Literal], ty: &Type) -> bool {
    let mut at = 0;
    while at < literals.len() {
        if !equals(&literals[at], ty) {
            return false;
        }
        at += 1;
    }
    true
}

const fn all_compare(literals: &[Literal], ty: &Type) -> bool {
    let mut at = 0;
    while at < literals.len() {
        if !compares(&literals[at], ty) {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::super::{Literal, Rule};
    use super::misfit;
    use crate::schema::{Int, Type};

    #[test]
    fn a_rule_fits_the_types_that_it_is_made_for() {
        let (int, byte) = (Type::Int(Int::I32), Type::Int(Int::U8));
        let list = Type::List(&Type::Bool);
        let map = Type::Map(&Type::String, &Type::Bool);
        let types = [int, Type::Float64, Type::String, Type::Bytes, list, map];
        let cases: [(Rule, [bool; 6]); 7] = [
            (
                Rule::Gt(Literal::Int(1)),
                [true, true, false, false, false, false],
            ),
            (
                Rule::Gt(Literal::Float(1.5)),
                [false, true, false, false, false, false],
            ),
            (Rule::MinLen(1), [false, false, true, true, false, false]),
            (Rule::Email, [false, false, true, false, false, false]),
            (Rule::Unique, [false, false, false, false, true, false]),
            (Rule::MinPairs(1), [false, false, false, false, false, true]),
            (
                Rule::In(&[Literal::Str("a")]),
                [false, false, true, true, false, false],
            ),
        ];
        for (rule, fits) in cases {
            for (ty, fits) in types.iter().zip(fits) {
                assert_eq!(misfit(&rule, ty).is_none(), fits, "{rule:?} of {ty}");
            }
        }
        assert!(misfit(&Rule::Required, &byte).is_none());
        assert!(misfit(&Rule::In(&[Literal::Int(1), Literal::Str("a")]), &byte).is_some());
    }
}
