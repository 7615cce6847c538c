//! Boundary values: what is written under one side, to see what the other makes of it.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use everwire::dynamic::{Key, Opaque, Union, Value};
use everwire::schema::{Int, Kind, Schema};
use everwire::{Field, Type};

use super::messages::{self, Above};
use super::other::Other;

/// The numbers at which integers and what is made of them differ.
const INTEGERS: &[i128] = &[
    1,
    0,
    2,
    5,
    127,
    128,
    255,
    256,
    32_767,
    32_768,
    65_535,
    65_536,
    2_147_483_647,
    2_147_483_648,
    4_294_967_295,
    4_294_967_296,
    4_294_967_297,
    9_007_199_254_740_993,
    9_223_372_036_854_775_807,
    9_223_372_036_854_775_808,
    18_446_744_073_709_551_615,
    18_446_744_073_709_551_616,
    i128::MAX,
    -1,
    -128,
    -129,
    -32_769,
    -2_147_483_648,
    -2_147_483_649,
    -9_223_372_036_854_775_808,
    i128::MIN,
];

const FLOATS: &[f64] = &[
    1.0,
    0.0,
    -1.0,
    1.5,
    0.1,
    -0.0,
    16_777_217.0,
    4_294_967_296.0,
    1e39,
    1e300,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
];

const TEXTS: &[&str] = &[
    "a",
    "",
    "1",
    "é😀",
    "true",
    "-1.5",
    "YQ==",
    "NaN",
    "2026-01-02T03:04:05Z",
    "1.5s",
];

const BYTES: &[&[u8]] = &[
    b"a",
    b"",
    b"\x01",
    b"\xff\xfe",
    b"\x08\x01",
    b"\x0a\x01a",
    &[7; 16],
];

const UUIDS: [[u8; 16]; 3] = [[7; 16], [0; 16], [0xff; 16]];

/// The longest array that is made.
const LONGEST_ARRAY: usize = 100_000;

/// The smallest and the largest number of a type.
pub(super) fn range(int: Int) -> (i128, i128) {
    match int {
        Int::U8 => (0, u8::MAX.into()),
        Int::U16 => (0, u16::MAX.into()),
        Int::U32 => (0, u32::MAX.into()),
        Int::U64 | Int::Usize => (0, u64::MAX.into()),
        Int::U128 => (0, i128::MAX),
        Int::I8 => (i8::MIN.into(), i8::MAX.into()),
        Int::I16 => (i16::MIN.into(), i16::MAX.into()),
        Int::I32 => (i32::MIN.into(), i32::MAX.into()),
        Int::I64 | Int::Isize => (i64::MIN.into(), i64::MAX.into()),
        Int::I128 => (i128::MIN, i128::MAX),
    }
}

