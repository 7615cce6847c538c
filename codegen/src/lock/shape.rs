//! Types in the lock: `list<.shop.v1.Line>`. What is declared somewhere begins with a dot, so that nothing is called like a type of its own.

use everwire::dynamic::Shape;
use everwire::schema::Int;

use super::words::Words;

const PLAIN: &[(&str, Shape)] = &[
    ("bool", Shape::Bool),
    ("u8", Shape::Int(Int::U8)),
    ("u16", Shape::Int(Int::U16)),
    ("u32", Shape::Int(Int::U32)),
    ("u64", Shape::Int(Int::U64)),
    ("u128", Shape::Int(Int::U128)),
    ("usize", Shape::Int(Int::Usize)),
    ("i8", Shape::Int(Int::I8)),
    ("i16", Shape::Int(Int::I16)),
    ("i32", Shape::Int(Int::I32)),
    ("i64", Shape::Int(Int::I64)),
    ("i128", Shape::Int(Int::I128)),
    ("isize", Shape::Int(Int::Isize)),
    ("f32", Shape::Float32),
    ("f64", Shape::Float64),
    ("char", Shape::Char),
    ("string", Shape::String),
    ("bytes", Shape::Bytes),
    ("uuid", Shape::Uuid),
    ("duration", Shape::Duration),
    ("timestamp", Shape::Timestamp),
    ("opaque", Shape::Opaque),
    ("unit", Shape::Unit),
];

/// A type on one line.
pub(crate) fn shape(one: &Shape) -> String {
    match one {
        Shape::Named(name) => format!(".{name}"),
        Shape::List(element) => format!("list<{}>", shape(element)),
        Shape::Fixed(inner, len) => format!("fixed<{},{len}>", shape(inner)),
        Shape::Map(key, value) => format!("map<{},{}>", shape(key), shape(value)),
        Shape::Option(inner) => format!("option<{}>", shape(inner)),
        plain => {
            let name = PLAIN.iter().find(|(_, other)| other == plain);
            name.map_or("", |(name, _)| name).to_owned()
        }
    }
}

/// The type that a line spells.
pub(crate) fn read(words: &mut Words<'_>) -> Option<Shape> {
    if words.eat(".") {
        return Some(Shape::Named(words.full_name()?.to_owned()));
    }
    let name = words.name()?;
    if let Some((_, plain)) = PLAIN.iter().find(|(plain, _)| *plain == name) {
        return Some(plain.clone());
    }
    words.eat("<").then_some(())?;
    let inner = Box::new(read(words)?);
    let shape = match name {
        "list" => Shape::List(inner),
        "option" => Shape::Option(inner),
        "fixed" => {
            words.eat(",").then_some(())?;
            matches!(*inner, Shape::List(_) | Shape::Bytes).then_some(())?;
            Shape::Fixed(inner, words.number()?)
        }
        "map" => {
            words.eat(",").then_some(())?;
            Shape::Map(inner, Box::new(read(words)?))
        }
        _ => return None,
    };
    words.eat(">").then_some(shape)
}
