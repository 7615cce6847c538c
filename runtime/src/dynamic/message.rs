//! [`Message`] and [`Union`]: fields and variants by a schema that is data.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::cell::RefCell;
use core::fmt;

use super::{Value, misfit};
use crate::schema::{Field, Oneof, Presence, Schema, Type};
use crate::unknown::UnknownFields;

/// A message: a value for each field of its schema that is present, and what the schema does not know.
#[derive(Clone)]
pub struct Message {
    schema: &'static Schema,
    pub(super) values: Vec<Option<Value>>,
    pub(super) unknown: UnknownFields,
}

/// An enum with data: its active variant.
#[derive(Clone)]
pub struct Union {
    schema: &'static Schema,
    pub(super) active: Active,
}

/// The active variant.
#[derive(Clone, PartialEq)]
pub(super) enum Active {
    /// The variant at a position of the schema.
    Known(usize, Value),
    /// A variant that the schema does not know.
    Unknown(UnknownFields),
}

impl Message {
    /// A message of a schema, whose fields are all absent.
    #[must_use]
    pub fn new(schema: &'static Schema) -> Self {
        Self {
            schema,
            values: alloc::vec![None; schema.fields().len()],
            unknown: UnknownFields::new(),
        }
    }

    /// The message that an absent field reads as: none, where a field of it must be there.
    pub(super) fn absent(schema: &'static Schema) -> Option<Self> {
        let mut message = Self::new(schema);
        let is_whole = schema.fields().iter().all(has_default)
            && schema
                .oneofs()
                .iter()
                .all(|oneof| set_oneof(&mut message, oneof));
        is_whole.then_some(message)
    }

    /// The schema.
    #[must_use]
    pub fn schema(&self) -> &'static Schema {
        self.schema
    }

    /// The value of the field of that name, if it is present.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.at(self.position(|field| field.name() == name)?)
    }

    /// The value of the field of that number, if it is present.
    #[must_use]
    pub fn get_number(&self, number: u32) -> Option<&Value> {
        self.at(self.position(|field| field.number() == number)?)
    }

    /// The value of the field at a position of the schema, if it is present.
    #[must_use]
    pub fn at(&self, index: usize) -> Option<&Value> {
        self.values.get(index)?.as_ref()
    }

    /// The type that the field at a position of the schema had before, where its value is one of that type and not of its own: no schema knows
    /// the function that converts it. Such a message cannot be written.
    #[must_use]
    pub fn former(&self, index: usize) -> Option<Type> {
        former(self.schema.fields().get(index)?, self.at(index)?)
    }

    /// The value of the field at a position of the schema, or what it reads as where it is absent; `None` where that is nothing, as of
    /// an `Option` or a variant that is not active.
    #[must_use]
    pub fn read(&self, index: usize) -> Option<Value> {
        match self.at(index) {
            Some(value) => Some(value.clone()),
            None => default(self.schema.fields().get(index)?).filter(|value| *value != Value::Null),
        }
    }

    /// Gives the field of that name a value, or makes it absent; the other variants of its oneof become absent. `false` where the schema
    /// has no such field. That the value is of the field's type is seen when the message is written.
    pub fn set(&mut self, name: &str, value: Option<Value>) -> bool {
        let index = self.position(|field| field.name() == name);
        index.is_some_and(|index| self.put(index, value))
    }

    /// Gives the field of that number a value, as [`set`](Self::set).
    pub fn set_number(&mut self, number: u32, value: Option<Value>) -> bool {
        let index = self.position(|field| field.number() == number);
        index.is_some_and(|index| self.put(index, value))
    }

    /// Gives the field at a position of the schema a value, as [`set`](Self::set).
    pub fn put(&mut self, index: usize, value: Option<Value>) -> bool {
        let fields = self.schema.fields();
        let Some(field) = fields.get(index) else {
            return false;
        };
        if value.is_some() && field.oneof().is_some() {
            for (other, slot) in fields.iter().zip(&mut self.values) {
                if other.oneof() == field.oneof() {
                    *slot = None;
                }
            }
        }
        self.values[index] = value;
        true
    }

    /// The value of the field of that name, to be changed, if it is present.
    #[must_use]
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        let index = self.position(|field| field.name() == name)?;
        self.values.get_mut(index)?.as_mut()
    }

    /// This message, with the oneofs set that have a default and are not set.
    pub(super) fn settled(&self) -> Cow<'_, Self> {
        let mut message = Cow::Borrowed(self);
        for oneof in self.schema.oneofs() {
            let is_set = self
                .iter()
                .any(|(field, _)| field.oneof() == Some(oneof.name()));
            if !is_set {
                set_oneof(message.to_mut(), oneof);
            }
        }
        message
    }

    /// The fields that are present, in slot order, with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Field, &Value)> {
        let fields = self.schema.fields().iter().zip(&self.values);
        fields.filter_map(|(field, value)| Some((field, value.as_ref()?)))
    }

    /// What the schema does not know, where it says that it is kept.
    #[must_use]
    pub fn unknown(&self) -> &UnknownFields {
        &self.unknown
    }

    /// What the schema does not know, to be changed.
    #[must_use]
    pub fn unknown_mut(&mut self) -> &mut UnknownFields {
        &mut self.unknown
    }

    fn position(&self, is_it: impl Fn(&Field) -> bool) -> Option<usize> {
        self.schema.fields().iter().position(is_it)
    }
}

