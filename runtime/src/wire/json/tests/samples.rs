//! Types for the tests, with serde's derive beside hand-written traits.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::codec::{Codec, Decode, Fields, MapKey, Mode, Place, Reader, Scope, Seen, Writer, nth};
use crate::error::{Error, Fault};
use crate::schema::{Dialect, EnumValue, Field, Schema, Type};
use crate::validate::Validate;

macro_rules! message {
    ($name:ident, $schema:expr, { $($index:literal $field:ident: $ty:ty),* $(,)? } $(, $unknown:ident)?) => {
        impl Validate for $name {}

        impl Codec for $name {
            const TYPE: Type = Type::message(|| Self::SCHEMA);
            const SCHEMA: &'static Schema = &$schema;

            #[inline]
            fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
                w.message(at, self);
            }

            #[inline]
            fn encode_fields<W: Writer>(&self, _w: &mut W) {
                $(self.$field.encode(_w, nth::<Self, $index>());)*
            }

            $(const KEEPS_UNKNOWN: bool = {
                let _ = stringify!($unknown);
                true
            };
            fn unknown(&self) -> Option<&UnknownFields> {
                Some(&self.$unknown)
            })?
        }

        impl<'de> Decode<'de> for $name {
            fn absent() -> Option<Self> {
                Some(Self { $($field: <$ty>::absent()?,)* $($unknown: UnknownFields::new())? })
            }

            #[inline]
            fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
                let Some(mut value) = Self::absent() else { return Err(r.error(Fault::NoDefault)) };
                r.message(at, &mut value, Mode::Merge)?;
                Ok(value)
            }

            #[inline]
            fn decode_into<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P, mode: Mode) -> Result<(), Error> {
                r.message(at, self, mode)
            }
        }

        impl<'de> Fields<'de> for $name {
            fn schema(&self) -> &'static Schema {
                Self::SCHEMA
            }

            #[inline]
            fn in_order<R: Reader<'de>>(&mut self, _m: &mut Scope<'_, R>) -> Result<(), Error> {
                $(_m.field(nth::<Self, $index>(), &mut self.$field)?;)*
                Ok(())
            }

            fn reset(&mut self, _seen: Seen) {
                $(_seen.clear($index, &mut self.$field);)*
            }

            $(fn unknown(&mut self) -> Option<&mut UnknownFields> {
                Some(&mut self.$unknown)
            })?
        }
    };
}
pub(super) use message;

macro_rules! enumeration {
    ($name:ident: $($variant:ident = $number:literal $text:literal $aliases:expr),*) => {
        impl Validate for $name {}

        impl MapKey for $name {
            fn text(&self) -> String {
                alloc::format!("{self:?}")
            }
        }

        impl Codec for $name {
            const TYPE: Type = Type::enumeration(|| Self::SCHEMA);
            const SCHEMA: &'static Schema =
                &Schema::enumeration(stringify!($name), &[$(EnumValue::new($number, $text).with_aliases($aliases)),*], false);

            #[inline]
            fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
                match self {
                    $(Self::$variant => w.enumeration(at, $number, Some($text)),)*
                }
            }
        }

        impl<'de> Decode<'de> for $name {
            fn absent() -> Option<Self> {
                $(if $number == 0 {
                    return Some(Self::$variant);
                })*
                None
            }

            fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
                match r.enumeration(at, Self::SCHEMA)? {
                    $($number => Ok(Self::$variant),)*
                    number => Err(r.error(Fault::UnknownValue(alloc::format!("{number}").into()))),
                }
            }
        }
    };
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Status {
    Draft,
    Paid,
    #[serde(rename = "sent \"out\"")]
    Sent,
}

enumeration!(Status: Draft = 0 "Draft" &["New"], Paid = 1 "Paid" &[], Sent = -2 "sent \"out\"" &[]);

/// What an older program knows of [`Status`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum OldStatus {
    Draft,
}

enumeration!(OldStatus: Draft = 0 "Draft" &[]);

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Line {
    pub sku: String,
    pub quantity: u32,
    pub unit_price: f64,
}

message!(
    Line,
    Schema::message(
        "shop.Line",
        &[
            Field::new(1, "sku", String::TYPE),
            Field::new(2, "quantity", u32::TYPE),
            Field::new(3, "unit_price", f64::TYPE).with_json_name("unitPrice").with_aliases(&["price"]),
        ]
    ),
    { 0 sku: String, 1 quantity: u32, 2 unit_price: f64 }
);

