//! What a type is in JSON.

use everwire::dynamic::{Listed, Shape};
use everwire::schema::{Dialect, Int};
use serde_json::{Value, json};

use super::{Document, Object, any_of, bytes, object, pattern, reference};

/// Decimal digits of an integer in quotes.
const SIGNED: &str = "^-?(?:0|[1-9][0-9]*)$";
const UNSIGNED: &str = "^(?:0|[1-9][0-9]*)$";

/// RFC 3339, as far as a pattern goes.
const MOMENT: &str = "^(?:[0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$";

impl Document<'_> {
    /// The schema of a value.
    pub(super) fn value(&self, shape: &Shape) -> Object {
        match shape {
            Shape::Bool => object(json!({ "type": "boolean" })),
            Shape::Int(int) => self.integer(*int),
            Shape::Float32 => float(true),
            Shape::Float64 => float(false),
            Shape::Char => object(json!({ "type": "string", "minLength": 1, "maxLength": 1 })),
            Shape::String => object(json!({ "type": "string" })),
            Shape::Bytes => bytes::of(0, None),
            Shape::Uuid => {
                object(json!({ "type": "string", "format": "uuid", "pattern": pattern::UUID }))
            }
            Shape::Duration => span(),
            Shape::Timestamp => moment(),
            Shape::Unit => object(json!({ "type": ["null", "object"] })),
            Shape::Named(name) => self.named(name),
            Shape::List(element) => {
                object(json!({ "type": "array", "items": self.value(element) }))
            }
            Shape::Fixed(inner, len) => match &**inner {
                Shape::List(_) => {
                    let mut list = self.value(inner);
                    list.insert("minItems".into(), (*len).into());
                    list.insert("maxItems".into(), (*len).into());
                    list
                }
                _ => bytes::of(*len as u64, Some(*len as u64)),
            },
            Shape::Map(key, value) => {
                let mut map = object(json!({
                    "type": "object",
                    "additionalProperties": self.value(value),
                }));
                let key = self.key(key);
                if !key.is_empty() {
                    map.insert("propertyNames".into(), Value::Object(key));
                }
                map
            }
            Shape::Option(inner) => nullable(self.value(inner)),
            // A type of serde's may be anything.
            _ => Object::new(),
        }
    }

    fn named(&self, name: &str) -> Object {
        if let Some(known) = self.known(name) {
            return known;
        }
        self.open
            .borrow_mut()
            .entry(name.to_owned())
            .or_insert(false);
        object(json!({ "$ref": reference(name) }))
    }

    pub(super) fn integer(&self, int: Int) -> Object {
        let mut number = object(json!({ "type": "integer" }));
        let (least, most): (Value, Value) = match int {
            Int::U8 => (0.into(), u8::MAX.into()),
            Int::U16 => (0.into(), u16::MAX.into()),
            Int::U32 => (0.into(), u32::MAX.into()),
            Int::U64 | Int::Usize => (0.into(), u64::MAX.into()),
            Int::I8 => (i8::MIN.into(), i8::MAX.into()),
            Int::I16 => (i16::MIN.into(), i16::MAX.into()),
            Int::I32 => (i32::MIN.into(), i32::MAX.into()),
            Int::I64 | Int::Isize => (i64::MIN.into(), i64::MAX.into()),
            // Most programs read integers beyond 64 bits as floats.
            Int::U128 => (0.into(), json!(u128::MAX as f64)),
            Int::I128 => (json!(i128::MIN as f64), json!(i128::MAX as f64)),
        };
        number.insert("minimum".into(), least);
        number.insert("maximum".into(), most);
        match self.dialect == Dialect::Proto && (int.is_wide() || int.is_128()) {
            true => any_of(vec![
                json!({ "type": "string", "pattern": digits(int) }),
                Value::Object(number),
            ]),
            false => number,
        }
    }

    /// The name of a member that is a map's key.
    fn key(&self, shape: &Shape) -> Object {
        match shape {
            Shape::Bool => object(json!({ "enum": ["true", "false"] })),
            Shape::Int(int) => object(json!({ "pattern": digits(*int) })),
            Shape::Char => object(json!({ "minLength": 1, "maxLength": 1 })),
            Shape::Uuid => object(json!({ "format": "uuid", "pattern": pattern::UUID })),
            Shape::Named(name) => match self.types.get(name).map(|one| &one.what) {
                Some(everwire::dynamic::What::Enum { values, open }) => {
                    let names: Vec<Value> = names(values);
                    match open {
                        true => {
                            any_of(vec![json!({ "enum": names }), json!({ "pattern": SIGNED })])
                        }
                        false => object(json!({ "enum": names })),
                    }
                }
                _ => Object::new(),
            },
            _ => Object::new(),
        }
    }

    /// An enum without data: its names; an open one also a number.
    pub(super) fn enumeration(&self, values: &[Listed], is_open: bool) -> Object {
        let names = json!({ "enum": names(values) });
        match is_open {
            true => any_of(vec![
                names,
                json!({ "type": "integer", "minimum": i32::MIN, "maximum": i32::MAX }),
            ]),
            false => object(names),
        }
    }
}

/// The names of values, former ones too.
fn names(values: &[Listed]) -> Vec<Value> {
    let names = values
        .iter()
        .flat_map(|value| std::iter::once(&value.name).chain(&value.aliases));
    names.map(|name| name.as_str().into()).collect()
}

pub(super) fn digits(int: Int) -> &'static str {
    match int.is_signed() {
        true => SIGNED,
        false => UNSIGNED,
    }
}

/// `f32::MAX` in its shortest digits, which as an `f64` are a little more.
const LARGEST: f64 = 3.402_823_5e38;

fn float(is_single: bool) -> Object {
    let number = match is_single {
        true => json!({ "type": "number", "minimum": -LARGEST, "maximum": LARGEST }),
        false => json!({ "type": "number" }),
    };
    any_of(vec![
        number,
        json!({ "enum": ["NaN", "Infinity", "-Infinity"] }),
    ])
}

/// A span of time, in seconds. Those of other crates have a sign.
pub(super) fn span() -> Object {
    object(json!({
        "type": "string",
        "pattern": "^-?(?:0|[1-9][0-9]{0,11})(?:\\.[0-9]{1,9})?s$",
    }))
}

/// A point in time.
pub(super) fn moment() -> Object {
    object(json!({ "type": "string", "format": "date-time", "pattern": MOMENT }))
}

/// A schema that takes null too.
pub(super) fn nullable(schema: Object) -> Object {
    if schema.is_empty() {
        return schema;
    }
    if let Some(Value::String(own)) = schema.get("type")
        && !schema.contains_key("enum")
        && !schema.contains_key("const")
    {
        let both = json!([own, "null"]);
        let mut schema = schema;
        schema.insert("type".into(), both);
        return schema;
    }
    match schema.get("anyOf") {
        Some(Value::Array(all)) if schema.len() == 1 => {
            let mut all = all.clone();
            all.push(json!({ "type": "null" }));
            any_of(all)
        }
        _ => any_of(vec![Value::Object(schema), json!({ "type": "null" })]),
    }
}
