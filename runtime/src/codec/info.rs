//! [`Info`]: what a driver needs to know of a place, and the questions that it asks.

use super::Codec;
use crate::schema::{Encoding, Field, Presence, Schema, Type};

/// What a driver needs to know of the place where a value stands.
#[derive(Clone, Copy, Debug)]
pub struct Info {
    /// The field number.
    pub number: u32,
    /// The position in a MessagePack array.
    pub slot: u32,
    /// Whether the slot is the one after that of the field before, so that a walk over all fields leaves none between them.
    pub follows: bool,
    /// The position in the schema's table of fields.
    pub index: u32,
    /// The name in the native dialect of JSON.
    pub name: &'static str,
    /// The name in ProtoJSON.
    pub json_name: &'static str,
    /// The type of the value, without a fixed length.
    pub ty: Type,
    /// Whether absent differs from zero.
    pub presence: Presence,
    /// Protobuf's encoding of the value, or of a list's elements.
    pub encoding: Encoding,
    /// Protobuf's encoding of a map's keys.
    pub key: Encoding,
    /// Protobuf's encoding of a map's values.
    pub value: Encoding,
    /// Whether repeated scalars are packed.
    pub packed: bool,
    /// Whether an absent field reads as something of its own.
    pub defaults: bool,
    /// Whether the field is a variant of a oneof.
    pub oneof: bool,
    /// Whether the field had another type before.
    pub was: bool,
    /// Whether the field belongs to a tuple, which has no names in the native dialect of JSON.
    pub tuple: bool,
    /// What kind of place this is.
    pub role: Role,
}

/// The kinds of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The value that encoding began with.
    Root,
    /// A field of a message.
    Field,
    /// The active variant of an enum with data.
    Variant,
    /// An element of a list.
    Element,
    /// A key of a map.
    Key,
    /// A value of a map.
    Value,
}

impl Info {
    /// The place of a value that stands alone: field 1 of an unnamed message, as protobuf sees it.
    #[must_use]
    pub const fn root(ty: Type) -> Self {
        let mut info = Self::of(&Field::new(1, "value", ty), 0);
        info.role = Role::Root;
        info
    }

    /// The place of `field`, which stands at `index` of its schema.
    #[must_use]
    pub const fn of(field: &Field, index: usize) -> Self {
        Self {
            number: field.number(),
            slot: field.slot(),
            follows: false,
            index: index as u32,
            name: field.name(),
            json_name: field.json_name(),
            ty: field.ty().plain(),
            presence: field.presence(),
            encoding: field.encoding(),
            key: field.key(),
            value: field.map_value(),
            packed: field.is_packed(),
            defaults: field.has_default(),
            oneof: field.oneof().is_some(),
            was: !field.was().is_empty(),
            tuple: false,
            role: Role::Field,
        }
    }

    /// The place of the field at `index` of a message.
    pub(super) const fn nth<M: Codec + ?Sized>(index: usize) -> Self {
        Self::within(M::SCHEMA, index)
    }

    /// The place of the field at `index` of a message of that schema.
    pub(crate) const fn within(schema: &Schema, index: usize) -> Self {
        let fields = schema.fields();
        let mut info = Self::of(&fields[index], index).in_tuple(schema.is_tuple());
        info.follows = match index {
            0 => info.slot == 0,
            _ => info.slot == fields[index - 1].slot() + 1,
        };
        info
    }

    /// The place in a message that is or is not a tuple.
    #[must_use]
    pub const fn in_tuple(mut self, tuple: bool) -> Self {
        self.tuple = tuple;
        self
    }

    /// The place of the active variant of an enum with data, where this is the variant's entry.
    #[must_use]
    pub const fn as_variant(mut self) -> Self {
        self.role = Role::Variant;
        self
    }

    /// Whether the slot is the one after that of the field before.
    #[must_use]
    pub const fn follows(&self) -> bool {
        self.follows
    }

    /// Whether this is a field of a message.
    #[must_use]
    pub const fn is_field(&self) -> bool {
        matches!(self.role, Role::Field)
    }

