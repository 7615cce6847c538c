//! What writes a value of a type that is data: each leaf as the Rust type of that name writes it, and the rest by the drivers.

use super::message::{Active, default};
use super::{Key, Message, Union, Value, misfit};
use crate::codec::{Codec, Info, Place, Row, Variant, Writer, info};
use crate::schema::{Int, Schema, Type};
use crate::unknown::UnknownFields;
use crate::validate::Validate;

impl Validate for Value {}

/// A value is written as one of the type that its place has.
impl Codec for Value {
    const TYPE: Type = Type::Unit;

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        let place = info(&at);
        write(self, w, Row(&place));
    }
}

fn write<W: Writer>(value: &Value, w: &mut W, at: Row<'_>) {
    match (at.0.ty, value) {
        (Type::Option(_), Value::Null) => w.absent(at),
        (Type::Option(_), value) => w.some(at, value),
        (Type::Bool, Value::Bool(value)) => value.encode(w, at),
        (Type::Int(int), Value::Int(number)) => integer(int, *number, w, at),
        (Type::Int(Int::U128), Value::Uint(number)) => number.encode(w, at),
        (Type::Float32, Value::Float32(value)) => value.encode(w, at),
        (Type::Float64, Value::Float64(value)) => value.encode(w, at),
        (Type::Char, Value::Char(value)) => value.encode(w, at),
        (Type::String, Value::String(text)) => text.encode(w, at),
        (Type::Bytes, Value::Bytes(bytes)) => bytes.encode(w, at),
        (Type::Uuid, Value::Uuid(uuid)) => w.uuid(at, *uuid),
        (Type::Duration, Value::Duration(span)) => span.encode(w, at),
        (Type::Timestamp, Value::Timestamp(time)) => time.encode(w, at),
        (Type::Opaque, Value::Opaque(value)) => w.opaque(at, value),
        (Type::Unit, Value::Unit) => w.unit(at),
        (Type::Enum(link), Value::Enum(number)) => enumeration(link.schema(), *number, w, at),
        (Type::Message(_), Value::Message(message)) => w.message(at, message),
        (Type::Union(_), Value::Union(union)) => w.union(at, &**union),
        (Type::List(_), Value::List(elements)) => w.list(at, elements.iter()),
        (Type::Map(..), Value::Map(entries)) => w.map(at, entries.iter()),
        (Type::Fixed(inner, _), value) => {
            let mut place = *at.0;
            place.ty = *inner;
            write(value, w, Row(&place));
        }
        // Told before, with its path, unless it lies deeper than anything is written.
        (ty, value) => w.fail(misfit::of(value, &ty)),
    }
}

fn integer<W: Writer>(int: Int, number: i128, w: &mut W, at: Row<'_>) {
    macro_rules! of {
        ($($variant:ident: $ty:ty),*) => {
            match int {
                $(Int::$variant => match <$ty>::try_from(number) {
                    Ok(number) => number.encode(w, at),
                    Err(_) => w.fail(misfit::of(&Value::Int(number), &Type::Int(int))),
                },)*
            }
        };
    }
    of!(U8: u8, U16: u16, U32: u32, U64: u64, U128: u128, Usize: usize, I8: i8, I16: i16, I32: i32, I64: i64, I128: i128, Isize: isize);
}

fn enumeration<W: Writer>(schema: &'static Schema, number: i32, w: &mut W, at: Row<'_>) {
    let mut values = schema.values().iter();
    let listed = values.find(|value| value.number() == number);
    w.enumeration(at, number, listed.map(|value| value.name()));
}

impl Validate for Key {}

impl Codec for Key {
    const TYPE: Type = Type::Unit;

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        Value::from(self.clone()).encode(w, at);
    }
}

impl Codec for Message {
    const TYPE: Type = Type::message(|| const { &Schema::message("", &[]) });
    const SCHEMA: &'static Schema = &Schema::value(Self::TYPE);
    const KEEPS_UNKNOWN: bool = true;

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        match misfit::message(self) {
            None => w.message(at, self),
            Some(error) => w.fail(error),
        }
    }

    fn encode_fields<W: Writer>(&self, w: &mut W) {
        let schema = Message::schema(self);
        let message = self.settled();
        for (index, field) in schema.fields().iter().enumerate() {
            let place = Info::within(schema, index);
            let place = Row(&place);
            match message.at(index) {
                Some(value) => value.encode(w, place),
                None => match default(field) {
                    None | Some(Value::Null) => w.absent(place),
                    Some(value) => value.encode(w, place),
                },
            }
        }
    }

    fn encode_known<W: Writer>(&self, w: &mut W) {
        self.encode_fields(w);
    }

    fn schema(&self) -> &'static Schema {
        Message::schema(self)
    }

    fn unknown(&self) -> Option<&UnknownFields> {
        Some(&self.unknown)
    }
}

impl Codec for Union {
    const TYPE: Type = Type::union(|| const { &Schema::union("", &[]) });
    const SCHEMA: &'static Schema = &Schema::value(Self::TYPE);
    const KEEPS_UNKNOWN: bool = true;

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        match misfit::union(self) {
            None => w.union(at, self),
            Some(error) => w.fail(error),
        }
    }

    fn encode_fields<W: Writer>(&self, w: &mut W) {
        if let Active::Known(index, value) = &self.active {
            let place = Info::within(Union::schema(self), *index);
            value.encode(w, Variant(Row(&place)));
        }
    }

    fn schema(&self) -> &'static Schema {
        Union::schema(self)
    }

    fn unknown(&self) -> Option<&UnknownFields> {
        Union::unknown(self)
    }
}
