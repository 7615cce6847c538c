//! [`Types`]: definitions that became schemas.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, OnceLock, PoisonError};

use super::admit::Kinds;
use super::definition::{Accepted, Definition, Gone, Group, Listed, Member, What};
use super::refused::Refused;
use super::shape::Shape;
use super::{admit, defaults};
use crate::schema::{
    self, EnumValue, Field, Form, Layout, Link, Oneof, Presence, Reserved, Schema, Type,
};

/// Schemas that were made as the program runs, by their full names.
///
/// What is loaded stays for as long as the program runs, as the schemas of compiled types do; the same definitions are loaded once, however often they
/// are asked for.
#[derive(Clone, Debug)]
pub struct Types(BTreeMap<String, &'static Schema>);

/// What was made, by the definitions: schemas, or some that their defaults do not fit.
type Loaded = HashMap<Box<[Definition]>, Result<Types, Refused>>;

static LOADED: LazyLock<Mutex<Loaded>> = LazyLock::new(Mutex::default);

impl Types {
    /// Makes schemas of definitions that refer to each other by their full names.
    ///
    /// # Errors
    ///
    /// If the derive would refuse such a type, or no value of it could be held:
    ///
    /// - a name is defined twice or not at all, two members have one number, slot or name, or a number or slot is none;
    /// - an option holds what may itself be nil, a variant or a member of a oneof is an option, a key is none, or something other than a
    ///   list or bytes has a fixed length;
    /// - a struct without fields has some, an enum is a tuple, or a well-known form is not that of the members;
    /// - a rule or a default is none of values of its field, or a default holds the message whose default it is;
    /// - shapes nest deeper than 64 levels, messages deeper than 100 without an option, a list or a map between them, or within themselves;
    /// - a value in which all is absent, with what fills the slots of removed fields, has more than 1,048,576 parts, or
    ///   a shape asks for more.
    pub fn load(definitions: &[Definition]) -> Result<Self, Refused> {
        admit::depth(definitions)?;
        let loaded = || LOADED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = loaded().get(definitions) {
            return made.clone();
        }
        // What is made stays, so all is checked before, but for defaults that are bytes, which are read by what was made.
        let kinds = admit::all(definitions)?;
        let mut loaded = loaded();
        if let Some(made) = loaded.get(definitions) {
            return made.clone();
        }
        let made = make(definitions, kinds);
        loaded.insert(definitions.into(), made.clone());
        made
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
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Message(Form),
    Union,
    Enum,
}

fn make(definitions: &[Definition], kinds: Kinds) -> Result<Types, Refused> {
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
    defaults::check(&types)?;
    Ok(Types(types))
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
        .with_rules(list(definition.rules.iter().copied()))
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

/// The highest slot of a field, or of a removed one that is filled, in the form of an array.
const LAST_OF_ARRAY: u32 = 255;

fn layout(definition: &Definition) -> Layout {
    let members = definition.members().iter().map(|one| one.slot);
    let filled = definition.reserved.iter().filter_map(|gone| match gone {
        Gone::Slot(slot, Some(_)) => Some(*slot),
        _ => None,
    });
    match definition.what {
        What::Message(_) if members.chain(filled).max() > Some(LAST_OF_ARRAY) => Layout::Map,
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
        Shape::Uuid => Type::Uuid,
        Shape::Duration => Type::Duration,
        Shape::Timestamp => Type::Timestamp,
        Shape::Opaque => Type::Opaque,
        Shape::Unit => Type::Unit,
        Shape::Named(name) => match places.get(name) {
            Some((place, Kind::Message(form))) => {
                Type::Message(Link::loaded(place).with_form(*form))
            }
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
