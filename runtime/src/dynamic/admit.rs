//! What definitions must meet to be loaded, checked before anything is made of them.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::definition::{Definition, Gone, Member, What};
use super::extent::{fits, sizes};
use super::load::Kind;
use super::refused::Refused;
use super::shape::Shape;
use super::{Value, misfit};
use crate::schema::{Form, Int, Schema, Type};
use crate::validate::{Literal, MessageRule, Rule, first_misfit};

/// Which kind of type each name has.
pub(super) type Kinds = BTreeMap<String, Kind>;

/// How deep a shape may nest.
const LEVELS: usize = 64;

/// Checks that no shape nests deeper than is walked, before any is.
pub(super) fn depth(definitions: &[Definition]) -> Result<(), Refused> {
    for definition in definitions {
        let mut rest: Vec<(&Shape, usize)> = definition.shapes().map(|one| (one, 0)).collect();
        while let Some((shape, levels)) = rest.pop() {
            if levels > LEVELS {
                let why = format!("a shape nests deeper than {LEVELS} levels");
                return Err(Refused::new(&definition.name, &why));
            }
            match shape {
                Shape::List(inner) | Shape::Fixed(inner, _) | Shape::Option(inner) => {
                    rest.push((inner, levels + 1));
                }
                Shape::Map(key, value) => {
                    rest.push((key, levels + 1));
                    rest.push((value, levels + 1));
                }
                _ => {}
            }
        }
    }
    Ok(())
}

/// Checks all that can be checked before anything is made, and says what kind of type each name has.
pub(super) fn all(definitions: &[Definition]) -> Result<Kinds, Refused> {
    let mut kinds = BTreeMap::new();
    for definition in definitions {
        let name = definition.full_name();
        let kind = match definition.what {
            What::Message(_) => Kind::Message(definition.form),
            What::Union(_) => Kind::Union,
            What::Enum { .. } => Kind::Enum,
        };
        if kinds.insert(name.clone(), kind).is_some() {
            return Err(Refused::new(&name, "it is defined twice"));
        }
    }
    for definition in definitions {
        check(definition, &kinds)?;
        flags(definition)?;
    }
    let by_name = definitions.iter().map(|one| (one.full_name(), one));
    let by_name: BTreeMap<_, _> = by_name.collect();
    let sizes = sizes(&by_name)?;
    for (name, definition) in &by_name {
        for shape in definition.shapes() {
            fits(name, shape, &sizes)?;
        }
        for member in definition.members() {
            rules(name, member, &kinds)?;
            literal(name, member, &by_name)?;
        }
    }
    Ok(kinds)
}

/// Checks what a definition says of itself.
fn flags(definition: &Definition) -> Result<(), Refused> {
    let why = match &definition.what {
        What::Message(fields) if definition.is_unit && !fields.is_empty() => {
            "a struct without fields has some"
        }
        What::Message(_) if definition.is_unit && definition.is_tuple => {
            "a struct without fields is no tuple"
        }
        What::Union(_) | What::Enum { .. } if definition.is_unit || definition.is_tuple => {
            "an enum is no struct without fields, and no tuple"
        }
        what if !definition.rules.is_empty() && !names_fields(what, &definition.rules) => {
            "a rule of the message names what is no field of it"
        }
        _ if !is_of_form(definition) => {
            "its members are not those of its form: help: take `Form::Plain`"
        }
        _ => return Ok(()),
    };
    Err(Refused::new(&definition.full_name(), why))
}

/// Whether the rules of a message name fields of it.
fn names_fields(what: &What, rules: &[MessageRule]) -> bool {
    let What::Message(members) = what else {
        return false;
    };
    let is_named = |name: &&str| members.iter().any(|member| member.name == *name);
    let has = |oneof: &str| {
        let mut held = members.iter().filter_map(|member| member.oneof.as_deref());
        held.any(|name| name == oneof)
    };
    rules.iter().all(|rule| match rule {
        MessageRule::Oneof { fields, .. } => fields.iter().all(is_named),
        MessageRule::Variant { oneof } => has(oneof),
    })
}

