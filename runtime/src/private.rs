//! What generated code may name, and nothing else does.
//!
//! The contract between generated code and this module has a number. Code of an older contract goes on working, or fails to
//! compile at [`contract!`](crate::contract) with a message that says what to upgrade.

use core::fmt::Display;
use core::marker::PhantomData;

pub use crate::codec::former::Converted;
pub use crate::codec::{
    After, Codec, Decode, Fields, Flattened, MapKey, Mode, Place, Positions, Reader, Scope, Seen,
    Union, Variant, Variants, Writer, after, finish, finish_required, nth, rules_after, rules_of,
};
pub use crate::contract;
pub use crate::error::{Error, Fault};
pub use crate::extension::{Extensible, Extension};
pub use crate::schema::{
    Accepted, Constant, Dialect, Encoding, EnumValue, Field, Form, Layout, Oneof as OneofSchema,
    Reserved, Schema, Type,
};
#[cfg(feature = "serde")]
pub use crate::serde::{deserialize, serialize};
#[cfg(feature = "tonic")]
pub use crate::tonic;
pub use crate::unknown::UnknownFields;
pub use crate::upgrade::{Missed, Upgrade, upgrade};
pub use crate::validate::{
    Checker, Context, FixedRules, Literal, MessageRule, NoRules, Pattern, PatternRef, Rule, Rules,
    Shallow, Subject, Validate, accepts_absent, check_any, check_field_mask, count_set, is_set,
    require_variant,
};
pub use core::matches;
pub use core::ops::FnOnce;
pub use core::option::Option::{self, None, Some};
pub use core::primitive::{bool, f64, i32, i128, str, u8, u32, usize};
pub use core::result::Result::{self, Err, Ok};
#[cfg(feature = "serde")]
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

pub use alloc::boxed::Box;
pub use alloc::collections::BTreeMap;
pub use alloc::format;
pub use alloc::string::{String, ToString};
pub use alloc::vec::Vec;

#[cfg(feature = "prost")]
pub use crate::prost::message as prost;
pub use crate::prost::{
    Adapted, Adaptor, Enumeration, NotNamed, Own, StrName, ValueName, Wrapper, adapted,
    adapted_mut, adapted_payload, drafted,
};
pub use crate::with_prost;

use crate::codec::{InPlace, info};
use crate::validate::assert_fit;

/// Fails to compile unless this version of the runtime keeps the contract of that number.
#[doc(hidden)]
#[macro_export]
macro_rules! contract {
    (1) => {};
    ($number:literal) => {
        compile_error!(concat!(
            "this code was generated for contract ",
            $number,
            " of the crate `everwire`, which this version does not know: help: upgrade `everwire`, or generate the code \
             again with the `everwire-codegen` of the same version"
        ));
    };
}

/// Hands on implementations of prost's traits, or tells which feature has them.
#[cfg(feature = "prost")]
#[doc(hidden)]
#[macro_export]
macro_rules! with_prost {
    ($($tokens:tt)*) => { $($tokens)* };
}

/// Hands on implementations of prost's traits, or tells which feature has them.
#[cfg(not(feature = "prost"))]
#[doc(hidden)]
#[macro_export]
macro_rules! with_prost {
    ($($tokens:tt)*) => {
        compile_error!(
            "`#[codec(prost)]` needs the feature `prost` of the crate `everwire`: help: enable it in `Cargo.toml`: \
             everwire = { version = \"…\", features = [\"prost\"] }"
        );
    };
}

/// The fields of a message with those of a flattened struct among them; as many as there is room for.
#[must_use]
pub const fn concat<const N: usize>(parts: &[&[Field]]) -> [Field; N] {
    join([Field::new(1, "", Type::Unit); N], parts)
}

/// What a message reserves with what flattened structs do; as much as there is room for.
#[must_use]
pub const fn concat_reserved<const N: usize>(parts: &[&[Reserved]]) -> [Reserved; N] {
    join([Reserved::name(""); N], parts)
}

const fn join<T: Copy, const N: usize>(mut rows: [T; N], parts: &[&[T]]) -> [T; N] {
    let (mut part, mut filled) = (0, 0);
    while part < parts.len() {
        let mut i = 0;
        while i < parts[part].len() && filled < N {
            rows[filled] = parts[part][i];
            filled += 1;
            i += 1;
        }
        part += 1;
    }
    rows
}

const fn count<T>(parts: &[&[T]]) -> usize {
    let (mut count, mut part) = (0, 0);
    while part < parts.len() {
        count += parts[part].len();
        part += 1;
    }
    count
}

/// A message with type parameters that has flattened fields: its table, in parts.
pub trait Parts {
    /// The fields between flattened ones, and theirs.
    const PARTS: &'static [&'static [Field]];
    /// What the message reserves, and what the flattened types do.
    const RESERVED: &'static [&'static [Reserved]] = &[];
}

