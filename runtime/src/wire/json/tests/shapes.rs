//! More types for the tests: enums with data, a oneof, unknown fields that are kept.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use serde::{Deserialize, Serialize};

use super::samples::{Line, OldStatus, Status, message};
use crate::codec::{
    Codec, Decode, Fields, Mode, Place, Positions, Reader, Scope, Seen, Union, Variant, Variants,
    Writer, nth,
};
use crate::error::{Error, Fault};
use crate::schema::{Field, Schema, Type};
use crate::unknown::UnknownFields;
use crate::validate::Validate;

/// Shapes whose form differs from serde_json's.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Apart {
    pub token: Vec<u8>,
    pub pause: Duration,
    pub time: std::time::SystemTime,
    pub event: Option<Event>,
    pub alone: Option<Event>,
    pub ratio: f32,
    pub copies: u32,
    pub old: Option<Vec<u32>>,
    pub copied: Option<Vec<u8>>,
}

/// An enum with data; in [`Apart`] also a oneof.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Event {
    Placed(Line),
    Cancelled,
    Count(u64),
    Moved(Status),
}

/// A [`Status`] as an older program reads it, with what it keeps.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Old {
    pub status: OldStatus,
    pub maybe: Option<OldStatus>,
    pub list: Vec<OldStatus>,
    pub map: BTreeMap<String, OldStatus>,
    pub event: Option<OldEvent>,
    pub unknown: UnknownFields,
}

message!(
    Old,
    Schema::message(
        "test.Old",
        &[
            Field::new(1, "status", OldStatus::TYPE),
            Field::new(2, "maybe", <Option<OldStatus>>::TYPE).with_json_name("perhaps"),
            Field::new(3, "list", <Vec<OldStatus>>::TYPE),
            Field::new(4, "map", <BTreeMap<String, OldStatus>>::TYPE),
            Field::new(5, "event", <Option<OldEvent>>::TYPE),
        ]
    ),
    { 0 status: OldStatus, 1 maybe: Option<OldStatus>, 2 list: Vec<OldStatus>, 3 map: BTreeMap<String, OldStatus>, 4 event: Option<OldEvent> },
    unknown
);

/// An enum with data that keeps what it does not know.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum OldEvent {
    Count(u64),
    Other(UnknownFields),
}

macro_rules! union {
    ($name:ident { $($index:literal $number:literal $variant:ident $(($ty:ty))?),* } $($other:ident)?) => {
        impl Validate for $name {}

        impl Codec for $name {
            const TYPE: Type = Type::union(|| Self::SCHEMA);
            const SCHEMA: &'static Schema = &Schema::union(
                stringify!($name),
                &[$(Field::variant($number, stringify!($variant), union!(@ty $($ty)?))),*],
            );

            fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
                w.union(at, self);
            }

            fn encode_fields<W: Writer>(&self, w: &mut W) {
                $(union!(@encode self w $index $variant $($ty)?);)*
                let _ = w;
            }

            $(const KEEPS_UNKNOWN: bool = {
                let _ = stringify!($other);
                true
            };
            fn unknown(&self) -> Option<&UnknownFields> {
                match self {
                    Self::$other(unknown) => Some(unknown),
                    _ => None,
                }
            })?
        }

        impl Union for $name {
            fn number(&self) -> u32 {
                $(if matches!(self, union!(@pattern $variant $($ty)?)) {
                    return $number;
                })*
                0
            }

            fn encode_payload<W: Writer, P: Place>(&self, w: &mut W, _at: P) {
                self.encode_fields(w);
            }
        }

        impl<'de> Decode<'de> for $name {
            fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
                let mut value = None;
                r.union(at, &mut value)?;
                value.ok_or_else(|| r.error(Fault::NoDefault))
            }
        }

        impl<'de> Variants<'de> for $name {
            fn variant<R: Reader<'de>, P: Place>(index: usize, _: Option<Self>, r: &mut R, at: P) -> Result<Self, Error> {
                match index {
                    $($index => Ok(union!(@decode r at $variant $($ty)?)),)*
                    _ => Err(r.error(Fault::NoDefault)),
                }
            }

            fn nth<R: Reader<'de>>(index: usize, prior: Option<Self>, r: &mut R) -> Result<Self, Error> {
                match index {
                    $($index => Self::variant(index, prior, r, Variant(nth::<Self, $index>())),)*
                    _ => Err(r.error(Fault::NoDefault)),
                }
            }

            $(fn other(unknown: UnknownFields) -> Option<Self> {
                Some(Self::$other(unknown))
            })?
        }
    };
    (@pattern $variant:ident $ty:ty) => { Self::$variant(_) };
    (@pattern $variant:ident) => { Self::$variant };
    (@ty $ty:ty) => { <$ty>::TYPE };
    (@ty) => { Type::Unit };
    (@encode $self:ident $w:ident $index:literal $variant:ident $ty:ty) => {
        if let Self::$variant(payload) = $self {
            payload.encode($w, Variant(nth::<Self, $index>()));
        }
    };
    (@encode $self:ident $w:ident $index:literal $variant:ident) => {
        if matches!($self, Self::$variant) {
            $w.unit(Variant(nth::<Self, $index>()));
        }
    };
    (@decode $r:ident $at:ident $variant:ident $ty:ty) => { Self::$variant(<$ty>::decode($r, $at)?) };
    (@decode $r:ident $at:ident $variant:ident) => {{ $r.unit($at)?; Self::$variant }};
}

