//! serde, both ways: types of Everwire in every format of serde, and types of serde as fields of Everwire's.
//!
//! **Types of Everwire in serde's formats.** `#[codec(serde)]` gives a type `Serialize` and `Deserialize`. What they tell is the native form of JSON
//! ([`docs::wires`](crate::docs::wires)), a value at a time, so that no text and no tree of values stands between a type and a format:
//!
//! ```
//! use everwire::Codec;
//!
//! #[derive(Codec, Debug, PartialEq)]
//! #[codec(serde)]
//! struct Server { #[codec(1)] host: String, #[codec(2, default = 8080)] port: u16, #[codec(3)] tags: Vec<String> }
//!
//! let server: Server = serde_json::from_str(r#"{"host": "a.example"}"#)?;
//! assert_eq!(server, Server { host: "a.example".into(), port: 8080, tags: vec![] });
//! assert_eq!(serde_json::to_string(&server)?, everwire::json::to_string(&server)?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A type without the attribute stands in a type of serde's by `#[serde(with = "everwire::serde")]`, or as a [`Serde`]. What is read has met its rules, what a
//! format does not have is absent, and what the type does not know is skipped, not kept.
//!
//! Formats that people read (`is_human_readable`) have bytes as base64, enums by their names, times as text, and floats that are not finite as `"NaN"`,
//! `"Infinity"` and `"-Infinity"`. Others have bytes, the numbers of enums, and all fields in their order; there a oneof's variants are options.
//! An enum with data is serde's enum: JSON has the external tag, and others what they have for one. `google.protobuf.Any` is its two fields.
#![cfg_attr(
    feature = "rmp-serde",
    doc = "
**Types of serde as fields.** `with = everwire::serde` takes any type that has `Serialize` and `Deserialize`:

```
use everwire::{Codec, Wire};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, Debug, PartialEq)]
enum Theme { Dark, Tinted { hue: u16 } }

#[derive(Codec, Debug, PartialEq)]
struct Profile {
    #[codec(1)] name: String,
    #[codec(2, with = everwire::serde)] theme: Option<Theme>,
}

let profile = Profile { name: \"Ann\".into(), theme: Some(Theme::Tinted { hue: 40 }) };
assert_eq!(Wire::Json.encode(&profile)?, br#\"{\"name\":\"Ann\",\"theme\":{\"Tinted\":{\"hue\":40}}}\"#);
for wire in Wire::ALL {
    assert_eq!(wire.decode::<Profile>(&wire.encode(&profile)?)?, profile);
}
# Ok::<(), everwire::Error>(())
```

On MessagePack it is what `rmp_serde::to_vec` writes, on JSON what `serde_json::to_vec` writes, and on protobuf `bytes` that hold the same MessagePack.
What is read is within [`Limits`](crate::Limits) before the type sees it, and an error has the path of the field. An absent field reads as
what the type makes of zeros, empty texts, lists and maps, `None`, and the first of an enum's variants; one that takes none of those, such as an enum
without a tag, is `required` or an `Option`.
The schema says nothing of the type: what may change about it is for serde's attributes to say."
)]

#[cfg(feature = "rmp-serde")]
mod absent;
#[cfg(feature = "rmp-serde")]
mod foreign;
#[cfg(feature = "serde_json")]
mod value;

#[cfg(feature = "rmp-serde")]
pub use foreign::{Foreign, decode, encode};
#[cfg(feature = "serde_json")]
pub use value::{from_value, to_value};

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use crate::codec::{Codec, Decode};
use crate::wire;

/// Tells a value to a serializer, in the native form of JSON.
///
/// ```
/// use everwire::Codec;
///
/// #[derive(Codec)]
/// struct Line { #[codec(1)] sku: String, #[codec(2)] token: Vec<u8> }
///
/// let line = Line { sku: "A-1".into(), token: vec![1, 2, 3] };
/// let value = everwire::serde::serialize(&line, serde_json::value::Serializer)?;
/// assert_eq!(value, serde_json::json!({"sku": "A-1", "token": "AQID"}));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
///
/// Those of the serializer; and if the value has no form in JSON: a time outside of the years 1 to 9999, a variant that the type does not
/// know, more than 100 levels.
pub fn serialize<T: Codec, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    wire::serde::serialize(value, serializer)
}

/// Asks a deserializer for a value, in the native form of JSON. It meets its rules.
///
/// ```
/// use everwire::Codec;
///
/// #[derive(Codec, Debug)]
/// struct Line { #[codec(1, min_len = 1)] sku: String }
///
/// let line: Line = everwire::serde::deserialize(serde_json::json!({"sku": "A-1"}))?;
/// assert_eq!(line.sku, "A-1");
/// let error = everwire::serde::deserialize::<Line, _>(serde_json::json!({"sku": ""})).unwrap_err();
/// assert_eq!(error.to_string(), "sku: must have at least 1 character (string.min_len)");
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
///
/// Those of the deserializer, and if what it has is no such value. The path of the value comes first.
pub fn deserialize<'de, T: Decode<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    wire::serde::deserialize(deserializer)
}

/// A value of Everwire's as one of serde's, for where `#[serde(with = "everwire::serde")]` cannot stand: in lists and maps.
///
/// ```
/// use everwire::Codec;
/// use everwire::serde::Serde;
///
/// #[derive(Codec, Debug, PartialEq)]
/// struct Line { #[codec(1)] sku: String }
///
/// let lines: Vec<Serde<Line>> = serde_json::from_str(r#"[{"sku": "A-1"}]"#)?;
/// assert_eq!(lines[0].0, Line { sku: "A-1".into() });
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Serde<T>(pub T);

impl<T: Codec> Serialize for Serde<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(&self.0, serializer)
    }
}

impl<'de, T: Decode<'de>> Deserialize<'de> for Serde<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer).map(Self)
    }
}
