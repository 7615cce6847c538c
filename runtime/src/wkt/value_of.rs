//! [`Value`]: from what Rust has, and as what it is.

use alloc::borrow::ToOwned;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use super::value::Kind;
use super::{ListValue, NullValue, Struct, Value};

/// What a value is, or nothing if it is something else.
///
/// ```
/// use everwire::wkt::Value;
///
/// let value: Value = everwire::json::from_str(r#"{"sizes": [1, 2.5], "name": "blue", "old": null}"#)?;
/// let object = value.as_struct().ok_or_else(|| everwire::Error::custom("an object is expected"))?;
/// assert_eq!(object.get("name").and_then(Value::as_str), Some("blue"));
/// assert_eq!(object.get("sizes").and_then(Value::as_list).map(|sizes| sizes[1].as_f64()), Some(Some(2.5)));
/// assert!(object.get("old").is_some_and(Value::is_null));
/// # Ok::<(), everwire::Error>(())
/// ```
impl Value {
    /// Whether it is null.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self.kind, Some(Kind::NullValue(_)))
    }

    /// The boolean.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self.kind {
            Some(Kind::BoolValue(value)) => Some(value),
            _ => None,
        }
    }

    /// The number.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match self.kind {
            Some(Kind::NumberValue(value)) => Some(value),
            _ => None,
        }
    }

    /// The string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            Some(Kind::StringValue(value)) => Some(value),
            _ => None,
        }
    }

    /// The object.
    #[must_use]
    pub fn as_struct(&self) -> Option<&Struct> {
        match &self.kind {
            Some(Kind::StructValue(value)) => Some(value),
            _ => None,
        }
    }

    /// The elements of the array.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Value]> {
        match &self.kind {
            Some(Kind::ListValue(list)) => Some(&list.values),
            _ => None,
        }
    }
}

impl From<Kind> for Value {
    fn from(kind: Kind) -> Self {
        Self { kind: Some(kind) }
    }
}

macro_rules! from {
    ($($(#[$doc:meta])* $name:ident: $ty:ty => $kind:expr;)+) => {$(
        $(#[$doc])*
        impl From<$ty> for Value {
            fn from($name: $ty) -> Self {
                Self { kind: Some($kind) }
            }
        }
    )+};
}

from! {
    value: bool => Kind::BoolValue(value);
    /// JSON cannot write a NaN or an infinity here.
    value: f64 => Kind::NumberValue(value);
    /// JSON cannot write a NaN or an infinity here.
    value: f32 => Kind::NumberValue(f64::from(value));
    value: i32 => Kind::NumberValue(f64::from(value));
    value: u32 => Kind::NumberValue(f64::from(value));
    value: &str => Kind::StringValue(value.to_owned());
    value: String => Kind::StringValue(value);
    value: Struct => Kind::StructValue(value);
    value: ListValue => Kind::ListValue(value);
    value: NullValue => Kind::NullValue(value);
    /// Null.
    _value: () => Kind::NullValue(NullValue::NullValue);
}

impl<V: Into<Value>> From<Vec<V>> for Value {
    fn from(values: Vec<V>) -> Self {
        ListValue::from(values).into()
    }
}

impl<K: Into<String>, V: Into<Value>> From<BTreeMap<K, V>> for Value {
    fn from(members: BTreeMap<K, V>) -> Self {
        Struct::from(members).into()
    }
}

/// `None` is null.
impl<V: Into<Value>> From<Option<V>> for Value {
    fn from(value: Option<V>) -> Self {
        value.map_or_else(|| Self::from(()), Into::into)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use alloc::vec;

    use super::*;

    #[test]
    fn values_of_every_kind() {
        for (value, json) in [
            (Value::from(true), "true"),
            (Value::from(-1.5), "-1.5"),
            (Value::from(0.5_f32), "0.5"),
            (Value::from(-7), "-7.0"),
            (Value::from(4_294_967_295_u32), "4294967295.0"),
            (Value::from("a"), r#""a""#),
            (Value::from("b".to_string()), r#""b""#),
            (Value::from(()), "null"),
            (Value::from(None::<bool>), "null"),
            (Value::from(Some(1)), "1.0"),
            (Value::from(NullValue::NullValue), "null"),
            (Value::from(vec!["a", "b"]), r#"["a","b"]"#),
            (
                Value::from(BTreeMap::from([("a", vec![1])])),
                r#"{"a":[1.0]}"#,
            ),
            (Value::from(ListValue::default()), "[]"),
            (Value::from(Struct::default()), "{}"),
        ] {
            assert_eq!(crate::json::to_string(&value).unwrap(), json);
            assert_eq!(crate::json::from_str::<Value>(json).unwrap(), value);
        }
    }

    #[test]
    fn each_kind_is_itself_only() {
        let list = [Value::from(1)];
        let object = Struct::from(BTreeMap::from([("a", 1)]));
        let values = [
            Value::from(()),
            Value::from(false),
            Value::from(2.0),
            Value::from("c"),
            Value::from(object.clone()),
            Value::from(list.to_vec()),
            Value::default(),
        ];
        let at = |index: usize| &values[index];
        for (index, value) in values.iter().enumerate() {
            assert_eq!(value.is_null(), index == 0);
            assert_eq!(value.as_bool(), (index == 1).then_some(false));
            assert_eq!(value.as_f64(), (index == 2).then_some(2.0));
            assert_eq!(value.as_str(), (index == 3).then_some("c"));
            assert_eq!(value.as_struct(), (index == 4).then_some(&object));
            assert_eq!(value.as_list(), (index == 5).then_some(&list[..]));
        }
        assert_eq!(at(6).kind, None);
    }
}