union!(Event { 0 10 Placed(Line), 1 11 Cancelled, 2 12 Count(u64), 3 13 Moved(Status) });
union!(OldEvent { 0 12 Count(u64) } Other);

impl Validate for Apart {}

macro_rules! apart {
    ($($index:literal $field:ident: $ty:ty),*) => {
        impl Codec for Apart {
            const TYPE: Type = Type::message(|| Self::SCHEMA);
            const SCHEMA: &'static Schema = &Schema::message(
                "test.Apart",
                &[
                    Field::new(1, "token", <Vec<u8>>::TYPE),
                    Field::new(2, "pause", Duration::TYPE),
                    Field::new(3, "time", std::time::SystemTime::TYPE),
                    Field::new(4, "alone", <Option<Event>>::TYPE),
                    Field::new(5, "ratio", f32::TYPE),
                    Field::new(6, "copies", u32::TYPE).with_default(crate::validate::Literal::Int(1)),
                    Field::new(7, "old", <Option<Vec<u32>>>::TYPE),
                    Field::new(8, "copied", <Option<Vec<u8>>>::TYPE),
                    Event::SCHEMA.variant(10, "event"),
                    Event::SCHEMA.variant(11, "event"),
                    Event::SCHEMA.variant(12, "event"),
                    Event::SCHEMA.variant(13, "event"),
                ],
            );

            fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
                w.message(at, self);
            }

            fn encode_fields<W: Writer>(&self, w: &mut W) {
                $(self.$field.encode(w, nth::<Self, $index>());)*
                match &self.event {
                    Some(Event::Placed(line)) => line.encode(w, nth::<Self, 8>()),
                    _ => w.absent(nth::<Self, 8>()),
                }
                match &self.event {
                    Some(Event::Cancelled) => w.unit(nth::<Self, 9>()),
                    _ => w.absent(nth::<Self, 9>()),
                }
                match &self.event {
                    Some(Event::Count(count)) => count.encode(w, nth::<Self, 10>()),
                    _ => w.absent(nth::<Self, 10>()),
                }
                match &self.event {
                    Some(Event::Moved(status)) => status.encode(w, nth::<Self, 11>()),
                    _ => w.absent(nth::<Self, 11>()),
                }
            }
        }

        impl<'de> Decode<'de> for Apart {
            fn absent() -> Option<Self> {
                Some(Self { event: None, $($field: <$ty>::absent()?),* })
            }

            fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
                let Some(mut value) = Self::absent() else { return Err(r.error(Fault::NoDefault)) };
                value.copies = 1;
                r.message(at, &mut value, Mode::Merge)?;
                Ok(value)
            }
        }

        impl<'de> Fields<'de> for Apart {
            fn schema(&self) -> &'static Schema {
                Self::SCHEMA
            }

            fn in_order<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
                $(m.field(nth::<Self, $index>(), &mut self.$field)?;)*
                m.variant(nth::<Self, 8>(), 0, &Positions::of(&[8, 9, 10, 11]), &mut self.event)?;
                m.variant(nth::<Self, 9>(), 1, &Positions::of(&[8, 9, 10, 11]), &mut self.event)?;
                m.variant(nth::<Self, 10>(), 2, &Positions::of(&[8, 9, 10, 11]), &mut self.event)?;
                m.variant(nth::<Self, 11>(), 3, &Positions::of(&[8, 9, 10, 11]), &mut self.event)
            }
        }
    };
}

apart!(0 token: Vec<u8>, 1 pause: Duration, 2 time: std::time::SystemTime, 3 alone: Option<Event>, 4 ratio: f32,
    5 copies: u32, 6 old: Option<Vec<u32>>, 7 copied: Option<Vec<u8>>);
