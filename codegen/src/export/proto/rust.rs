//! The text of `(everwire.rust)`: a type in Rust, with the names of messages and enums as protobuf has them.

use everwire::dynamic::Shape;
use everwire::schema::Int;

use super::Proto;
use super::declare::Place;

/// Names that mean a type of Rust where they stand alone.
const KNOWN: &[&str] = &[
    "bool",
    "u8",
    "u16",
    "u32",
    "u64",
    "usize",
    "u128",
    "i8",
    "i16",
    "i32",
    "i64",
    "isize",
    "i128",
    "f32",
    "f64",
    "char",
    "String",
    "Duration",
    "SystemTime",
    "Uuid",
    "Option",
    "Vec",
    "Box",
    "VecDeque",
    "BTreeSet",
    "HashSet",
    "BTreeMap",
    "HashMap",
];

/// A value of serde's whose type no schema tells: any that JSON has.
const FOREIGN: &str = "everwire::serde::Foreign<serde_json::Value>";

impl Proto<'_> {
    /// The type that a shape is.
    pub(super) fn rust_type(&self, place: &Place<'_>, shape: &Shape) -> String {
        let of = |shape: &Shape| self.rust_type(place, shape);
        match shape {
            Shape::Char => "char".to_owned(),
            Shape::String => "String".to_owned(),
            Shape::Bytes => "Vec<u8>".to_owned(),
            Shape::Uuid => "Uuid".to_owned(),
            Shape::Opaque => FOREIGN.to_owned(),
            Shape::Unit => "()".to_owned(),
            Shape::Duration => "Duration".to_owned(),
            Shape::Timestamp => "SystemTime".to_owned(),
            Shape::Named(name) => {
                let short = self.reference(place, name);
                match KNOWN.contains(&short.as_str()) {
                    true => format!(".{}", self.names.full(name)),
                    false => short,
                }
            }
            // Bytes are numbers in what is no run of memory.
            Shape::List(element) if is_byte(element) => "VecDeque<u8>".to_owned(),
            Shape::List(element) => format!("Vec<{}>", of(element)),
            Shape::Fixed(inner, len) => match &**inner {
                Shape::List(element) if is_byte(element) => format!("[Box<u8>; {len}]"),
                Shape::List(element) => format!("[{}; {len}]", of(element)),
                _ => format!("[u8; {len}]"),
            },
            Shape::Map(key, value) => format!("BTreeMap<{}, {}>", of(key), of(value)),
            Shape::Option(inner) => format!("Option<{}>", of(inner)),
            scalar => scalar.to_string(),
        }
    }
}

fn is_byte(shape: &Shape) -> bool {
    *shape == Shape::Int(Int::U8)
}
