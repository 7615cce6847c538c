//! A schema held as data: values without types of their own, walked by a table of fields.

use everwire::codec::{Info, Place, Writer, info};
use everwire::schema::Field;
use everwire::{Codec, Schema, Type, Validate};

use super::types::{Colour, Event, Everything, Line};

/// The place of a field, known as the program runs.
#[derive(Clone, Copy)]
struct At(Info);

impl Place for At {
    const INFO: Option<Info> = None;

    fn info(&self) -> Info {
        self.0
    }
}

/// A value that only its place gives a type.
pub enum Value {
    Absent,
    Bool(bool),
    Unsigned(u64),
    Signed(i64),
    Wide(u128),
    Single(f32),
    Double(f64),
    Text(String),
    Bytes(Vec<u8>),
    Enum(i32),
    Duration(i64, i32),
    Timestamp(i64, u32),
    Unit,
    List(Vec<Value>),
    Map(Vec<(Value, Value)>),
    Message(Record),
    Some(Box<Value>),
}

/// A message: a table, and a value for each of its fields.
pub struct Record {
    schema: &'static Schema,
    values: Vec<Value>,
}

impl Validate for Value {}

impl Validate for Record {}

impl Codec for Record {
    const TYPE: Type = Type::message(|| Everything::SCHEMA);

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        w.message(at, self);
    }

    fn encode_fields<W: Writer>(&self, w: &mut W) {
        let fields = self.schema.fields();
        for (index, (field, value)) in fields.iter().zip(&self.values).enumerate() {
            let at = Info::of(field, index).in_tuple(self.schema.is_tuple());
            value.encode(w, At(at));
        }
    }

    fn schema(&self) -> &'static Schema {
        self.schema
    }
}

impl Codec for Value {
    const TYPE: Type = Type::Unit;

    /// The place is made a run-time one first: places of lists in lists would be types without end.
    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        let at = At(info(&at));
        match self {
            Self::Absent => w.absent(at),
            Self::Bool(value) => w.bool(at, *value),
            Self::Unsigned(value) => match u32::try_from(*value) {
                Ok(value) if !is_wide(&info(&at)) => w.u32(at, value),
                _ => w.u64(at, *value),
            },
            Self::Signed(value) => match i32::try_from(*value) {
                Ok(value) if !is_wide(&info(&at)) => w.i32(at, value),
                _ => w.i64(at, *value),
            },
            Self::Wide(value) => w.u128(at, *value),
            Self::Single(value) => w.f32(at, *value),
            Self::Double(value) => w.f64(at, *value),
            Self::Text(value) => w.str(at, value),
            Self::Bytes(value) => w.bytes(at, value),
            Self::Enum(number) => w.enumeration(at, *number, name(&info(&at), *number)),
            Self::Duration(secs, nanos) => w.duration(at, *secs, *nanos),
            Self::Timestamp(secs, nanos) => w.timestamp(at, *secs, *nanos),
            Self::Unit => w.unit(at),
            Self::List(items) => w.list(at, items.iter()),
            Self::Map(entries) => {
                let entries: Vec<_> = entries.iter().map(|(key, value)| (key, value)).collect();
                w.map(at, entries.into_iter());
            }
            Self::Message(record) => w.message(at, record),
            Self::Some(value) => w.some(at, &**value),
        }
    }
}

fn is_wide(info: &Info) -> bool {
    matches!(info.ty, Type::Int(int) if int.is_wide())
}

fn name(info: &Info, number: i32) -> Option<&'static str> {
    let values = info.ty.schema()?.values();
    let value = values.iter().find(|value| value.number() == number);
    value.map(|value| value.name())
}

/// What `value` says, as data.
pub fn record(value: &Everything) -> Record {
    let some =
        |value: Option<Value>| value.map_or(Value::Absent, |value| Value::Some(Box::new(value)));
    let unsigned = |value: &u32| Value::Unsigned(u64::from(*value));
    let signed = |value: &i32| Value::Signed(i64::from(*value));
    let text = |value: &String| Value::Text(value.clone());
    let event = |number: u32| match &value.event {
        Some(Event::Placed(id)) if number == 30 => Value::Unsigned(*id),
        Some(Event::Cancelled { why }) if number == 31 => {
            let schema = field(Everything::SCHEMA, 31).ty().schema().unwrap();
            Value::Message(Record {
                schema,
                values: vec![text(why)],
            })
        }
        _ => Value::Absent,
    };
    let line = |line: &Line| {
        Value::Message(Record {
            schema: Line::SCHEMA,
            values: vec![text(&line.sku), some(line.quantity.as_ref().map(unsigned))],
        })
    };
    Record {
        schema: Everything::SCHEMA,
        values: vec![
            Value::Bool(value.truth),
            Value::Unsigned(value.unsigned),
            signed(&value.signed),
            Value::Signed(value.zigzag),
            unsigned(&value.fixed),
            Value::Single(value.single),
            Value::Double(value.double),
            text(&value.text),
            Value::Bytes(value.bytes.clone()),
            Value::Enum(match value.colour {
                Colour::Red => 0,
                Colour::Green => 1,
                Colour::Other(number) => number,
            }),
            line(&value.line),
            some(value.optional.as_ref().map(unsigned)),
            Value::List(value.list.iter().map(signed).collect()),
            Value::List(
                value
                    .unpacked
                    .iter()
                    .map(|one| Value::Unsigned(*one))
                    .collect(),
            ),
            Value::List(value.lines.iter().map(line).collect()),
            Value::List(
                value
                    .lists
                    .iter()
                    .map(|list| Value::List(list.iter().map(text).collect()))
                    .collect(),
            ),
            Value::List(
                value
                    .options
                    .iter()
                    .map(|option| some(option.map(Value::Bool)))
                    .collect(),
            ),
            Value::Map(
                value
                    .map
                    .iter()
                    .map(|(key, value)| (text(key), unsigned(value)))
                    .collect(),
            ),
            Value::Map(
                value
                    .numbered
                    .iter()
                    .map(|(key, value)| (signed(key), line(value)))
                    .collect(),
            ),
            some(
                value
                    .optional_list
                    .as_ref()
                    .map(|list| Value::List(list.iter().map(unsigned).collect())),
            ),
            Value::Message(Record {
                schema: field(Everything::SCHEMA, 21).ty().schema().unwrap(),
                values: vec![unsigned(&value.pair.0), text(&value.pair.1)],
            }),
            Value::Wide(value.wide),
            Value::Duration(
                value.duration.as_secs() as i64,
                value.duration.subsec_nanos() as i32,
            ),
            some(value.time.map(|time| {
                let since = time
                    .duration_since(std::time::SystemTime::UNIX_EPOCH)
                    .unwrap();
                Value::Timestamp(since.as_secs() as i64, since.subsec_nanos())
            })),
            Value::Unit,
            event(30),
            event(31),
            Value::Unsigned(u64::from(value.copies)),
        ],
    }
}

fn field(schema: &'static Schema, number: u32) -> &'static Field {
    schema
        .fields()
        .iter()
        .find(|field| field.number() == number)
        .unwrap()
}