/// Whether the members are those that the form of a well-known type is made of.
fn is_of_form(definition: &Definition) -> bool {
    let mut members: Vec<&Member> = definition.members().iter().collect();
    members.sort_by_key(|member| member.number);
    let is_alone = |member: &Member| member.oneof.is_none();
    match (definition.form, &definition.what, members.as_slice()) {
        (Form::Plain, ..) => true,
        (Form::Null, What::Enum { values, .. }, _) => values.iter().any(|one| one.number == 0),
        (Form::Bare, What::Message(_), [one]) => {
            is_alone(one) && !matches!(one.ty, Shape::Option(_))
        }
        (Form::Value, What::Message(_), [first, ..]) => {
            first.oneof.is_some() && members.iter().all(|one| one.oneof == first.oneof)
        }
        (Form::Timestamp | Form::Duration, What::Message(_), [secs, nanos]) => {
            is_alone(secs)
                && is_alone(nanos)
                && secs.ty == Shape::Int(Int::I64)
                && nanos.ty == Shape::Int(Int::I32)
        }
        (Form::FieldMask, What::Message(_), [paths]) => {
            is_alone(paths) && matches!(&paths.ty, Shape::List(path) if **path == Shape::String)
        }
        (Form::Any, What::Message(_), [url, value]) => {
            is_alone(url) && is_alone(value) && url.ty == Shape::String && value.ty == Shape::Bytes
        }
        _ => false,
    }
}

/// Checks that the rules of a member are rules of its values.
fn rules(name: &str, member: &Member, kinds: &Kinds) -> Result<(), Refused> {
    match misfit_of(&member.rules, &member.ty, kinds) {
        Some(misfit) => {
            let why = format!("a rule of `{}` does not fit: {misfit}", member.name);
            Err(Refused::new(name, &why))
        }
        None => Ok(()),
    }
}

fn misfit_of(rules: &[Rule], shape: &Shape, kinds: &Kinds) -> Option<&'static str> {
    let shape = match shape {
        Shape::Option(inner) => inner,
        shape => shape,
    };
    rules.iter().find_map(|rule| match (rule, shape) {
        (Rule::Items(inner), Shape::List(element)) => misfit_of(inner, element, kinds),
        (Rule::Keys(inner), Shape::Map(key, _)) => misfit_of(inner, key, kinds),
        (Rule::Values(inner), Shape::Map(_, value)) => misfit_of(inner, value, kinds),
        (rule, shape) => first_misfit(&[*rule], sort(shape, kinds)),
    })
}

/// A type of the sort of a shape's, whatever that holds.
fn sort(shape: &Shape, kinds: &Kinds) -> Type {
    const NOTHING: &Schema = &Schema::enumeration("", &[], true);
    match shape {
        Shape::Bool => Type::Bool,
        Shape::Int(int) => Type::Int(*int),
        Shape::Float32 => Type::Float32,
        Shape::Float64 => Type::Float64,
        Shape::Char => Type::Char,
        Shape::String => Type::String,
        Shape::Bytes => Type::Bytes,
        Shape::Uuid => Type::Uuid,
        Shape::Duration => Type::Duration,
        Shape::Timestamp => Type::Timestamp,
        Shape::Opaque => Type::Opaque,
        Shape::Unit => Type::Unit,
        Shape::Named(name) => match kinds.get(name) {
            Some(Kind::Enum) => Type::enumeration(|| NOTHING),
            Some(Kind::Message(form)) => Type::known(*form, || NOTHING),
            _ => Type::message(|| NOTHING),
        },
        Shape::List(_) => Type::List(&Type::Unit),
        Shape::Map(..) => Type::Map(&Type::Unit, &Type::Unit),
        Shape::Option(inner) => sort(inner, kinds),
        Shape::Fixed(inner, len) => match **inner {
            Shape::Bytes => Type::Fixed(&Type::Bytes, *len),
            _ => Type::Fixed(&Type::List(&Type::Unit), *len),
        },
    }
}

/// Checks that a default is a value of its field.
fn literal(
    name: &str,
    member: &Member,
    definitions: &BTreeMap<String, &Definition>,
) -> Result<(), Refused> {
    let Some(default) = member.default.filter(|_| member.default_bytes.is_none()) else {
        return Ok(());
    };
    let shape = match &member.ty {
        // What is absent stays nothing, whatever proto2 says that a program sees then.
        Shape::Option(inner) if matches!(**inner, Shape::Named(_) | Shape::Bytes) => return Ok(()),
        Shape::Option(inner) => inner,
        shape => shape,
    };
    let why = match shape {
        Shape::Named(held) => {
            let what = definitions.get(held).map(|one| &one.what);
            match (what, number(default)) {
                (Some(What::Enum { values, open }), Some(number))
                    if *open || values.iter().any(|one| one.number == number) =>
                {
                    return Ok(());
                }
                (Some(What::Enum { .. }), Some(number)) => {
                    format!("`{held}` has no value of the number {number}")
                }
                _ => format!("it is no value of {shape}"),
            }
        }
        Shape::List(_) | Shape::Map(..) | Shape::Fixed(..) | Shape::Option(_) => {
            format!("it is no value of {shape}")
        }
        _ => {
            let ty = sort(shape, &BTreeMap::new());
            match Value::literal(default, &ty).map(|value| misfit::value(&value, &ty)) {
                Some(None) => return Ok(()),
                Some(Some(misfit)) => format!("{misfit}"),
                None => format!("it is no value of {shape}"),
            }
        }
    };
    let why = format!("the default of `{}` does not fit: {why}", member.name);
    Err(Refused::new(name, &why))
}