/// Boundary values of a type, those that say something first. `other` is the type on the other side.
pub(super) fn values(ty: &Type, other: Option<Other<'_>>, depth: usize) -> Vec<Value> {
    match ty {
        Type::Bool => vec![true.into(), false.into()],
        Type::Int(int) => {
            let (least, most) = range(*int);
            let within = INTEGERS
                .iter()
                .filter(|number| (least..=most).contains(number));
            let mut values: Vec<Value> = within.map(|number| integer(*int, *number)).collect();
            if *int == Int::U128 {
                values.push(Value::Uint(u128::MAX));
            }
            values
        }
        Type::Float32 => {
            let mut values: Vec<Value> = FLOATS
                .iter()
                .map(|float| Value::Float32(*float as f32))
                .collect();
            values.push(Value::Float32(f32::MAX));
            values
        }
        Type::Float64 => FLOATS.iter().map(|float| Value::Float64(*float)).collect(),
        Type::Char => ['a', '\0', '1', 'é', '😀'].map(Value::Char).into(),
        Type::String => {
            let mut values: Vec<Value> = TEXTS.iter().map(|text| Value::from(*text)).collect();
            let listed = other.and_then(Other::schema);
            values.extend(
                listed
                    .map_or(&[][..], Schema::values)
                    .iter()
                    .map(|value| value.name().into()),
            );
            values.push("x".repeat(300).into());
            values
        }
        Type::Bytes => BYTES
            .iter()
            .map(|bytes| Value::Bytes(bytes.to_vec()))
            .collect(),
        Type::Uuid => UUIDS.map(Value::Uuid).into(),
        Type::Duration => [
            Duration::from_millis(1500),
            Duration::ZERO,
            Duration::new(315_576_000_000, 999_999_999),
        ]
        .map(Value::Duration)
        .into(),
        Type::Timestamp => {
            let epoch = SystemTime::UNIX_EPOCH;
            let mut values = vec![
                Value::Timestamp(epoch + Duration::from_millis(1500)),
                Value::Timestamp(epoch),
            ];
            values.extend(
                epoch
                    .checked_sub(Duration::from_millis(500))
                    .map(Value::Timestamp),
            );
            values
        }
        Type::Opaque => [7, 0]
            .map(|digit| Value::Opaque(Opaque::digit(digit)))
            .into(),
        Type::Unit => vec![Value::Unit],
        Type::Enum(link) => {
            let schema = link.schema();
            let listed = schema.values().iter().map(|value| value.number());
            let mut numbers: Vec<i32> = listed.filter(|number| *number != 0).collect();
            numbers.extend(
                schema
                    .values()
                    .iter()
                    .map(|value| value.number())
                    .filter(|number| *number == 0),
            );
            if matches!(schema.kind(), Kind::Enum { open: true, .. }) {
                // What the same enum lists on the other side alone was added, or is gone: this side does not write it.
                let others = other.and_then(Other::schema);
                let others = others.filter(|one| one.full_name() != schema.full_name());
                let others = others.map_or(&[][..], Schema::values).iter();
                let free = |number: &i32| {
                    !schema
                        .values()
                        .iter()
                        .any(|value| value.number() == *number)
                };
                numbers.extend(others.map(|value| value.number()).filter(free));
                numbers.extend(
                    [1_000_003, -7, 16_777_217, i32::MAX, i32::MIN]
                        .iter()
                        .filter(|number| free(number)),
                );
            }
            numbers.into_iter().map(Value::Enum).collect()
        }
        Type::Option(inner) => {
            let mut values = self::values(inner, other.map(Other::plain), depth);
            values.push(Value::Null);
            values
        }
        Type::List(element) => lists(element, other, depth),
        Type::Fixed(_, len) if *len > LONGEST_ARRAY => Vec::new(),
        Type::Fixed(Type::List(element), len) => {
            let values = values(element, other.map(Other::element), depth);
            let filled = values
                .iter()
                .map(|value| Value::List(vec![value.clone(); *len]));
            filled.take(8).collect()
        }
        Type::Fixed(_, len) => vec![Value::Bytes(vec![7; *len]), Value::Bytes(vec![0; *len])],
        Type::Map(key, value) => maps(key, value, other, depth),
        Type::Message(link) => messages::of(link.schema(), other, depth),
        Type::Union(link) => messages::of_union(link.schema(), other, depth),
        _ => Vec::new(),
    }
}

fn lists(element: &Type, other: Option<Other<'_>>, depth: usize) -> Vec<Value> {
    let elements = values(element, other.map(Other::element), depth);
    let mut lists: Vec<Value> = elements
        .iter()
        .map(|one| Value::List(vec![one.clone()]))
        .collect();
    lists.push(Value::List(Vec::new()));
    if elements.len() > 1 {
        lists.insert(1, Value::List(elements.iter().take(3).cloned().collect()));
    }
    lists
}

fn maps(key: &Type, value: &Type, other: Option<Other<'_>>, depth: usize) -> Vec<Value> {
    let (other_key, other_value) = other.and_then(Other::entry).unzip();
    let keys: Vec<Key> = values(key, other_key, depth)
        .into_iter()
        .filter_map(|key| key.try_into().ok())
        .collect();
    let held = values(value, other_value, depth);
    let (Some(first), Some(one)) = (keys.first(), held.first()) else {
        return vec![Value::Map(BTreeMap::new())];
    };
    let mut maps: Vec<Value> = keys
        .iter()
        .map(|key| Value::Map(BTreeMap::from([(key.clone(), one.clone())])))
        .collect();
    maps.extend(
        held.iter()
            .skip(1)
            .map(|value| Value::Map(BTreeMap::from([(first.clone(), value.clone())]))),
    );
    maps.push(Value::Map(
        keys.iter().map(|key| (key.clone(), one.clone())).collect(),
    ));
    maps.push(Value::Map(BTreeMap::new()));
    maps
}

/// A value that says something, and something else for each `seed`, as far as the type has values.
pub(super) fn typical(ty: &Type, seed: u32, depth: usize) -> Option<Value> {
    within(ty, seed, depth, None)
}

