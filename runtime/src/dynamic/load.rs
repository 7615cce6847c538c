//! [`Types`]: definitions that became schemas.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use std::sync::{Mutex, OnceLock, PoisonError};

use super::definition::{Accepted, Definition, Gone, Group, Listed, Member, Shape, What};
use super::message::default;
use super::misfit;
use crate::error::Error;
use crate::schema::{
    self, EnumValue, Field, Layout, Link, Oneof, Presence, Reserved, Schema, Type,
};
use crate::validate::first_misfit;

/// Schemas that were made as the program runs, by their full names.
///
/// What is loaded stays for as long as the program runs, as the schemas of compiled types do; the same definitions are loaded once, however often they
/// are asked for.
#[derive(Clone, Debug)]
pub struct Types(BTreeMap<String, &'static Schema>);

/// What was loaded, by the definitions.
static LOADED: Mutex<BTreeMap<String, Types>> = Mutex::new(BTreeMap::new());

impl Types {
    /// Makes schemas of definitions that refer to each other by their full names.
    ///
    /// # Errors
    ///
    /// If a name is defined twice or not at all, if two members have one number or slot, or if a rule is none of values of its field.
    pub fn load(definitions: &[Definition]) -> Result<Self, Error> {
        let key = format!("{definitions:?}");
        let mut loaded = LOADED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(types) = loaded.get(&key) {
            return Ok(types.clone());
        }
        let types = load(definitions)?;
        loaded.insert(key, types.clone());
        Ok(types)
    }

    /// The schema of that full name.
    #[must_use]
    pub fn get(&self, full_name: &str) -> Option<&'static Schema> {
        self.0.get(full_name).copied()
    }

    /// All schemas, by their full names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &'static Schema)> {
        self.0.iter().map(|(name, schema)| (&**name, *schema))
    }
}

