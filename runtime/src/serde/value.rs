//! A value of Everwire's as a `serde_json::Value`, and back.

use serde_json::Value;

use crate::codec::{Codec, DecodeOwned};
use crate::error::Error;

/// A value as a tree of JSON, in the native form.
///
/// ```
/// use everwire::Codec;
/// use everwire::serde::{from_value, to_value};
///
/// #[derive(Codec, Debug, PartialEq)]
/// struct Line { #[codec(1)] sku: String, #[codec(2)] count: u8 }
///
/// let line = Line { sku: "A-1".into(), count: 2 };
/// let mut value = to_value(&line)?;
/// assert_eq!(value, serde_json::json!({"sku": "A-1", "count": 2}));
/// value["count"] = 3.into();
/// assert_eq!(from_value::<Line>(value)?, Line { sku: "A-1".into(), count: 3 });
/// # Ok::<(), everwire::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`serialize`](super::serialize); and if the value has an integer of more than 64 bits.
pub fn to_value<T: Codec>(value: &T) -> Result<Value, Error> {
    let told = super::serialize(value, serde_json::value::Serializer);
    told.map_err(|error| Error::custom(alloc::format!("{error}")))
}

/// The value that a tree of JSON stands for.
///
/// # Errors
///
/// If it stands for none of the type.
pub fn from_value<T: DecodeOwned>(value: Value) -> Result<T, Error> {
    let asked = super::deserialize(value);
    asked.map_err(|error: serde_json::Error| Error::custom(alloc::format!("{error}")))
}
