//! The values of the crate `serde_json`, as google.protobuf.Value and Struct have them.
//!
//! A value is a message whose one oneof is the value itself. Its schema is the one of [`wkt`]; what is told and read here is the walk.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use ::serde_json::{Map, Number, Value};

use crate::codec::{
    self, Choice, Codec, Decode, Entries, Fields, Mode, Place, Positions, Reader, Scope, Seen,
    Writer, decimal, nth,
};
use crate::error::{Error, Fault};
use crate::private::decode_message;
use crate::schema::{Schema, Type};
use crate::unknown::UnknownFields;
use crate::validate::Validate;
use crate::wkt::{self, NullValue};

/// The variants, all of one oneof.
const KINDS: Positions = Positions::of(&[0, 1, 2, 3, 4, 5]);

/// Messages that another type's schema describes.
macro_rules! messages {
    ($([$($params:tt)*] $ty:ty, $schema:ty, $absent:expr;)*) => {$(
        impl<$($params)*> Validate for $ty {}

        impl<'de, $($params)*> Decode<'de> for $ty {
            fn absent() -> Option<Self> {
                Some($absent)
            }

            fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
                decode_message(r, at)
            }

            fn decode_into<R: Reader<'de>, P: Place>(
                &mut self,
                r: &mut R,
                at: P,
                mode: Mode,
            ) -> Result<(), Error> {
                r.message(at, self, mode)
            }
        }
    )*};
}

messages! {
    [] Value, wkt::Value, Value::Null;
    [] Map<String, Value>, wkt::Struct, Map::new();
    ['v] List<'v>, wkt::ListValue, List(Cow::Owned(Vec::new()));
}

impl Codec for Value {
    const TYPE: Type = wkt::Value::TYPE;
    const SCHEMA: &'static Schema = wkt::Value::SCHEMA;
    const IS_KNOWN: bool = true;
    const IN_PLACE: bool = true;

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        w.message(at, self);
    }

    fn encode_fields<W: Writer>(&self, w: &mut W) {
        /// The variant at a position, and nothing for the others.
        macro_rules! variant {
            ($index:literal, |$at:ident| $encode:expr) => {{
                if $index > 0 {
                    w.absent_variants(nth::<Self, 0>(), $index);
                }
                let $at = nth::<Self, $index>();
                $encode;
                if $index < 5 {
                    w.absent_variants(
                        nth::<Self, { if $index < 5 { $index + 1 } else { 5 } }>(),
                        5 - $index,
                    );
                }
            }};
        }
        match self {
            Value::Null => variant!(0, |at| NullValue::NullValue.encode(w, at)),
            Value::Number(number) => variant!(1, |at| encode_number(number, w, at)),
            Value::String(text) => variant!(2, |at| text.encode(w, at)),
            Value::Bool(value) => variant!(3, |at| value.encode(w, at)),
            Value::Object(members) => variant!(4, |at| members.encode(w, at)),
            Value::Array(values) => variant!(5, |at| List(Cow::Borrowed(values)).encode(w, at)),
        }
    }

    fn encode_known<W: Writer>(&self, w: &mut W) {
        self.encode_fields(w);
    }
}

impl<'de> Fields<'de> for Value {
    const KNOWN: Option<&'static Schema> = Some(Self::SCHEMA);

    fn schema(&self) -> &'static Schema {
        Self::SCHEMA
    }

    fn in_order<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
        macro_rules! variants {
            ($($index:literal)*) => {$(
                if m.is_next(nth::<Self, $index>())? {
                    m.take_variant(nth::<Self, $index>(), $index, &KINDS, &mut Kind(self))?;
                }
            )*};
        }
        variants!(0 1 2 3 4 5);
        Ok(())
    }

    fn decode_known<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
        self.in_order(m)
    }

    fn reset(&mut self, seen: Seen) {
        if (0..6).all(|index| seen.is_absent(index)) {
            *self = Value::Null;
        }
    }
}

/// The oneof of a value, which is the value itself.
struct Kind<'v>(&'v mut Value);

impl<'de> Choice<'de> for Kind<'_> {
    fn schema(&self) -> &'static Schema {
        wkt::value::Kind::SCHEMA
    }

    /// The oneof never stands alone.
    fn nth<R: Reader<'de>>(&mut self, _: usize, _: bool, r: &mut R) -> Result<(), Error> {
        Err(r.error(Fault::NoDefault))
    }

    fn field<R: Reader<'de>, P: Place>(
        &mut self,
        index: usize,
        merge: bool,
        r: &mut R,
        at: P,
    ) -> Result<(), Error> {
        *self.0 = match (index, self.0.take()) {
            (0, prior) => {
                // An unknown number leaves what was there.
                *self.0 = prior;
                NullValue::decode(r, at)?;
                Value::Null
            }
            (1, _) => Value::Number(decode_number(r, at)?),
            (2, _) => Value::String(String::decode(r, at)?),
            (3, _) => Value::Bool(bool::decode(r, at)?),
            (4, Value::Object(members)) if merge => Value::Object(members.merge(r, at)?),
            (4, _) => Value::Object(Map::decode(r, at)?),
            (_, Value::Array(values)) if merge => {
                Value::Array(List(Cow::Owned(values)).merge(r, at)?.0.into_owned())
            }
            (_, _) => Value::Array(List::decode(r, at)?.0.into_owned()),
        };
        Ok(())
    }

    fn other(&mut self, _unknown: UnknownFields) -> bool {
        false
    }

    fn is_set(&self) -> bool {
        true
    }
}

