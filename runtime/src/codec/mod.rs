//! The traits: how a type is walked, and what a wire does on the walk.
//!
//! A message is a table of numbered fields, and a wire is a driver that walks the table. [`Codec`] walks a value and
//! tells a [`Writer`] each part; [`Decode`] builds a value from what a [`Reader`] finds. Types do not know wires, and
//! wires do not know types: they meet in [`Place`], which says where a value stands.

mod after;
#[cfg(feature = "serde")]
mod apart;
pub(crate) mod former;
pub(crate) mod impls;
mod info;
mod number;
mod oneof;
mod opaque;
pub(crate) mod place;
mod reader;
pub(crate) mod run;
mod scope;
mod seen;
mod writer;

pub use after::{After, Flattened, after, rules_after};
#[cfg(feature = "serde")]
pub(crate) use apart::Apart;
pub use info::{Info, Role};
pub use number::Number;
#[cfg(feature = "serde_json")]
pub(crate) use number::decimal;
pub(crate) use oneof::InPlace;
pub use oneof::{Choice, Union, Variants};
pub use opaque::{FromOpaque, Opaque};
pub use place::{
    Element, Former, Inner, Key, Nth, Place, Root, Row, Value, Variant, Wrapped, info, nth,
    rules_of,
};
pub(crate) use place::{of, stand, when};
pub use reader::{Elements, Entries, Framed, Reader};
pub use run::Scalar;
pub use scope::{Scope, finish, finish_required};
pub use seen::{Positions, Seen};
pub use writer::Writer;

use alloc::string::String;
use alloc::vec::Vec;

use crate::error::Error;
use crate::options::Options;
use crate::schema::{Kind, Schema, Type};
use crate::unknown::UnknownFields;
use crate::upgrade::Missed;
use crate::validate::{Context, Validate, Violations};

/// A type that all wires can write, and that knows its schema and its rules.
///
/// Derive it. A leaf type, one that no derive can describe, implements it by hand, by telling the writer one value, always and no more:
///
/// ```
/// use everwire::codec::{Place, Reader, Writer};
/// use everwire::{Codec, Decode, Error, Type, Validate, Wire};
///
/// #[derive(Debug, PartialEq)]
/// struct Celsius(f64);
///
/// impl Validate for Celsius {}
///
/// impl Codec for Celsius {
///     const TYPE: Type = Type::Float64;
///     fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
///         w.f64(at, self.0);
///     }
/// }
///
/// impl<'de> Decode<'de> for Celsius {
///     fn absent() -> Option<Self> {
///         Some(Celsius(0.0))
///     }
///     fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
///         r.f64(at).map(Celsius)
///     }
/// }
///
/// #[derive(Codec, Debug, PartialEq)]
/// struct Reading {
///     #[codec(1)] inside: Celsius,
///     #[codec(2)] outside: Option<Celsius>,
/// }
///
/// let reading = Reading { inside: Celsius(21.5), outside: Some(Celsius(-3.0)) };
/// for wire in Wire::ALL {
///     let bytes = wire.encode(&reading)?;
///     assert_eq!(wire.decode::<Reading>(&bytes)?, reading);
/// }
/// # Ok::<(), Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no `Codec`",
    label = "this type cannot be written to a wire",
    note = "add `#[derive(Codec)]` to `{Self}`, or name a conversion with `#[codec(with = path)]`"
)]
pub trait Codec: Validate {
    /// The type, as a field of another type's schema sees it.
    const TYPE: Type;

    /// The schema as constant data.
    const SCHEMA: &'static Schema = &Schema::value(Self::TYPE);

    /// The type of a sequence of these: bytes for `u8`.
    #[doc(hidden)]
    const LIST: Type = Type::List(&Self::TYPE);

