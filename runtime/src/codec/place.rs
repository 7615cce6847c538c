//! Where a value stands: a field of a message, an element of a list, a key or value of a map, or the root.
//!
//! A [`Place`] tells a driver all that it needs to know of the field. Generated code uses zero-sized places whose
//! [`Info`] is a constant, so that tags, keys and slots are folded into the code; a table that is loaded as the program
//! runs gives the same information at run time.

use core::fmt;
use core::marker::PhantomData;

use super::{Codec, Info, Role};
use crate::schema::{Encoding, Field, Presence, Type};
use crate::validate::{FixedRules, Kind, Rule};

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

/// Names a place for what is written or read there: `stand!(element = Element(at));`. Where a build has places as data, it is
/// made here, once, and what is called for it has one more place of the same type.
macro_rules! stand {
    ($name:ident = $place:expr) => {
        #[cfg(debug_assertions)]
        let known = $crate::codec::info(&$place);
        #[cfg(debug_assertions)]
        let $name = $crate::codec::Row(&known);
        #[cfg(not(debug_assertions))]
        let $name = $place;
    };
}
pub(crate) use stand;

/// The `I`-th field of the message or enum `M`.
pub struct Nth<M: ?Sized, const I: usize>(PhantomData<fn(&M)>);

/// The `I`-th field of the message or enum `M`, as generated code names it for what is written and read.
#[cfg(not(debug_assertions))]
#[must_use]
#[inline(always)]
pub const fn nth<M: Codec + ?Sized, const I: usize>() -> Nth<M, I> {
    Nth(PhantomData)
}

/// The `I`-th field of the message or enum `M`, as generated code names it for what is written and read. A build with debug
/// assertions has it as data: all fields of one type share their code then, and nobody waits for the compiler to make it
/// for each.
#[cfg(debug_assertions)]
#[must_use]
pub const fn nth<M: Codec + ?Sized, const I: usize>() -> Row<'static> {
    Row(const { &Info::nth::<M>(I) })
}

/// The `I`-th field of the message or enum `M`, as generated code names it for its rules.
#[must_use]
#[cfg_attr(not(debug_assertions), inline(always))]
pub const fn rules_of<M: ?Sized, const I: usize>() -> Nth<M, I> {
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
        Self(PhantomData)
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
pub struct Row<'a>(pub &'a Info);

impl Place for Row<'_> {
    const INFO: Option<Info> = None;

    fn info(&self) -> Info {
        *self.0
    }

    fn is(&self, question: fn(&Info) -> bool) -> bool {
        question(self.0)
    }
}

/// A place, for a value of a type `U` that the field had before.
pub struct Former<P, U: ?Sized>(P, PhantomData<fn(&U)>);

impl<P, U: ?Sized> Former<P, U> {
    /// The place for a value of that type.
    pub const fn new(at: P) -> Self {
        Self(at, PhantomData)
    }
}

impl<P: Copy, U: ?Sized> Clone for Former<P, U> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn clone(&self) -> Self {
        *self
    }
}

impl<P: Copy, U: ?Sized> Copy for Former<P, U> {}

impl<P: fmt::Debug, U: ?Sized> fmt::Debug for Former<P, U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Former").field(&self.0).finish()
    }
}

impl<P: Place, U: Codec + ?Sized> Place for Former<P, U> {
    const INFO: Option<Info> = match P::INFO {
        Some(info) => Some(info.former(U::TYPE)),
        None => None,
    };

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn info(&self) -> Info {
        self.0.info().former(U::TYPE)
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
