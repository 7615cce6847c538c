//! Protobuf written from a schema: every field set, numbers at their bounds. It knows nothing of the types.

use everwire::schema::{Encoding, Form, Presence};
use everwire::{Field, Schema, Type};

/// How many rounds show every variant of every oneof, and every bound of the numbers.
pub fn rounds(schema: &Schema) -> usize {
    let variants = |field: &Field| variants(schema, field).count();
    schema
        .fields()
        .iter()
        .map(variants)
        .max()
        .unwrap_or(0)
        .max(4)
}

/// A message with every field set, and of each oneof the field whose turn it is; messages within end at `depth`.
pub fn message(schema: &Schema, round: usize, depth: usize) -> Vec<u8> {
    if let Some(bytes) = well_known(schema, round) {
        return bytes.to_vec();
    }
    let mut out = Vec::new();
    for field in schema.fields() {
        if is_its_turn(schema, field, round) {
            write_field(field, round, depth, &mut out);
        }
    }
    out
}

/// A value of a well-known type that has a form in JSON: times at the ends of their ranges, an `Any` that holds nothing.
fn well_known(schema: &Schema, round: usize) -> Option<&'static [u8]> {
    let values: [&[u8]; 4] = match schema.form() {
        Form::Timestamp => [
            b"\x08\x80\x92\xb8\xc3\x98\xfe\xff\xff\xff\x01",
            b"\x08\xff\x82\xd1\xff\xaf\x07\x10\xff\x93\xeb\xdc\x03",
            b"\x10\x01",
            b"\x08\x01",
        ],
        Form::Duration => [
            b"\x08\x80\xc4\xd1\xb1\xe8\xf6\xff\xff\xff\x01",
            b"\x08\x80\xbc\xae\xce\x97\x09",
            b"\x10\x01",
            b"\x08\x01",
        ],
        Form::FieldMask => [b"\x0a\x03a_b", b"\x0a\x01a\x0a\x05b.c_d", b"\x0a\x01z", b""],
        Form::Value => [b"\x08\x00", b"\x1a\x02\xc3\xa9", b"\x20\x01", b"\x32\x04\x0a\x02\x20\x00"],
        Form::Any => [b""; 4],
        _ => return None,
    };
    Some(values[round % values.len()])
}

fn variants<'a>(schema: &'a Schema, field: &'a Field) -> impl Iterator<Item = &'a Field> {
    let of_oneof = |other: &&Field| other.oneof().is_some() && other.oneof() == field.oneof();
    schema.fields().iter().filter(of_oneof)
}

fn is_its_turn(schema: &Schema, field: &Field, round: usize) -> bool {
    if field.oneof().is_none() {
        return true;
    }
    let count = variants(schema, field).count();
    variants(schema, field)
        .nth(round % count)
        .map(Field::number)
        == Some(field.number())
}

fn write_field(field: &Field, round: usize, depth: usize, out: &mut Vec<u8>) {
    let number = field.number();
    if matches!(field.ty(), Type::Enum(link) if link.schema().form() == Form::Null)
        && field.presence() == Presence::Implicit
    {
        return;
    }
    match field.ty() {
        Type::List(element) => {
            let mut elements = Vec::new();
            for round in [round, round + 1] {
                let value = Value::of(element, field.encoding(), round, depth);
                match value.wire_type {
                    2 | 3 => value.write(number, out),
                    _ if !field.is_packed() => value.write(number, out),
                    _ => elements.extend(value.bytes),
                }
            }
            if !elements.is_empty() {
                Value::delimited(elements).write(number, out);
            }
        }
        Type::Map(key, value) => {
            let mut entry = Vec::new();
            Value::of(key, field.key(), round, depth).write(1, &mut entry);
            let value = Value::of(value, field.map_value(), round, depth);
            if !value.bytes.is_empty() {
                value.write(2, &mut entry);
            }
            Value::delimited(entry).write(number, out);
        }
        ty => Value::of(&ty, field.encoding(), round, depth).write(number, out),
    }
}

