//! A value as both sides tell it: JSON in which nothing is lost or formatted, so that equal text is an equal value.
//!
//! An integer is `{"int": "-1"}`, a float `{"float": "…"}` with its bits as an `f64`, bytes are `{"bytes": "…"}` in hexadecimal digits, a map is
//! `{"map": [[key, value], …]}`, a message an object of its fields. `server/told.py` tells the same.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use everwire_tests::hex;
use serde_json::{Value, json};

pub trait Told {
    fn told(&self) -> Value;

    /// A list of such values; of octets, it is bytes.
    fn told_list(list: &[Self]) -> Value
    where
        Self: Sized,
    {
        list.iter().map(Self::told).collect()
    }
}

/// The members of a oneof, each null but for the active one.
pub trait Members: Sized {
    fn members(active: Option<&Self>) -> Vec<(&'static str, Value)>;
}

/// Tells messages field by field; `..name` is a field that is a oneof.
macro_rules! tells {
    ($($type:ty { $($field:ident)* $(..$oneof:ident)* })*) => {$(
        impl $crate::told::Told for $type {
            fn told(&self) -> serde_json::Value {
                #[allow(unused_mut, reason = "a message may be empty")]
                let mut members = serde_json::Map::new();
                $(members.insert(
                    stringify!($field).trim_start_matches("r#").to_owned(),
                    $crate::told::Told::told(&self.$field),
                );)*
                $(for (name, value) in $crate::told::Members::members(self.$oneof.as_ref()) {
                    members.insert(name.to_owned(), value);
                })*
                serde_json::Value::Object(members)
            }
        }
    )*};
}

/// Tells the variants of a oneof by the names of their fields.
macro_rules! tells_members {
    ($type:ty { $($variant:ident: $field:literal)* }) => {
        impl $crate::told::Members for $type {
            fn members(active: Option<&Self>) -> Vec<(&'static str, serde_json::Value)> {
                vec![$((
                    $field,
                    match active {
                        Some(Self::$variant(value)) => $crate::told::Told::told(value),
                        _ => serde_json::Value::Null,
                    },
                )),*]
            }
        }
    };
}

/// Tells enums by their numbers.
macro_rules! tells_numbers {
    ($($type:ty { $($variant:ident = $number:literal)* $(.. $other:ident)? })*) => {$(
        impl $crate::told::Told for $type {
            fn told(&self) -> serde_json::Value {
                let number: i32 = match self {
                    $(Self::$variant => $number,)*
                    $(Self::$other(number) => *number,)?
                };
                $crate::told::Told::told(&number)
            }
        }
    )*};
}

macro_rules! integers {
    ($($integer:ty)*) => {$(
        impl Told for $integer {
            fn told(&self) -> Value {
                json!({ "int": self.to_string() })
            }
        }
    )*};
}

integers!(u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

impl Told for u8 {
    fn told(&self) -> Value {
        json!({ "int": self.to_string() })
    }

    fn told_list(list: &[Self]) -> Value {
        json!({ "bytes": hex(list) })
    }
}

impl Told for f64 {
    fn told(&self) -> Value {
        if self.is_nan() {
            return json!({ "float": "nan" });
        }
        json!({ "float": format!("{:016x}", self.to_bits()) })
    }
}

impl Told for f32 {
    fn told(&self) -> Value {
        f64::from(*self).told()
    }
}

impl Told for bool {
    fn told(&self) -> Value {
        (*self).into()
    }
}

impl Told for String {
    fn told(&self) -> Value {
        self.as_str().into()
    }
}

impl Told for char {
    fn told(&self) -> Value {
        self.to_string().into()
    }
}

impl Told for SystemTime {
    fn told(&self) -> Value {
        let (seconds, nanos) = match self.duration_since(UNIX_EPOCH) {
            Ok(after) => (i128::from(after.as_secs()), after.subsec_nanos()),
            Err(before) => {
                let nanos = -i128::try_from(before.duration().as_nanos()).unwrap_or(i128::MAX);
                let below = nanos.rem_euclid(1_000_000_000);
                (
                    nanos.div_euclid(1_000_000_000),
                    u32::try_from(below).unwrap_or_default(),
                )
            }
        };
        json!({ "time": [seconds.to_string(), nanos.to_string()] })
    }
}

impl Told for Duration {
    fn told(&self) -> Value {
        json!({ "span": [self.as_secs().to_string(), self.subsec_nanos().to_string()] })
    }
}

impl<T: Told> Told for Option<T> {
    fn told(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::told)
    }
}

impl<T: Told> Told for Rc<T> {
    fn told(&self) -> Value {
        T::told(self)
    }
}

impl<T: Told> Told for Box<T> {
    fn told(&self) -> Value {
        T::told(self)
    }
}

impl<T: Told> Told for Vec<T> {
    fn told(&self) -> Value {
        T::told_list(self)
    }
}

impl<T: Told, const N: usize> Told for [T; N] {
    fn told(&self) -> Value {
        T::told_list(self)
    }
}

impl<T: Told> Told for BTreeSet<T> {
    fn told(&self) -> Value {
        self.iter().map(T::told).collect()
    }
}

impl<K: Told, V: Told> Told for BTreeMap<K, V> {
    fn told(&self) -> Value {
        let entries = self
            .iter()
            .map(|(key, value)| json!([key.told(), value.told()]));
        ordered(json!({ "map": entries.collect::<Value>() }))
    }
}

impl Told for () {
    fn told(&self) -> Value {
        json!([])
    }
}

impl<A: Told, B: Told> Told for (A, B) {
    fn told(&self) -> Value {
        json!([self.0.told(), self.1.told()])
    }
}

/// The same value, the entries of its maps in the order of their texts.
pub fn ordered(mut value: Value) -> Value {
    match &mut value {
        Value::Array(list) => list
            .iter_mut()
            .for_each(|item| *item = ordered(item.take())),
        Value::Object(members) => {
            members
                .values_mut()
                .for_each(|item| *item = ordered(item.take()));
            if let Some(Value::Array(entries)) = members.get_mut("map") {
                entries.sort_by_cached_key(Value::to_string);
            }
        }
        _ => {}
    }
    value
}