impl Union {
    /// The variant of that name, which holds `value`; [`Value::Unit`] where it has no data. `None` where the schema has no such variant.
    #[must_use]
    pub fn new(schema: &'static Schema, name: &str, value: Value) -> Option<Self> {
        let variants = schema.fields();
        let index = variants.iter().position(|variant| variant.name() == name)?;
        Some(Self::known(schema, index, value))
    }

    pub(super) fn known(schema: &'static Schema, index: usize, value: Value) -> Self {
        Self {
            schema,
            active: Active::Known(index, value),
        }
    }

    pub(super) fn unlisted(schema: &'static Schema, unknown: UnknownFields) -> Self {
        Self {
            schema,
            active: Active::Unknown(unknown),
        }
    }

    /// The schema.
    #[must_use]
    pub fn schema(&self) -> &'static Schema {
        self.schema
    }

    /// The active variant and what it holds; `None` where the schema does not know it.
    #[must_use]
    pub fn get(&self) -> Option<(&'static Field, &Value)> {
        match &self.active {
            Active::Known(index, value) => Some((self.schema.fields().get(*index)?, value)),
            Active::Unknown(_) => None,
        }
    }

    /// The position of the active variant in the schema.
    pub(super) fn position(&self) -> Option<usize> {
        match self.active {
            Active::Known(index, _) => Some(index),
            Active::Unknown(_) => None,
        }
    }

    /// What the active variant holds.
    #[must_use]
    pub fn into_value(self) -> Option<Value> {
        match self.active {
            Active::Known(_, value) => Some(value),
            Active::Unknown(_) => None,
        }
    }

    /// What holds a variant that the schema does not know.
    #[must_use]
    pub fn unknown(&self) -> Option<&UnknownFields> {
        match &self.active {
            Active::Known(..) => None,
            Active::Unknown(unknown) => Some(unknown),
        }
    }
}

/// What a field reads as where it is absent: [`Value::Null`] for an `Option` and for a variant; `None` where the field must be there.
pub(super) fn default(field: &Field) -> Option<Value> {
    if field.oneof().is_some() {
        return Some(Value::Null);
    }
    if field.presence() == Presence::Required {
        return None;
    }
    let ty = field.ty();
    if matches!(ty, Type::Option(_)) {
        return Some(Value::Null);
    }
    match (field.default(), field.default_bytes()) {
        (_, Some(bytes)) => Value::from_msgpack(&ty, &bytes),
        (Some(literal), None) => Value::literal(literal, &ty),
        (None, None) => Value::absent(&ty),
    }
}

