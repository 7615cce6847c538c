//! Random values of types.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use everwire::Type;
use everwire::dynamic::{Key, Message, Union, Value};
use everwire::schema::{Int, Presence, Schema};

use super::number::Random;

fn value(ty: &Type, random: &mut Random, depth: usize) -> Option<Value> {
    Some(match ty {
        Type::Bool => random.chance(2).into(),
        Type::Int(int) => {
            let (least, most) = super::super::super::sample::range(*int);
            let bits = random.below(128) as u32;
            let wide = (u128::from(random.next()) << 64 | u128::from(random.next())) >> bits;
            let number = i128::try_from(wide >> 1).unwrap();
            let number = if random.chance(2) { number } else { -number };
            let number = number.clamp(least, most);
            match (int, u128::try_from(number)) {
                (Int::U128, Ok(number)) => Value::Uint(number),
                _ => Value::Int(number),
            }
        }
        Type::Float32 => Value::Float32(f32::from_bits(random.next() as u32)),
        Type::Float64 => Value::Float64(if random.chance(2) {
            f64::from_bits(random.next())
        } else {
            random.below(1000) as f64 / 8.0
        }),
        Type::Char => Value::Char(random.pick(&['a', '\0', 'Z', 'é', '\u{10ffff}', '7'])),
        Type::String => {
            let count = random.below(6);
            (0..count)
                .map(|_| random.pick(&['a', '1', 'é', '"', '\\', '\n', 'T', '\u{0}', '😀']))
                .collect::<String>()
                .into()
        }
        Type::Uuid => Value::Uuid(u128::from(random.next()).to_le_bytes()),
        Type::Bytes => Value::Bytes((0..random.below(6)).map(|_| random.next() as u8).collect()),
        Type::Duration => Value::Duration(Duration::new(
            random.next() % 315_576_000_000,
            random.next() as u32 % 1_000_000_000,
        )),
        Type::Timestamp => Value::Timestamp(
            SystemTime::UNIX_EPOCH
                + Duration::new(
                    random.next() % 200_000_000_000,
                    random.next() as u32 % 1_000_000_000,
                ),
        ),
        Type::Enum(link) => {
            let schema = link.schema();
            match schema.kind() {
                everwire::schema::Kind::Enum { open: true, .. } if random.chance(3) => {
                    Value::Enum(random.next() as i32)
                }
                _ => Value::Enum(random.pick(schema.values()).number()),
            }
        }
        // A change may have made a type that holds itself.
        Type::Option(_) if depth > 3 || random.chance(3) => Value::Null,
        Type::List(_) if depth > 3 => Value::List(Vec::new()),
        Type::Option(inner) => value(inner, random, depth)?,
        Type::List(element) => Value::List(
            (0..random.below(4))
                .map(|_| value(element, random, depth))
                .collect::<Option<_>>()?,
        ),
        Type::Map(key, held) => {
            let entries = (0..random.below(4)).map(|_| {
                Some((
                    Key::try_from(value(key, random, depth)?).ok()?,
                    value(held, random, depth)?,
                ))
            });
            Value::Map(entries.collect::<Option<BTreeMap<_, _>>>()?)
        }
        Type::Message(link) => Value::Message(filled(link.schema(), random, depth + 1)?),
        Type::Union(link) => {
            let schema = link.schema();
            let variant = random.pick(schema.fields());
            Union::new(
                schema,
                variant.name(),
                value(&variant.ty(), random, depth + 1)?,
            )?
            .into()
        }
        _ => return None,
    })
}

pub(super) fn filled(
    schema: &'static Schema,
    random: &mut Random,
    depth: usize,
) -> Option<Message> {
    let mut message = Message::new(schema);
    for (index, field) in schema.fields().iter().enumerate() {
        if random.chance(4) && field.presence() != Presence::Required {
            continue;
        }
        message.put(index, Some(value(&field.ty(), random, depth)?));
    }
    Some(message)
}