fn encode_number<W: Writer, P: Place>(number: &Number, w: &mut W, at: P) {
    let told = match (number.as_u64(), number.as_i64(), number.as_f64()) {
        (Some(value), _, _) => codec::Number::Unsigned(value),
        (_, Some(value @ ..0), _) => codec::Number::Negative(value),
        (_, _, Some(value)) if Number::from_f64(value).as_ref() == Some(number) => {
            codec::Number::Float(value)
        }
        // With the feature `arbitrary_precision`, a number is its text.
        _ => return w.number(at, codec::Number::Text(&number.to_string())),
    };
    w.number(at, told);
}

fn decode_number<'de, R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Number, Error> {
    let read = match r.number(at)? {
        codec::Number::Unsigned(value) => Some(value.into()),
        codec::Number::Negative(value) => Some(value.into()),
        codec::Number::Float(value) => Number::from_f64(value),
        codec::Number::Text(text) => of_text(text),
    };
    read.ok_or_else(|| r.error(Fault::OutOfRange { ty: "Number" }))
}

/// The number of a text. A float may be another one where serde_json reads it without its feature `float_roundtrip`; with `arbitrary_precision`
/// it is the text.
fn of_text(text: &str) -> Option<Number> {
    let theirs: Option<Number> = text.parse().ok();
    if theirs.as_ref().is_some_and(|number| !number.is_f64()) {
        return theirs;
    }
    let float = text.parse().ok().and_then(Number::from_f64);
    let is_whole = |number: &Number| decimal(&number.to_string()) == decimal(text);
    match theirs {
        Some(number) if float.as_ref() == Some(&number) || is_whole(&number) => Some(number),
        _ => float,
    }
}

impl Codec for Map<String, Value> {
    const TYPE: Type = wkt::Struct::TYPE;
    const SCHEMA: &'static Schema = wkt::Struct::SCHEMA;
    const IS_KNOWN: bool = true;
    const IN_PLACE: bool = true;

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        w.message(at, self);
    }

    fn encode_fields<W: Writer>(&self, w: &mut W) {
        w.map(nth::<Self, 0>(), self.iter());
    }

    fn encode_known<W: Writer>(&self, w: &mut W) {
        self.encode_fields(w);
    }
}

impl<'de> Fields<'de> for Map<String, Value> {
    const KNOWN: Option<&'static Schema> = Some(Self::SCHEMA);

    fn schema(&self) -> &'static Schema {
        Self::SCHEMA
    }

    fn in_order<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
        let mut members = Members(core::mem::take(self));
        let read = m.field(nth::<Self, 0>(), &mut members);
        *self = members.0;
        read
    }

    fn decode_known<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
        self.in_order(m)
    }

    fn reset(&mut self, seen: Seen) {
        if seen.is_absent(0) {
            self.clear();
        }
    }
}

/// The members of an object: its one field.
struct Members(Map<String, Value>);

impl Validate for Members {}

impl Codec for Members {
    const TYPE: Type = Type::Map(&String::TYPE, &Value::TYPE);
    const IS_KNOWN: bool = true;

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        w.map(at, self.0.iter());
    }
}

impl<'de> Decode<'de> for Members {
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        Self(Map::new()).merge(r, at)
    }

    fn decode_into<R: Reader<'de>, P: Place>(
        &mut self,
        r: &mut R,
        at: P,
        mode: Mode,
    ) -> Result<(), Error> {
        if mode == Mode::Replace {
            self.0.clear();
        }
        let members = &mut self.0;
        r.map(
            at,
            &mut Entered {
                members,
                key: String::new(),
                value: None,
            },
        )
    }
}

/// A member that is being read.
struct Entered<'m> {
    members: &'m mut Map<String, Value>,
    key: String,
    value: Option<Value>,
}

impl<'de> Entries<'de> for Entered<'_> {
    /// A node of a tree, or a place in a table and the hash beside it.
    const SIZE: usize = size_of::<(usize, usize, String, Value)>() * 2;

    fn reserve(&mut self, _additional: usize) {}

    fn start(&mut self) {
        self.key.clear();
        self.value = None;
    }

    fn key<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error> {
        self.key.decode_into(r, at, Mode::Replace)
    }

    fn value<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error> {
        self.value = Some(match self.value.take() {
            Some(value) if R::MERGES => value.merge(r, at)?,
            _ => Value::decode(r, at)?,
        });
        Ok(())
    }

    fn text(&self) -> String {
        self.key.clone()
    }

    fn insert<R: Reader<'de>>(&mut self, _r: &mut R) -> Result<(), Error> {
        let (key, value) = (core::mem::take(&mut self.key), self.value.take());
        self.members.insert(key, value.unwrap_or_default());
        Ok(())
    }
}

/// The elements of an array.
struct List<'v>(Cow<'v, [Value]>);

impl Codec for List<'_> {
    const TYPE: Type = wkt::ListValue::TYPE;
    const SCHEMA: &'static Schema = wkt::ListValue::SCHEMA;
    const IS_KNOWN: bool = true;
    const IN_PLACE: bool = true;

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        w.message(at, self);
    }

    fn encode_fields<W: Writer>(&self, w: &mut W) {
        self.0.encode(w, nth::<Self, 0>());
    }

    fn encode_known<W: Writer>(&self, w: &mut W) {
        self.encode_fields(w);
    }
}

impl<'de> Fields<'de> for List<'_> {
    const KNOWN: Option<&'static Schema> = Some(Self::SCHEMA);

    fn schema(&self) -> &'static Schema {
        Self::SCHEMA
    }

    fn in_order<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
        m.field(nth::<Self, 0>(), self.0.to_mut())
    }

    fn decode_known<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
        self.in_order(m)
    }

    fn reset(&mut self, seen: Seen) {
        if seen.is_absent(0) {
            self.0.to_mut().clear();
        }
    }
}