/// The table of a message in parts. The length of an array cannot depend on a type parameter, so the table is the beginning of the
/// smallest of these arrays.
#[derive(Debug)]
pub struct Table<M: ?Sized>(PhantomData<fn(&M)>);

impl<M: Parts + ?Sized> Table<M> {
    const TO_16: &'static [Field] = &concat::<16>(M::PARTS);
    const TO_64: &'static [Field] = &concat::<64>(M::PARTS);
    const TO_256: &'static [Field] = &concat::<256>(M::PARTS);
    const TO_1024: &'static [Field] = &concat::<1024>(M::PARTS);

    /// The fields, in slot order.
    pub const FIELDS: &'static [Field] = {
        let count = count(M::PARTS);
        assert!(
            count <= 1024,
            "a message with type parameters and flattened fields has more than 1,024 fields: help: flatten fewer of them"
        );
        let table = match count {
            0..=16 => Self::TO_16,
            17..=64 => Self::TO_64,
            65..=256 => Self::TO_256,
            _ => Self::TO_1024,
        };
        table.split_at(count).0
    };

    const RESERVED_TO_16: &'static [Reserved] = &concat_reserved::<16>(M::RESERVED);
    const RESERVED_TO_1024: &'static [Reserved] = &concat_reserved::<1024>(M::RESERVED);

    /// What is reserved.
    pub const RESERVED: &'static [Reserved] = {
        let count = count(M::RESERVED);
        assert!(
            count <= 1024,
            "a message with type parameters and flattened fields reserves more than 1,024 numbers, names and slots: help: reserve \
             ranges of numbers, `reserved(4..=9)`"
        );
        let table = match count {
            0..=16 => Self::RESERVED_TO_16,
            _ => Self::RESERVED_TO_1024,
        };
        table.split_at(count).0
    };
}

/// The type of a newtype's value that has rules.
///
/// # Panics
///
/// At compile time, if a rule is none of values of that type.
#[must_use]
pub const fn ruled(ty: Type, rules: &[Rule]) -> Type {
    assert_fit(rules, ty);
    ty
}

/// What is said of a field that is no message, and one by prost's attribute.
const NO_MESSAGE: &str = "this type is no message on the wires, as `#[prost(message)]` says: help: where prost wraps it, write `String`, \
    `i32`, `bytes::Bytes` or the like in full, not another name of it";

/// The type of a field that prost has as a message, or as a list or map of messages.
///
/// # Panics
///
/// At compile time, if it is something else on the wires.
#[must_use]
pub const fn of_messages(ty: Type) -> Type {
    let mut element = ty;
    while let Type::Option(inner) | Type::List(inner) | Type::Map(_, inner) = element.plain() {
        element = *inner;
    }
    let is_message = matches!(
        element,
        Type::Message(_) | Type::Union(_) | Type::Unit | Type::Duration | Type::Timestamp
    );
    assert!(is_message, "{}", NO_MESSAGE);
    ty
}

/// The type that a field's conversion writes.
#[must_use]
pub const fn with_type<T: ?Sized, U: Codec>(_encode: fn(&'static T) -> U) -> Type {
    U::TYPE
}

/// What an absent field reads as, through its conversion.
pub fn absent_with<'de, U: Decode<'de>, T, E>(decode: impl FnOnce(U) -> Result<T, E>) -> Option<T> {
    decode(U::absent()?).ok()
}

/// What a function makes of a value of a former type.
///
/// # Errors
///
/// What it tells.
pub fn converted<T, C: Converted<T>>(made: C) -> Result<T, C::Error> {
    made.converted()
}

/// Reads a value through a conversion.
///
/// # Errors
///
/// If it cannot be read or converted.
pub fn convert<'de, R, P, U, T, E>(
    r: &mut R,
    at: P,
    decode: impl FnOnce(U) -> Result<T, E>,
) -> Result<T, Error>
where
    R: Reader<'de>,
    P: Place,
    U: Decode<'de>,
    E: Display,
{
    crate::codec::impls::convert(r, at, decode)
}

/// Reads a value and merges it into the one that came before, through a conversion there and back.
///
/// # Errors
///
/// If it cannot be read or converted.
pub fn convert_into<'de, R, P, U, T, E>(
    r: &mut R,
    at: P,
    mode: Mode,
    prior: impl FnOnce() -> U,
    decode: impl FnOnce(U) -> Result<T, E>,
) -> Result<T, Error>
where
    R: Reader<'de>,
    P: Place,
    U: Decode<'de>,
    E: Display,
{
    crate::codec::impls::convert_into(r, at, mode, prior, decode)
}

/// Reads a message whose absent form exists: that form, with what comes filled in.
///
/// # Errors
///
/// If the input does not hold such a message.
#[inline]
pub fn decode_message<'de, R, P, M>(r: &mut R, at: P) -> Result<M, Error>
where
    R: Reader<'de>,
    P: Place,
    M: Decode<'de> + Fields<'de>,
{
    let read = crate::codec::with_absent(|mut message: M| {
        r.message(at, &mut message, Mode::Fresh)?;
        Ok(message)
    });
    match read {
        Some(message) => message,
        None => Err(r.error(Fault::NoDefault)),
    }
}