/// Whether [`default`] gives a value, without making it.
pub(super) fn has_default(field: &Field) -> bool {
    if field.oneof().is_some() {
        return true;
    }
    if field.presence() == Presence::Required {
        return false;
    }
    let ty = field.ty();
    match (field.default(), field.default_bytes()) {
        _ if matches!(ty, Type::Option(_)) => true,
        (_, Some(bytes)) => !bytes.is_empty(),
        (Some(literal), None) => Value::literal(literal, &ty).is_some(),
        (None, None) => Value::has_absent(&ty),
    }
}

std::thread_local! {
    /// Which messages can be absent, by where their schemas lie: asked of each once.
    static ABSENT: RefCell<BTreeMap<usize, bool>> = const { RefCell::new(BTreeMap::new()) };
}

/// Whether a message of which nothing came is one.
pub(super) fn has_absent(schema: &'static Schema) -> bool {
    let own = core::ptr::from_ref(schema) as usize;
    if let Some(known) = ABSENT.with_borrow(|known| known.get(&own).copied()) {
        return known;
    }
    let is_given = |oneof: &Oneof| oneof.default().is_some_and(|(_, bytes)| !bytes.is_empty());
    let has = schema.fields().iter().all(has_default) && schema.oneofs().iter().all(is_given);
    ABSENT.with_borrow_mut(|known| known.insert(own, has));
    has
}

/// The former type of a field of which a value is, where it is none of the field's own.
pub(super) fn former(field: &Field, value: &Value) -> Option<Type> {
    let fits = |ty: &&Type| misfit::value(value, ty).is_none();
    let mut was = field.was().iter();
    was.find(|ty| !fits(&&field.ty()) && fits(ty)).copied()
}

/// Gives a oneof that is not set its default; `false` where it has none.
pub(super) fn set_oneof(message: &mut Message, oneof: &Oneof) -> bool {
    let is_set = |(field, _): (&'static Field, &Value)| field.oneof() == Some(oneof.name());
    if message.iter().any(is_set) {
        return true;
    }
    let Some((ty, bytes)) = oneof.default() else {
        return false;
    };
    let Some(Value::Union(union)) = Value::from_msgpack(&ty, &bytes) else {
        return false;
    };
    match union.get() {
        Some((variant, value)) => message.set_number(variant.number(), Some(value.clone())),
        None => false,
    }
}

impl PartialEq for Message {
    fn eq(&self, other: &Self) -> bool {
        let numbered = |(field, value): (&Field, _)| (field.number(), value);
        self.schema.full_name() == other.schema.full_name()
            && self
                .iter()
                .map(numbered)
                .eq(other.iter().map(|(field, value)| (field.number(), value)))
            && self.unknown == other.unknown
    }
}

impl PartialEq for Union {
    fn eq(&self, other: &Self) -> bool {
        let numbered = |union: &Self| match &union.active {
            Active::Known(index, _) => union.schema.fields().get(*index).map(Field::number),
            Active::Unknown(_) => None,
        };
        let held = |union: &'_ Self| match &union.active {
            Active::Known(_, value) => Ok(value.clone()),
            Active::Unknown(unknown) => Err(unknown.clone()),
        };
        self.schema.full_name() == other.schema.full_name()
            && numbered(self) == numbered(other)
            && held(self) == held(other)
    }
}

impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct(self.schema.name());
        for (field, value) in self.iter() {
            shown.field(field.name(), value);
        }
        if !self.unknown.is_empty() {
            shown.field("unknown", &self.unknown);
        }
        shown.finish()
    }
}

impl fmt::Debug for Union {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.active {
            Active::Known(index, value) => {
                let name = self.schema.fields().get(*index).map_or("", Field::name);
                f.debug_tuple(name).field(value).finish()
            }
            Active::Unknown(unknown) => unknown.fmt(f),
        }
    }
}
