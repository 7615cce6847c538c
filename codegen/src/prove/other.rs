//! [`Other`]: the type on the other side of the one that values are made of.

use std::cell::RefCell;
use std::collections::BTreeSet;

use everwire::schema::Schema;
use everwire::{Field, Type};

use super::agree::paired;

/// The pairs of types, by their full names, whose members were tried.
pub(super) type Tried = RefCell<BTreeSet<(String, String)>>;

/// The type on the other side: its names are tried as text, and where it is a message in another's place, the members of both.
#[derive(Clone, Copy)]
pub(super) struct Other<'a> {
    ty: &'a Type,
    tried: &'a Tried,
}

impl<'a> Other<'a> {
    pub(super) fn new(ty: &'a Type, tried: &'a Tried) -> Self {
        Self { ty, tried }
    }

    /// The type without the option around it.
    pub(super) fn plain(self) -> Self {
        match self.ty {
            Type::Option(inner) => Self { ty: inner, ..self },
            _ => self,
        }
    }

    /// The element of a list; what is no list may be the only one.
    pub(super) fn element(self) -> Self {
        match self.plain().ty {
            Type::List(ty) | Type::Fixed(Type::List(ty), _) => Self { ty, ..self },
            ty => Self { ty, ..self },
        }
    }

    /// The key and the value of a map.
    pub(super) fn entry(self) -> Option<(Self, Self)> {
        match self.plain().ty {
            Type::Map(key, value) => Some((Self { ty: key, ..self }, Self { ty: value, ..self })),
            _ => None,
        }
    }

    /// The schema of a type that has one.
    pub(super) fn schema(self) -> Option<&'static Schema> {
        match self.plain().ty {
            Type::Enum(link) | Type::Message(link) | Type::Union(link) => Some(link.schema()),
            _ => None,
        }
    }

    /// The type on the other side, where it has members.
    pub(super) fn there(self) -> Option<There<'a>> {
        let schema = self.schema()?;
        let tried = self.tried;
        Some(There { schema, tried })
    }

    /// [`Other::there`] where it stands in the place of another type, the first time that it is asked for: afterwards what they differ in was
    /// tried.
    pub(super) fn instead_of(self, schema: &Schema) -> Option<There<'a>> {
        let there = self.there()?;
        let names = (schema.full_name().into(), there.schema.full_name().into());
        let is_new = names.0 != names.1 && self.tried.borrow_mut().insert(names);
        is_new.then_some(there)
    }
}

/// A type that has members, on the other side.
#[derive(Clone, Copy)]
pub(super) struct There<'a> {
    schema: &'static Schema,
    tried: &'a Tried,
}

impl<'a> There<'a> {
    /// The field or variant that another's is.
    pub(super) fn field(self, field: &Field, of: &Schema) -> Option<&'static Field> {
        paired(field, of, self.schema)
    }

    /// The type of such a field.
    pub(super) fn other<'t>(self, ty: &'t Type) -> Other<'t>
    where
        'a: 't,
    {
        Other::new(ty, self.tried)
    }
}