/// The value of a field of a message that is about to be read: what an absent field reads as.
///
/// # Errors
///
/// If its type has no such value.
#[inline]
pub fn initial<'de, R: Reader<'de>, T>(
    r: &R,
    absent: Option<T>,
    name: &'static str,
) -> Result<T, Error> {
    match absent {
        Some(value) => Ok(value),
        None => Err(r.error(Fault::NoDefault).within(name)),
    }
}

/// What a default that is no literal is, as data: its bytes on MessagePack.
#[must_use]
pub fn default_of<T: Codec>(value: &T) -> alloc::vec::Vec<u8> {
    // What cannot be written is no default that a table can have.
    crate::msgpack::to_vec(value).unwrap_or_default()
}

/// A default that a schema has as bytes on MessagePack; none if they are no value of the type, which the compiler of the schema has looked at.
#[must_use]
pub fn stored<T: crate::DecodeOwned>(bytes: &[u8]) -> Option<T> {
    let options = crate::Options::new().validate(false);
    options.decode(crate::Wire::MsgPack, bytes).ok()
}

/// Tells the reader that a value does not meet its rules.
#[inline]
pub fn verify<'de, R: Reader<'de>>(r: &mut R, accepts: impl FnOnce(&Context<'_>) -> bool) {
    if r.options().validates() && !accepts(&r.options().context) {
        r.refuse();
    }
}

/// The number of a oneof's active variant; 0 where there is none.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn active<U: Union>(oneof: Option<&U>) -> u32 {
    oneof.map_or(0, Union::number)
}

/// Tells the writer the payload of a oneof if its active variant is the one at `at`.
#[cfg_attr(not(debug_assertions), inline(always))]
pub fn encode_oneof<W: Writer, P: Place, U: Union>(oneof: Option<&U>, w: &mut W, at: P) {
    match oneof {
        Some(union) if union.number() == info(&at).number => union.encode_payload(w, at),
        Some(union) if union.number() == u32::MAX => union.encode_payload(w, at),
        _ => w.absent(at),
    }
}

/// A oneof's member of a message: an enum with data, or an `Option` of one.
pub trait Oneof {
    /// The enum.
    type Union;

    /// The enum's value, if one is set.
    fn get(&self) -> Option<&Self::Union>;

    /// The member, where a value may be set.
    fn from_option(value: Option<Self::Union>) -> Option<Self>
    where
        Self: Sized;
}

impl<U: Union> Oneof for Option<U> {
    type Union = U;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn get(&self) -> Option<&U> {
        self.as_ref()
    }

    fn from_option(value: Option<U>) -> Option<Self> {
        Some(value)
    }
}

/// Whether a oneof's active variant is the one of that number.
pub fn is_variant<O: Oneof>(oneof: &O, number: u32) -> bool
where
    O::Union: Union,
{
    oneof.get().is_some_and(|union| union.number() == number)
}

/// Reads a variant's payload: into what came before if that was the same variant.
///
/// # Errors
///
/// If the input does not hold such a payload.
#[inline]
pub fn payload<'de, R, P, T>(prior: Option<T>, r: &mut R, at: P) -> Result<T, Error>
where
    R: Reader<'de>,
    P: Place,
    T: Decode<'de>,
{
    match prior {
        Some(prior) => prior.merge(r, at),
        None => T::decode(r, at),
    }
}

/// Merges what comes into an enum with data that stands in its place.
///
/// # Errors
///
/// If the input does not hold such a value.
pub fn merge_union<'de, R, P, U>(value: &mut U, r: &mut R, at: P) -> Result<(), Error>
where
    R: Reader<'de>,
    P: Place,
    U: Decode<'de> + Variants<'de>,
{
    if const { R::MERGES } {
        return r.union(at, &mut InPlace(value));
    }
    *value = U::decode(r, at)?;
    Ok(())
}

/// Takes a field of a variant to merge into it, and leaves what it reads as while it is absent.
///
/// # Errors
///
/// If there is no such value.
pub fn taken<'de, R: Reader<'de>, T>(field: &mut T, absent: Option<T>, r: &R) -> Result<T, Error> {
    match absent {
        Some(absent) => Ok(core::mem::replace(field, absent)),
        None => Err(r.error(Fault::Custom(
            "the parts of a variant cannot be joined whose fields have no wire default".into(),
        ))),
    }
}

/// Fails: the value is a variant that no wire carries.
#[cold]
pub fn fail_skipped<W: Writer>(w: &mut W, variant: &'static str) {
    w.fail(Error::custom(format!(
        "the variant `{variant}` is skipped, and has no form on any wire"
    )));
}

/// The error of a number that an enum does not know.
#[cold]
pub fn unknown_value<'de, R: Reader<'de>>(r: &R, number: i32) -> Error {
    r.error(Fault::UnknownValue(format!("{number}").into()))
}