/// [`typical`] within messages that it may not hold again.
pub(super) fn within(
    ty: &Type,
    seed: u32,
    depth: usize,
    above: Option<&Above<'_>>,
) -> Option<Value> {
    let count = seed.saturating_add(1);
    Some(match ty {
        Type::Bool => true.into(),
        Type::Int(int) => integer(*int, i128::from(seed) % range(*int).1 + 1),
        Type::Float32 => Value::Float32(count as f32 + 0.5),
        Type::Float64 => Value::Float64(f64::from(count) + 0.5),
        Type::Char => Value::Char(letter(seed)?),
        Type::String => format!("s{count}").into(),
        Type::Bytes => Value::Bytes(match u8::try_from(count) {
            Ok(small) => vec![small, 0xff],
            Err(_) => [&count.to_be_bytes()[..], &[0xff]].concat(),
        }),
        Type::Uuid => Value::Uuid(u128::from(count).to_be_bytes()),
        Type::Duration => Value::Duration(Duration::from_millis(500 * u64::from(count))),
        Type::Timestamp => Value::Timestamp(
            SystemTime::UNIX_EPOCH + Duration::from_secs(86_400 * u64::from(seed % 1_000_000 + 1)),
        ),
        Type::Opaque => Value::Opaque(Opaque::digit(count as u8)),
        Type::Unit => Value::Unit,
        Type::Enum(link) => {
            let values = link.schema().values();
            let telling = values
                .iter()
                .find(|value| value.number() != 0)
                .or_else(|| values.first())?;
            Value::Enum(telling.number())
        }
        Type::Option(inner) => within(inner, seed, depth, above)?,
        Type::List(_) if depth == 0 => Value::List(Vec::new()),
        Type::List(element) => Value::List(vec![
            within(element, seed, depth, above)?,
            within(element, seed + 1, depth, above)?,
        ]),
        Type::Fixed(_, len) if *len > LONGEST_ARRAY => return None,
        Type::Fixed(Type::List(element), len) => Value::List(
            (0..u32::try_from(*len).ok()?)
                .map(|at| within(element, seed + at, depth, above))
                .collect::<Option<_>>()?,
        ),
        Type::Fixed(_, len) => Value::Bytes(vec![9; *len]),
        Type::Map(..) if depth == 0 => Value::Map(BTreeMap::new()),
        Type::Map(key, value) => {
            let key = Key::try_from(within(key, seed, depth, above)?).ok()?;
            Value::Map(BTreeMap::from([(
                key,
                within(value, seed + 1, depth, above)?,
            )]))
        }
        Type::Message(link) if depth == 0 => {
            let above = Above::with(link.schema(), above)?;
            Value::Message(messages::least(link.schema(), 0, Some(&above))?)
        }
        Type::Message(link) => Value::Message(messages::full(link.schema(), depth)?),
        Type::Union(link) => {
            let schema = link.schema();
            let deeper;
            let above = match depth {
                0 => {
                    deeper = Above::with(schema, above)?;
                    Some(&deeper)
                }
                _ => above,
            };
            // What holds no more is taken first where no more is to be held.
            let (shallow, deep): (Vec<_>, Vec<_>) = schema
                .fields()
                .iter()
                .partition(|variant| depth > 0 || is_shallow(variant));
            let made = |variant: &Field| {
                let (number, depth) = (variant.number(), depth.saturating_sub(1));
                let value = within(&variant.ty(), number, depth, above)?;
                Union::new(schema, variant.name(), value)
            };
            shallow.into_iter().chain(deep).find_map(made)?.into()
        }
        _ => return None,
    })
}

/// Whether a variant holds nothing that holds more.
fn is_shallow(variant: &Field) -> bool {
    !matches!(
        variant.ty(),
        Type::Message(_) | Type::Union(_) | Type::List(_)
    )
}

/// A letter, and another for each of many seeds.
fn letter(seed: u32) -> Option<char> {
    match seed {
        0..26 => char::from_u32(97 + seed),
        // Han, of which there are most.
        _ => char::from_u32(0x4e00 + seed % 20_000),
    }
}

fn integer(int: Int, number: i128) -> Value {
    match (int, u128::try_from(number)) {
        (Int::U128, Ok(number)) => Value::Uint(number),
        _ => Value::Int(number),
    }
}
