//! Where a value stands: a field of a message, an element of a list, a key or value of a map, or the root.
//!
//! A [`Place`] tells a driver all that it needs to know of the field. Generated code uses zero-sized places whose
//! [`Info`] is a constant, so that tags, keys and slots are folded into the code; a table that is loaded as the program
//! runs gives the same information at run time.

use core::fmt;
use core::marker::PhantomData;

use super::Codec;
use crate::schema::{Encoding, Field, Presence, Type};
use crate::validate::{FixedRules, Kind, Rule};

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
    /// Whether the field is a variant of a oneof.
    pub oneof: bool,
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

/// Where a value stands.
pub trait Place: Copy {
    /// The information, where it is known at compile time.
    const INFO: Option<Info>;

    /// The information.
    fn info(&self) -> Info;

    /// What kind of place it is.
    #[inline]
    fn role(&self) -> Role {
        info(self).role
    }

    /// The position in a MessagePack array.
    #[inline]
    fn slot(&self) -> u32 {
        info(self).slot
    }

    /// The field number.
    #[inline]
    fn number(&self) -> u32 {
        info(self).number
    }

    /// Whether absent differs from zero.
    #[inline]
    fn presence(&self) -> Presence {
        info(self).presence
    }

    /// Protobuf's encoding of the value, or of a list's elements.
    #[inline]
    fn encoding(&self) -> Encoding {
        info(self).encoding
    }

    /// The answer to a question, in a frame of its own.
    #[inline(never)]
    fn is(&self, question: fn(&Info) -> bool) -> bool {
        question(&self.info())
    }

    /// Whether the value may be left out: a field, unless it is required.
    #[inline]
    fn may_be_absent(&self) -> bool {
        info(self).may_be_absent()
    }
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
            oneof: field.oneof().is_some(),
            tuple: false,
            role: Role::Field,
        }
    }

    /// The place of the field at `index` of a message.
    pub(super) const fn nth<M: Codec + ?Sized>(index: usize) -> Self {
        let schema = M::SCHEMA;
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
        self.tuple = false;
        self.presence = match self.ty {
            Type::Option(_) => Presence::Explicit,
            _ => Presence::Implicit,
        };
        self
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
        self.presence = match role {
            Role::Element => Presence::Explicit,
            _ => Presence::Implicit,
        };
        self
    }
}

/// The information of a place: a constant where there is one.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn info<P: Place>(at: &P) -> Info {
    if const { P::INFO.is_some() } {
        return const {
            match P::INFO {
                Some(info) => info,
                None => Info::root(Type::Unit),
            }
        };
    }
    at.info()
}

/// Branches on what a place is. Where that is a constant, the branch that is not taken is never made for the types that stand
/// there: neither the compiler nor the program sees it.
///
/// `when!(at: P, Info::is_root => { … } else { … })`; the question is a `const fn` of `&Info`.
macro_rules! when {
    ($at:ident: $place:ty, $question:path => $yes:block else $no:block) => {
        if const {
            match <$place as $crate::codec::Place>::INFO {
                Some(info) => $question(&info),
                None => false,
            }
        } $yes else if const { <$place as $crate::codec::Place>::INFO.is_some() } $no
        else if $at.is($question) $yes
        else $no
    };
}
pub(crate) use when;

/// One piece of what is known of a place: `of!(at: P, name)`. A constant where the place is one, and then no function at all.
macro_rules! of {
    ($at:ident: $place:ty, $piece:ident) => {
        if const { <$place as $crate::codec::Place>::INFO.is_some() } {
            const {
                match <$place as $crate::codec::Place>::INFO {
                    Some(info) => info.$piece,
                    None => $crate::codec::Info::root($crate::schema::Type::Unit).$piece,
                }
            }
        } else {
            $at.info().$piece
        }
    };
}
pub(crate) use of;

/// The `I`-th field of the message or enum `M`.
pub struct Nth<M: ?Sized, const I: usize>(PhantomData<fn(&M)>);

/// The `I`-th field of the message or enum `M`, as generated code names it.
#[must_use]
#[cfg_attr(not(debug_assertions), inline(always))]
pub const fn nth<M: ?Sized, const I: usize>() -> Nth<M, I> {
    Nth(PhantomData)
}

impl<M: ?Sized, const I: usize> Clone for Nth<M, I> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn clone(&self) -> Self {
        *self
    }
}

impl<M: ?Sized, const I: usize> Copy for Nth<M, I> {}

impl<M: ?Sized, const I: usize> fmt::Debug for Nth<M, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Nth({I})")
    }
}

impl<M: Codec + ?Sized, const I: usize> Nth<M, I> {
    const PLACE: Info = Info::nth::<M>(I);
}

impl<M: Codec + ?Sized, const I: usize> Place for Nth<M, I> {
    const INFO: Option<Info> = Some(Self::PLACE);

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn info(&self) -> Info {
        Self::PLACE
    }
}

impl<M: ?Sized, const I: usize> Default for Nth<M, I> {
    fn default() -> Self {
        nth()
    }
}

/// The rules of a field are those of its place.
impl<M: Codec + ?Sized, const I: usize> FixedRules for Nth<M, I> {
    const RULES: &'static [Rule] = field::<M>(I).rules();
    const HAS_PRESENCE: bool = !matches!(field::<M>(I).presence(), Presence::Implicit);
    const KIND: Option<Kind> = Kind::of(field::<M>(I).ty(), field::<M>(I).encoding());
    const KEY_KIND: Option<Kind> = Kind::of_key(field::<M>(I).ty(), field::<M>(I).key());
    const VALUE_KIND: Option<Kind> = Kind::of_value(field::<M>(I).ty(), field::<M>(I).map_value());
}

pub(super) const fn field<M: Codec + ?Sized>(index: usize) -> &'static Field {
    &M::SCHEMA.fields()[index]
}

/// The root, for a value of type `T`.
pub struct Root<T: ?Sized>(PhantomData<fn(&T)>);

impl<T: ?Sized> Root<T> {
    /// The root.
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<T: ?Sized> Default for Root<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: ?Sized> Clone for Root<T> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Root<T> {}

impl<T: ?Sized> fmt::Debug for Root<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Root")
    }
}

impl<T: Codec + ?Sized> Place for Root<T> {
    const INFO: Option<Info> = Some(Info::root(T::TYPE));

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn info(&self) -> Info {
        Info::root(T::TYPE)
    }
}

/// A place that is data: a row of a table that is known as the program runs.
#[derive(Clone, Copy, Debug)]
pub struct Row(pub Info);

impl Place for Row {
    const INFO: Option<Info> = None;

    fn info(&self) -> Info {
        self.0
    }
}

macro_rules! derived_places {
    ($($(#[$doc:meta])* $name:ident => $method:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name<P>(pub P);

        impl<P: Place> Place for $name<P> {
            const INFO: Option<Info> = match P::INFO {
                Some(info) => Some(info.$method()),
                None => None,
            };

            #[cfg_attr(not(debug_assertions), inline(always))]
            fn info(&self) -> Info {
                self.0.info().$method()
            }
        }
    )*};
}

derived_places! {
    /// An element of the list at a place.
    Element => element;
    /// A key of the map at a place.
    Key => map_key;
    /// A value of the map at a place.
    Value => map_entry;
    /// Field 1 of the message that protobuf wraps around the value at a place.
    Wrapped => wrapped;
    /// What the `Option` at a place holds.
    Inner => some;
    /// The active variant of an enum with data, where the place is the variant's entry.
    Variant => as_variant;
}