    /// Tells the writer this value, which stands at `at`.
    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P);

    /// Tells the writer the fields of this message, or the active variant of this enum, in slot order.
    fn encode_fields<W: Writer>(&self, _w: &mut W) {}

    /// Tells the writer the fields of a well-known type, whose form some wires make of its fields; nothing for others.
    #[doc(hidden)]
    fn encode_known<W: Writer>(&self, _w: &mut W) {}

    /// The schema of this value.
    fn schema(&self) -> &'static Schema {
        Self::SCHEMA
    }

    /// The unknown fields that the message keeps; asked for where [`KEEPS_UNKNOWN`](Self::KEEPS_UNKNOWN) says that there are some.
    fn unknown(&self) -> Option<&UnknownFields> {
        None
    }

    /// Checks this value and all that it contains by their rules.
    ///
    /// # Errors
    ///
    /// All violations, not only the first. [`Options::validate_value`] does the same with options.
    fn validate(&self) -> Result<(), Violations> {
        Options::DEFAULT.validate_value(self)
    }

    /// Whether an absent field of this type has a value: zero, empty, or nothing.
    #[doc(hidden)]
    const ABSENT: bool = true;

    /// [`Validate::DESCENDS`], as newtypes ask for it.
    #[doc(hidden)]
    const DESCENDS: bool = <Self as Validate>::DESCENDS;

    /// This value; generated code names it so, at the place of a field's type.
    #[doc(hidden)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn this(&self) -> &Self {
        self
    }

    /// Whether no value is one that its type may not know, as an enum's may be.
    #[doc(hidden)]
    const IS_KNOWN: bool = false;

    /// Whether the type has an `upgrade`; a message that does cannot be flattened.
    #[doc(hidden)]
    const UPGRADES: bool = false;

    /// Whether the value may keep unknown fields; a message that does cannot be flattened.
    const KEEPS_UNKNOWN: bool = false;

    /// Whether a value is best read by filling in its absent form where that stands, since a message is large. A value that
    /// has none cannot be read then.
    #[doc(hidden)]
    const IN_PLACE: bool = false;

    /// Whether a value that is made to be filled must be told so by [`Mode::Fresh`]: what stands in it, and in no `Option`, has a
    /// default that nothing is to be merged into, or an `upgrade`.
    #[doc(hidden)]
    const MINDS_FRESH: bool = false;

    /// Whether this message meets the rules of its own fields, those of nested messages apart.
    #[doc(hidden)]
    fn accepts(&self, _: &Context<'_>) -> bool {
        true
    }

    /// Tells the writer a sequence of these.
    #[doc(hidden)]
    #[inline]
    fn encode_list<W: Writer, P: Place>(items: &[Self], w: &mut W, at: P)
    where
        Self: Sized,
    {
        w.list(at, items.iter());
    }
}

/// A type that all wires can read; `'de` is the lifetime of the input, for types that borrow from it.
///
/// See [`Codec`] for how to implement both by hand.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a wire",
    note = "add `#[derive(Codec)]` to `{Self}`, or name a conversion with `#[codec(with = path)]`"
)]
pub trait Decode<'de>: Codec + Sized {
    /// What an absent field of this type reads as: zero, empty, or nothing. `None` where the type has no such value.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }

    /// Hands on what [`absent`](Self::absent) makes, without an `Option` of a large value on the way.
    #[doc(hidden)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn with_absent<O>(then: impl FnOnce(Self) -> O) -> Option<O> {
        Self::absent().map(then)
    }

    /// Reads a value that stands at `at`.
    ///
    /// # Errors
    ///
    /// If the input does not hold such a value.
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error>;

    /// Reads a value into this one, reusing what it holds. Only a value of a type that [is merged](Type::is_merged) is ever asked to
    /// merge as a message's field.
    ///
    /// # Errors
    ///
    /// If the input does not hold such a value; this value is then valid but unspecified.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn decode_into<R: Reader<'de>, P: Place>(
        &mut self,
        r: &mut R,
        at: P,
        _mode: Mode,
    ) -> Result<(), Error> {
        *self = Self::decode(r, at)?;
        Ok(())
    }

    /// Reads a value and merges it into this one.
    ///
    /// # Errors
    ///
    /// If the input does not hold such a value.
    fn merge<R: Reader<'de>, P: Place>(mut self, r: &mut R, at: P) -> Result<Self, Error> {
        self.decode_into(r, at, Mode::Merge)?;
        Ok(self)
    }

    /// Makes this the value that an absent field reads as, keeping what memory it holds; `false` if there is none.
    fn clear(&mut self) -> bool {
        match Self::absent() {
            Some(absent) => {
                *self = absent;
                true
            }
            None => false,
        }
    }

    /// This value; generated code names it so, at the place of a field's type.
    #[doc(hidden)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn this_mut(&mut self) -> &mut Self {
        self
    }

    /// A value that may not have come yet, as [`this_mut`](Self::this_mut).
    #[doc(hidden)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn draft_mut(draft: &mut Option<Self>) -> &mut Option<Self> {
        draft
    }

    /// What came before, as [`this_mut`](Self::this_mut).
    #[doc(hidden)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    fn prior(prior: Option<Self>) -> Option<Self> {
        prior
    }

    /// Reads a sequence of these.
    #[doc(hidden)]
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn decode_list<R: Reader<'de>, P: Place>(
        into: &mut Vec<Self>,
        r: &mut R,
        at: P,
        mode: Mode,
    ) -> Result<(), Error> {
        impls::decode_vec(into, r, at, mode)
    }
}