/// The schemas that are being made.
type Places = BTreeMap<String, (&'static OnceLock<Schema>, Kind)>;

/// Which kind of link leads to a definition.
#[derive(Clone, Copy)]
enum Kind {
    Message,
    Union,
    Enum,
}

fn load(definitions: &[Definition]) -> Result<Types, Error> {
    // All but rules and defaults is checked before anything is made, since what is made stays.
    let mut kinds = BTreeMap::new();
    for definition in definitions {
        let name = definition.full_name();
        let kind = match definition.what {
            What::Message(_) => Kind::Message,
            What::Union(_) => Kind::Union,
            What::Enum { .. } => Kind::Enum,
        };
        if kinds.insert(name.clone(), kind).is_some() {
            return Err(refused(&name, "it is defined twice"));
        }
    }
    for definition in definitions {
        check(definition, &kinds)?;
    }
    let by_name = definitions.iter().map(|one| (one.full_name(), one));
    let by_name: BTreeMap<_, _> = by_name.collect();
    let mut sizes = BTreeMap::new();
    for name in by_name.keys() {
        size_of_message(name, &by_name, &mut sizes)?;
    }
    let made = |(name, kind)| (name, (&*Box::leak(Box::new(OnceLock::new())), kind));
    let places: Places = kinds.into_iter().map(made).collect();
    let mut types = BTreeMap::new();
    for definition in definitions {
        let name = definition.full_name();
        if let Some((place, _)) = places.get(&name) {
            let schema: &'static Schema = place.get_or_init(|| schema(definition, &places));
            types.insert(name, schema);
        }
    }
    for (name, schema) in &types {
        for field in schema.fields() {
            if let Some(misfit) = first_misfit(field.rules(), field.ty()) {
                let why = format!("a rule of `{}` does not fit: {misfit}", field.name());
                return Err(refused(name, &why));
            }
            let own = if field.oneof().is_some() {
                None
            } else {
                default(field)
            };
            if let Some(misfit) = own.and_then(|value| misfit::value(&value, &field.ty())) {
                let why = format!("the default of `{}` does not fit: {misfit}", field.name());
                return Err(refused(name, &why));
            }
        }
    }
    Ok(Types(types))
}

/// How many values an absent message may consist of.
const LARGEST: usize = 1 << 20;

/// How many values an absent message consists of, with all that it holds other than by an option, a list or a map; `None` in the map while
/// that is being counted.
fn size_of_message(
    name: &str,
    definitions: &BTreeMap<String, &Definition>,
    sizes: &mut BTreeMap<String, Option<usize>>,
) -> Result<usize, Error> {
    match sizes.get(name) {
        Some(Some(size)) => return Ok(*size),
        Some(None) => {
            let why = "it holds itself: help: put an option or a list between";
            return Err(refused(name, why));
        }
        None => {}
    }
    let mut size = 1_usize;
    if let Some(definition) = definitions.get(name)
        && let What::Message(fields) = &definition.what
    {
        sizes.insert(name.into(), None);
        for field in fields.iter().filter(|field| field.oneof.is_none()) {
            size = size.saturating_add(size_of_shape(&field.ty, definitions, sizes)?);
        }
    }
    if size > LARGEST {
        let why = format!("a value in which all is absent has more than {LARGEST} parts");
        return Err(refused(name, &why));
    }
    sizes.insert(name.into(), Some(size));
    Ok(size)
}

fn size_of_shape(
    shape: &Shape,
    definitions: &BTreeMap<String, &Definition>,
    sizes: &mut BTreeMap<String, Option<usize>>,
) -> Result<usize, Error> {
    match shape {
        Shape::Named(name) => size_of_message(name, definitions, sizes),
        Shape::Fixed(inner, len) => match &**inner {
            Shape::List(element) => {
                let size = size_of_shape(element, definitions, sizes)?;
                Ok(size.saturating_mul(*len))
            }
            _ => Ok(*len),
        },
        _ => Ok(1),
    }
}

fn refused(name: &str, why: &str) -> Error {
    Error::custom(format!("`{name}` cannot be loaded: {why}"))
}

fn check(definition: &Definition, kinds: &BTreeMap<String, Kind>) -> Result<(), Error> {
    let name = definition.full_name();
    let mut shapes: Vec<&Shape> = definition.arguments.iter().collect();
    let is_union = matches!(definition.what, What::Union(_));
    let mut members: Vec<&Member> = definition.members().iter().collect();
    members.sort_by_key(|member| member.slot);
    for pair in members.windows(2) {
        if pair[0].slot == pair[1].slot && !is_union {
            return Err(refused(
                &name,
                &format!("two members have the slot {}", pair[0].slot),
            ));
        }
    }
    members.sort_by_key(|member| member.number);
    for pair in members.windows(2) {
        if pair[0].number == pair[1].number {
            let why = format!("two members have the number {}", pair[0].number);
            return Err(refused(&name, &why));
        }
    }
    let mut names = BTreeMap::new();
    for member in &members {
        for name in [&member.name, &member.json_name] {
            let other = names.insert(name, member.number);
            if other.is_some_and(|other| other != member.number) && !name.is_empty() {
                return Err(refused(
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
            return Err(refused(&name, &why));
        }
        if member.slot >= 0x1fff_ffff {
            let why = format!(
                "{} is no slot: help: they are 0 to 536,870,910",
                member.slot
            );
            return Err(refused(&definition.full_name(), &why));
        }
        if is_union && matches!(member.ty, Shape::Option(_)) {
            let why = format!(
                "the variant `{}` holds an option, which no wire can tell from one that is not active",
                member.name
            );
            return Err(refused(&name, &why));
        }
        shapes.push(&member.ty);
        shapes.extend(&member.was);
    }
    for gone in &definition.reserved {
        if let Gone::Slot(_, Some(shape)) = gone {
            shapes.push(shape);
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

fn check_shape(name: &str, shape: &Shape, kinds: &BTreeMap<String, Kind>) -> Result<(), Error> {
    match shape {
        Shape::Named(other) if !kinds.contains_key(other) => Err(refused(
            name,
            &format!("`{other}`, which it refers to, is not defined"),
        )),
        Shape::Fixed(inner, _) if !matches!(**inner, Shape::List(_) | Shape::Bytes) => {
            Err(refused(
                name,
                &format!("only lists and bytes have a fixed length, and not {inner}"),
            ))
        }
        Shape::Option(inner) if matches!(**inner, Shape::Option(_) | Shape::Unit) => Err(refused(
            name,
            &format!("an option cannot hold {inner}, which may itself be nil"),
        )),
        Shape::List(inner) | Shape::Fixed(inner, _) | Shape::Option(inner) => {
            check_shape(name, inner, kinds)
        }
        Shape::Map(key, value) => {
            let is_key = match &**key {
                Shape::Bool | Shape::Int(_) | Shape::Char | Shape::String => true,
                Shape::Named(key) => matches!(kinds.get(key), None | Some(Kind::Enum)),
                _ => false,
            };
            if !is_key {
                return Err(refused(name, &format!("{key} cannot be the key of a map")));
            }
            check_shape(name, key, kinds)?;
            check_shape(name, value, kinds)
        }
        _ => Ok(()),
    }
}

fn schema(definition: &Definition, places: &Places) -> Schema {
    let name = text(&definition.name);
    let is_union = matches!(definition.what, What::Union(_));
    let sorted = |members: &[Member], by: fn(&Member) -> u32| {
        let mut members: Vec<&Member> = members.iter().collect();
        members.sort_by_key(|member| by(member));
        list(
            members
                .into_iter()
                .map(|member| field(member, places, is_union)),
        )
    };
    let mut schema = match &definition.what {
        What::Message(fields) => Schema::message(name, sorted(fields, |field| field.slot)),
        What::Union(variants) => Schema::union(name, sorted(variants, |variant| variant.number)),
        What::Enum { values, open } => {
            Schema::enumeration(name, list(values.iter().map(listed)), *open)
        }
    };
    let arguments = definition.arguments.iter();
    schema = schema
        .with_arguments(list(arguments.map(|shape| ty(shape, places))))
        .with_constants(list(definition.constants.iter().copied()))
        .with_version(definition.version)
        .with_aliases(texts(&definition.aliases))
        .with_json(definition.json)
        .with_form(definition.form)
        .with_layout(layout(definition))
        .with_reserved(list(
            definition
                .reserved
                .iter()
                .map(|gone| reserved(gone, places)),
        ))
        .with_extensions(list(definition.extensions.iter().copied()))
        .with_oneofs(list(definition.oneofs.iter().map(|one| oneof(one, places))))
        .with_accepted(list(definition.accepted.iter().map(accepted)));
    if definition.is_message_set {
        schema = schema.as_message_set();
    }
    if definition.is_tuple {
        schema = schema.as_tuple();
    }
    if definition.is_unit {
        schema = schema.as_unit();
    }
    if definition.keeps_unknown {
        schema = schema.keeping_unknown();
    }
    schema
}

fn accepted(one: &Accepted) -> schema::Accepted {
    let accepted = schema::Accepted::new(text(&one.change), text(&one.reason));
    match one.number {
        Some(number) => accepted.of(number),
        None => accepted,
    }
}

/// The highest slot of a field in the form of an array.
const LAST_OF_ARRAY: u32 = 255;

fn layout(definition: &Definition) -> Layout {
    let members = definition.members().iter();
    match definition.what {
        What::Message(_) if members.map(|one| one.slot).max() > Some(LAST_OF_ARRAY) => Layout::Map,
        _ => definition.layout,
    }
}

fn field(member: &Member, places: &Places, is_variant: bool) -> Field {
    let mut field = Field::new(member.number, text(&member.name), ty(&member.ty, places))
        .with_slot(member.slot)
        .with_json_name(text(&member.json_name))
        .with_aliases(texts(&member.aliases))
        .with_encoding(member.encoding)
        .with_key(member.key)
        .with_value(member.map_value)
        .with_since(member.since);
    if let Some(default) = member.default {
        field = field.with_default(default);
    }
    if let Some(bytes) = &member.default_bytes {
        field = field.with_loaded_default(Box::leak(bytes.clone().into_boxed_slice()));
    }
    field = match member.presence {
        Presence::Implicit if is_variant || member.oneof.is_some() => field.explicit(),
        Presence::Implicit => field,
        Presence::Explicit => field.explicit(),
        Presence::Required => field.required(),
    };
    if !member.is_packed {
        field = field.unpacked();
    }
    if let Some(oneof) = &member.oneof {
        field = field.in_oneof(text(oneof));
    }
    if !member.was.is_empty() {
        field = field.with_loaded_was(list(member.was.iter().map(|one| ty(one, places))));
    }
    field.with_loaded_rules(list(member.rules.iter().copied()))
}

fn listed(value: &Listed) -> EnumValue {
    EnumValue::new(value.number, text(&value.name)).with_aliases(texts(&value.aliases))
}

fn reserved(gone: &Gone, places: &Places) -> Reserved {
    match gone {
        Gone::Numbers(first, last) => Reserved::numbers(*first, *last),
        Gone::Name(name) => Reserved::name(text(name)),
        Gone::Slot(slot, shape) => Reserved::slot(*slot, shape.as_ref().map(|one| ty(one, places))),
    }
}

fn oneof(group: &Group, places: &Places) -> Oneof {
    match &group.default {
        None => Oneof::required(text(&group.name)),
        Some((shape, bytes)) => {
            let bytes = Box::leak(bytes.clone().into_boxed_slice());
            Oneof::loaded(text(&group.name), ty(shape, places), bytes)
        }
    }
}

fn ty(shape: &Shape, places: &Places) -> Type {
    let inner = |shape: &Shape| &*Box::leak(Box::new(ty(shape, places)));
    match shape {
        Shape::Bool => Type::Bool,
        Shape::Int(int) => Type::Int(*int),
        Shape::Float32 => Type::Float32,
        Shape::Float64 => Type::Float64,
        Shape::Char => Type::Char,
        Shape::String => Type::String,
        Shape::Bytes => Type::Bytes,
        Shape::Duration => Type::Duration,
        Shape::Timestamp => Type::Timestamp,
        Shape::Unit => Type::Unit,
        Shape::Named(name) => match places.get(name) {
            Some((place, Kind::Message)) => Type::Message(Link::loaded(place)),
            Some((place, Kind::Union)) => Type::Union(Link::loaded(place)),
            Some((place, Kind::Enum)) => Type::Enum(Link::loaded(place)),
            None => Type::Unit,
        },
        Shape::List(element) => Type::List(inner(element)),
        Shape::Fixed(held, len) => Type::Fixed(inner(held), *len),
        Shape::Map(key, value) => Type::Map(inner(key), inner(value)),
        Shape::Option(held) => Type::Option(inner(held)),
    }
}

fn text(text: &str) -> &'static str {
    Box::leak(Box::from(text))
}

fn texts(texts: &[String]) -> &'static [&'static str] {
    list(texts.iter().map(|one| text(one)))
}

fn list<T>(items: impl Iterator<Item = T>) -> &'static [T] {
    let items: Vec<T> = items.collect();
    Box::leak(items.into_boxed_slice())
}