/// A value without its tag.
struct Value {
    wire_type: u64,
    bytes: Vec<u8>,
}

impl Value {
    fn of(ty: &Type, encoding: Encoding, round: usize, depth: usize) -> Value {
        let at = round % 4;
        match ty {
            Type::Bool => Value::varint(1),
            Type::Int(int) => {
                let wide = int.is_wide();
                let number = match (int.is_signed(), wide) {
                    (true, true) => [i64::MIN, i64::MAX, -1, 1][at],
                    (true, false) => [i32::MIN, i32::MAX, -1, 1].map(i64::from)[at],
                    (false, true) => [u64::MAX, 1 << 63, 127, 128].map(|number| number as i64)[at],
                    (false, false) => [u32::MAX, 1 << 31, 127, 128].map(i64::from)[at],
                };
                match (encoding, wide) {
                    (Encoding::Fixed, true) => Value::fixed(&number.to_le_bytes()),
                    (Encoding::Fixed, false) => Value::fixed(&(number as u32).to_le_bytes()),
                    (Encoding::Zigzag, _) => Value::varint((number << 1 ^ number >> 63) as u64),
                    _ => Value::varint(number as u64),
                }
            }
            Type::Float32 => {
                Value::fixed(&[f32::MIN, f32::MAX, f32::from_bits(1), 0.1][at].to_le_bytes())
            }
            Type::Float64 => {
                Value::fixed(&[f64::MIN, f64::MAX, f64::from_bits(1), 0.1][at].to_le_bytes())
            }
            Type::String => {
                Value::delimited(["é\u{1F600}", "\"\\/\n\u{7f}\0", "a", "日本"][at].into())
            }
            Type::Bytes => {
                Value::delimited([&[0xff, 0][..], b"\xfb\xef\xbe", b"a", &[0; 200]][at].to_vec())
            }
            Type::Enum(link) => {
                if link.schema().form() == Form::Null {
                    return Value::varint(0);
                }
                let values = link.schema().values().iter().filter(|value| value.number() != 0);
                let numbers: Vec<i32> = values.map(|value| value.number()).collect();
                let number = if numbers.is_empty() {
                    7
                } else {
                    numbers[round % numbers.len()]
                };
                Value::varint(i64::from(number) as u64)
            }
            Type::Message(link) => {
                let bytes = match depth.checked_sub(1) {
                    Some(depth) => message(link.schema(), round, depth),
                    None => well_known(link.schema(), round).unwrap_or_default().to_vec(),
                };
                let wire_type = if encoding == Encoding::Group { 3 } else { 2 };
                Value { wire_type, bytes }
            }
            Type::Option(inner) => Value::of(inner, encoding, round, depth),
            other => panic!("a schema of protobuf has no {other:?} here"),
        }
    }

    fn varint(number: u64) -> Value {
        let mut bytes = Vec::new();
        write_varint(number, &mut bytes);
        Value {
            wire_type: 0,
            bytes,
        }
    }

    fn fixed(bytes: &[u8]) -> Value {
        let wire_type = if bytes.len() == 4 { 5 } else { 1 };
        Value {
            wire_type,
            bytes: bytes.to_vec(),
        }
    }

    fn delimited(bytes: Vec<u8>) -> Value {
        Value {
            wire_type: 2,
            bytes,
        }
    }

    fn write(self, number: u32, out: &mut Vec<u8>) {
        let tag = u64::from(number) << 3;
        write_varint(tag | self.wire_type, out);
        if self.wire_type == 2 {
            write_varint(self.bytes.len() as u64, out);
        }
        out.extend(self.bytes);
        if self.wire_type == 3 {
            write_varint(tag | 4, out);
        }
    }
}

fn write_varint(mut number: u64, out: &mut Vec<u8>) {
    while number > 0x7f {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}