    /// Whether this is the active variant of an enum with data.
    #[must_use]
    pub const fn is_variant(&self) -> bool {
        matches!(self.role, Role::Variant)
    }

    /// Whether this is the root.
    #[must_use]
    pub const fn is_root(&self) -> bool {
        matches!(self.role, Role::Root)
    }

    /// Whether a zero here is absent.
    #[must_use]
    pub const fn is_implicit(&self) -> bool {
        matches!(self.presence, Presence::Implicit)
    }

    /// Whether a value stands here among others of its kind, so that nothing but itself can say that it is absent: an element of
    /// a list, or a map's value.
    #[must_use]
    pub const fn is_member(&self) -> bool {
        matches!(self.role, Role::Element | Role::Value)
    }

    /// Whether protobuf writes integers here in four or eight bytes.
    #[must_use]
    pub const fn is_fixed(&self) -> bool {
        matches!(self.encoding, Encoding::Fixed)
    }

    /// Whether protobuf writes integers here as ZigZag varints.
    #[must_use]
    pub const fn is_zigzag(&self) -> bool {
        matches!(self.encoding, Encoding::Zigzag)
    }

    /// Whether protobuf writes the message here as a group.
    #[must_use]
    pub const fn is_group(&self) -> bool {
        matches!(self.encoding, Encoding::Group)
    }

    /// Whether a value may be left out here: a field, unless it is required.
    #[must_use]
    pub const fn may_be_absent(&self) -> bool {
        matches!(self.role, Role::Field) && !matches!(self.presence, Presence::Required)
    }

    /// The place of this list's elements.
    #[must_use]
    pub const fn element(mut self) -> Self {
        let ty = match self.ty {
            Type::Option(inner) => inner.plain(),
            ty => ty,
        };
        if let Type::List(element) = ty {
            self.ty = element.plain();
        }
        self.inner(Role::Element)
    }

    /// The place of this map's keys: field 1 of an entry.
    #[must_use]
    pub const fn map_key(mut self) -> Self {
        if let Type::Map(key, _) = self.map_type() {
            self.ty = *key;
        }
        self.number = 1;
        self.encoding = self.key;
        self.inner(Role::Key)
    }

    /// The place of this map's values: field 2 of an entry.
    #[must_use]
    pub const fn map_entry(mut self) -> Self {
        if let Type::Map(_, value) = self.map_type() {
            self.ty = value.plain();
        }
        self.number = 2;
        self.encoding = self.value;
        self.inner(Role::Value)
    }

    /// The place of the value in the message that protobuf wraps around what cannot stand alone: field 1.
    #[must_use]
    pub const fn wrapped(mut self) -> Self {
        self.number = 1;
        self.slot = 0;
        self.follows = false;
        self.index = 0;
        self.role = Role::Field;
        self.oneof = false;
        self.was = false;
        self.tuple = false;
        self.presence = match self.ty {
            Type::Option(_) => Presence::Explicit,
            _ => Presence::Implicit,
        };
        self
    }

    /// This place for a value of a type that the field had before.
    #[must_use]
    pub const fn former(self, ty: Type) -> Self {
        let field = Field::new(self.number, self.name, ty)
            .with_slot(self.slot)
            .with_json_name(self.json_name);
        Self {
            follows: self.follows,
            tuple: self.tuple,
            was: true,
            ..Self::of(&field, self.index as usize)
        }
    }

    /// The place of what the `Option` at this place holds.
    #[must_use]
    pub const fn some(mut self) -> Self {
        if let Type::Option(inner) = self.ty {
            self.ty = inner.plain();
        }
        if !matches!(self.presence, Presence::Required) {
            self.presence = Presence::Explicit;
        }
        self
    }

    const fn map_type(&self) -> Type {
        match self.ty {
            Type::Option(inner) => *inner,
            ty => ty,
        }
    }

    const fn inner(mut self, role: Role) -> Self {
        self.role = role;
        self.oneof = false;
        self.was = false;
        self.presence = match role {
            Role::Element => Presence::Explicit,
            _ => Presence::Implicit,
        };
        self
    }
}