macro_rules! everything {
    ($name:ident, $dialect:expr) => {
        /// One field for each shape that has the same form in serde_json.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub(super) struct $name {
            pub flag: bool,
            pub small: i8,
            pub u16: u16,
            pub i32: i32,
            pub u64: u64,
            pub i64: i64,
            pub u128: u128,
            pub i128: i128,
            pub f32: f32,
            pub f64: f64,
            pub letter: char,
            pub text: String,
            pub maybe: Option<String>,
            pub none: Option<u64>,
            pub status: Status,
            pub lines: Vec<Line>,
            pub line: Line,
            pub list_of_maybe: Vec<Option<i64>>,
            pub nested: Vec<Vec<u8x>>,
            pub labels: BTreeMap<String, String>,
            pub by_number: BTreeMap<i64, Option<u64>>,
            pub by_flag: BTreeMap<bool, f32>,
            pub by_letter: BTreeMap<char, Line>,
            pub by_status: BTreeMap<Status, u64>,
            pub pair: (u64, String),
            pub boxed: Box<Line>,
            pub unit: (),
        }

        message!(
            $name,
            Schema::message(
                "test.Everything",
                &[
                    Field::new(1, "flag", bool::TYPE),
                    Field::new(2, "small", i8::TYPE),
                    Field::new(3, "u16", u16::TYPE),
                    Field::new(4, "i32", i32::TYPE),
                    Field::new(5, "u64", u64::TYPE),
                    Field::new(6, "i64", i64::TYPE),
                    Field::new(7, "u128", u128::TYPE),
                    Field::new(8, "i128", i128::TYPE),
                    Field::new(9, "f32", f32::TYPE),
                    Field::new(10, "f64", f64::TYPE),
                    Field::new(11, "letter", char::TYPE),
                    Field::new(12, "text", String::TYPE),
                    Field::new(13, "maybe", <Option<String>>::TYPE),
                    Field::new(14, "none", <Option<u64>>::TYPE),
                    Field::new(15, "status", Status::TYPE),
                    Field::new(16, "lines", <Vec<Line>>::TYPE),
                    Field::new(17, "line", Line::TYPE),
                    Field::new(18, "list_of_maybe", <Vec<Option<i64>>>::TYPE).with_json_name("listOfMaybe"),
                    Field::new(19, "nested", <Vec<Vec<u8x>>>::TYPE),
                    Field::new(20, "labels", <BTreeMap<String, String>>::TYPE),
                    Field::new(21, "by_number", <BTreeMap<i64, Option<u64>>>::TYPE).with_json_name("byNumber"),
                    Field::new(22, "by_flag", <BTreeMap<bool, f32>>::TYPE).with_json_name("byFlag"),
                    Field::new(23, "by_letter", <BTreeMap<char, Line>>::TYPE).with_json_name("byLetter"),
                    Field::new(24, "by_status", <BTreeMap<Status, u64>>::TYPE).with_json_name("byStatus"),
                    Field::new(25, "pair", <(u64, String)>::TYPE),
                    Field::new(26, "boxed", Line::TYPE),
                    Field::new(27, "unit", <()>::TYPE),
                ]
            )
            .with_json($dialect),
            {
                0 flag: bool, 1 small: i8, 2 u16: u16, 3 i32: i32, 4 u64: u64, 5 i64: i64, 6 u128: u128, 7 i128: i128,
                8 f32: f32, 9 f64: f64, 10 letter: char, 11 text: String, 12 maybe: Option<String>, 13 none: Option<u64>,
                14 status: Status, 15 lines: Vec<Line>, 16 line: Line, 17 list_of_maybe: Vec<Option<i64>>,
                18 nested: Vec<Vec<u8x>>, 19 labels: BTreeMap<String, String>, 20 by_number: BTreeMap<i64, Option<u64>>,
                21 by_flag: BTreeMap<bool, f32>, 22 by_letter: BTreeMap<char, Line>, 23 by_status: BTreeMap<Status, u64>,
                24 pair: (u64, String), 25 boxed: Box<Line>, 26 unit: (),
            }
        );

        impl $name {
            pub(super) fn full() -> Self {
                let line = Line { sku: "A-\u{e4}\"1\"\n".into(), quantity: 3, unit_price: 12.5 };
                Self {
                    flag: true,
                    small: -128,
                    u16: 65_535,
                    i32: i32::MIN,
                    u64: u64::MAX,
                    i64: i64::MIN,
                    u128: u128::MAX,
                    i128: i128::MIN,
                    f32: 0.1,
                    f64: 1e100,
                    letter: '\u{1f600}',
                    text: "caf\u{e9} \\ \u{1} \u{7f} and a text that is longer than sixteen bytes".into(),
                    maybe: Some(String::new()),
                    none: None,
                    status: Status::Sent,
                    lines: alloc::vec![line.clone(), Line::default()],
                    line: line.clone(),
                    list_of_maybe: alloc::vec![Some(-1), None, Some(7)],
                    nested: alloc::vec![alloc::vec![], alloc::vec![1, 2]],
                    labels: [("a".into(), "b".into()), ("k\"".into(), String::new())].into(),
                    by_number: [(-5, None), (i64::MAX, Some(2))].into(),
                    by_flag: [(false, 1.0), (true, -2.5)].into(),
                    by_letter: [('"', Line::default())].into(),
                    by_status: [(Status::Paid, 1), (Status::Sent, 2)].into(),
                    pair: (1, "two".into()),
                    boxed: Box::new(line),
                    unit: (),
                }
            }

            pub(super) fn empty() -> Self {
                Self::absent().unwrap()
            }
        }
    };
}

#[expect(non_camel_case_types, reason = "a list of `u8` would be bytes")]
pub(super) type u8x = u16;

everything!(Everything, Dialect::Native);
everything!(ProtoEverything, Dialect::Proto);