/// [`Decode::with_absent`]. Without optimisation, a message would be made apart for each that asks so, and it is moved instead.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn with_absent<'de, T: Decode<'de>, O>(then: impl FnOnce(T) -> O) -> Option<O> {
    #[cfg(debug_assertions)]
    return T::absent().map(then);
    #[cfg(not(debug_assertions))]
    T::with_absent(then)
}

/// The schema of a type's values, where one that is data does not take its place as the program runs.
pub(crate) const fn constant_schema<T: Codec + ?Sized>() -> Option<&'static Schema> {
    match T::SCHEMA.kind() {
        Kind::Value(_) => None,
        _ => Some(T::SCHEMA),
    }
}

/// A type that can be the key of a map: integers, `bool`, `char`, text, and enums without data.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the key of a map",
    note = "keys are integers, `bool`, `char`, text, and enums without data; for others use a list of pairs"
)]
pub trait MapKey {
    /// The key as text, for the path of an error.
    fn text(&self) -> String;
}

/// A type that can be read from input of any lifetime, because it borrows nothing.
pub trait DecodeOwned: for<'de> Decode<'de> {}

impl<T: for<'de> Decode<'de>> DecodeOwned for T {}

/// What happens to the value that is there when another one is read into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// It is replaced; its memory is reused.
    Replace,
    /// Lists are appended to, maps added to, messages merged field by field; anything else is replaced.
    Merge,
    /// It is what an absent message reads as, made to be filled. This is merging, but what comes first for a field takes the place of the field's
    /// own default.
    Fresh,
}

/// What a reader fills: the fields of a message.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no fields to flatten",
    note = "add `#[derive(Codec)]` to the struct `{Self}`, or take `flatten` off the field; fields with a `default`, not `required` ones, can be flattened"
)]
pub trait Fields<'de> {
    /// The schema of the message, where it is known at compile time.
    const KNOWN: Option<&'static Schema> = None;

    /// Whether the walk is made to be inlined, so that a message of a few numbers is read where it stands.
    const IS_SMALL: bool = false;

    /// Whether the message is upgraded when it has been read.
    const UPGRADES: bool = false;

    /// The schema of the message.
    fn schema(&self) -> &'static Schema;

    /// Has the message upgraded, or notes what that is told.
    ///
    /// # Errors
    ///
    /// If the upgrade fails.
    #[doc(hidden)]
    fn upgrade<R: Reader<'de>>(&mut self, _r: &mut R, _missed: Missed) -> Result<(), Error> {
        Ok(())
    }

    /// Reads the fields that come in slot order. Where the scope has found a field, the walk passes over those before it.
    ///
    /// # Errors
    ///
    /// If the input does not hold such a value.
    fn in_order<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error>;

    /// Reads the fields of a well-known type in slot order; nothing for others.
    ///
    /// # Errors
    ///
    /// If the input does not hold such a value.
    #[doc(hidden)]
    fn decode_known<R: Reader<'de>>(&mut self, _m: &mut Scope<'_, R>) -> Result<(), Error> {
        Ok(())
    }

    /// Makes the fields that were not seen absent.
    fn reset(&mut self, _seen: Seen) {}

    /// Where the unknown fields are kept.
    fn unknown(&mut self) -> Option<&mut UnknownFields> {
        None
    }

    /// Whether the message meets the rules of its own fields, those of nested messages apart.
    fn accepts(&self, _: &Context<'_>) -> bool {
        true
    }
}