/// The number of an enum's value.
fn number(literal: Literal) -> Option<i32> {
    match literal {
        Literal::Int(number) => number.try_into().ok(),
        Literal::Uint(number) => number.try_into().ok(),
        _ => None,
    }
}

fn check(definition: &Definition, kinds: &Kinds) -> Result<(), Refused> {
    let name = definition.full_name();
    let mut shapes: Vec<&Shape> = definition.arguments.iter().collect();
    let is_union = matches!(definition.what, What::Union(_));
    let mut members: Vec<&Member> = definition.members().iter().collect();
    members.sort_by_key(|member| member.slot);
    for pair in members.windows(2) {
        if pair[0].slot == pair[1].slot && !is_union {
            return Err(Refused::new(
                &name,
                &format!("two members have the slot {}", pair[0].slot),
            ));
        }
    }
    members.sort_by_key(|member| member.number);
    for pair in members.windows(2) {
        if pair[0].number == pair[1].number {
            let why = format!("two members have the number {}", pair[0].number);
            return Err(Refused::new(&name, &why));
        }
    }
    let mut names = BTreeMap::new();
    for member in &members {
        for name in [&member.name, &member.json_name] {
            let other = names.insert(name, member.number);
            if other.is_some_and(|other| other != member.number) && !name.is_empty() {
                return Err(Refused::new(
                    &definition.full_name(),
                    &format!("two members are called `{name}`"),
                ));
            }
        }
    }
    for member in members {
        if !(1..=0x1fff_ffff).contains(&member.number) {
            let why = format!(
                "{} is no field number: help: they are 1 to 536,870,911",
                member.number
            );
            return Err(Refused::new(&name, &why));
        }
        if member.slot >= 0x1fff_ffff {
            let why = format!(
                "{} is no slot: help: they are 0 to 536,870,910",
                member.slot
            );
            return Err(Refused::new(&definition.full_name(), &why));
        }
        if (is_union || member.oneof.is_some()) && matches!(member.ty, Shape::Option(_)) {
            let why = format!(
                "the variant `{}` holds an option, which no wire can tell from one that is not active",
                member.name
            );
            return Err(Refused::new(&name, &why));
        }
        shapes.push(&member.ty);
        shapes.extend(&member.was);
    }
    for gone in &definition.reserved {
        if let Gone::Slot(slot, shape) = gone {
            if *slot >= 0x1fff_ffff {
                let why = format!("{slot} is no slot: help: they are 0 to 536,870,910");
                return Err(Refused::new(&name, &why));
            }
            shapes.extend(shape);
        }
    }
    shapes.extend(
        definition
            .oneofs
            .iter()
            .filter_map(|one| Some(&one.default.as_ref()?.0)),
    );
    shapes
        .into_iter()
        .try_for_each(|shape| check_shape(&name, shape, kinds))
}

fn check_shape(name: &str, shape: &Shape, kinds: &Kinds) -> Result<(), Refused> {
    match shape {
        Shape::Named(other) if !kinds.contains_key(other) => Err(Refused::new(
            name,
            &format!("`{other}`, which it refers to, is not defined"),
        )),
        Shape::Fixed(inner, _) if !matches!(**inner, Shape::List(_) | Shape::Bytes) => {
            Err(Refused::new(
                name,
                &format!("only lists and bytes have a fixed length, and not {inner}"),
            ))
        }
        Shape::Option(inner) if matches!(**inner, Shape::Option(_) | Shape::Unit) => {
            Err(Refused::new(
                name,
                &format!("an option cannot hold {inner}, which may itself be nil"),
            ))
        }
        Shape::List(inner) | Shape::Fixed(inner, _) | Shape::Option(inner) => {
            check_shape(name, inner, kinds)
        }
        Shape::Map(key, value) => {
            let is_key = match &**key {
                Shape::Bool | Shape::Int(_) | Shape::Char | Shape::String | Shape::Uuid => true,
                Shape::Named(key) => matches!(kinds.get(key), None | Some(Kind::Enum)),
                _ => false,
            };
            if !is_key {
                return Err(Refused::new(
                    name,
                    &format!("{key} cannot be the key of a map"),
                ));
            }
            check_shape(name, key, kinds)?;
            check_shape(name, value, kinds)
        }
        _ => Ok(()),
    }
}
