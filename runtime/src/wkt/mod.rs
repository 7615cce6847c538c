//! The well-known types of protobuf: `google.protobuf.Timestamp`, `Struct`, `Any` and the others.
//!
//! Code that is generated from schemas uses these types, and so can structs that derive [`Codec`](crate::Codec): all crates of
//! a program share them. Each has its own form in ProtoJSON (<https://protobuf.dev/programming-guides/json/>), and
//! conversions to and from what std has. Their schemas are final, so they keep no unknown fields.
//!
//! ```
//! use everwire::wkt::{Duration, Struct, Timestamp};
//!
//! let at: Timestamp = "2000-02-29T00:00:00.500Z".parse()?;
//! assert_eq!((at.seconds, at.nanos), (951_782_400, 500_000_000));
//! assert_eq!(everwire::json::to_string(&at)?, r#""2000-02-29T00:00:00.500Z""#);
//!
//! let limit = Duration::try_from(std::time::Duration::from_millis(1500))?;
//! assert_eq!(limit.to_string(), "1.500s");
//!
//! let settings: Struct = [("ratio", 0.5)].into_iter().collect();
//! assert_eq!(everwire::json::to_string(&settings)?, r#"{"ratio":0.5}"#);
//! # Ok::<(), everwire::Error>(())
//! ```
//!
//! `generated` holds the types, as the compiler of schemas writes them; every other file adds the conversions of one of them.

mod any;
mod duration;
mod empty;
mod field_mask;
#[rustfmt::skip]
mod generated;
mod list;
mod object;
mod register;
mod timestamp;
mod value_of;
mod wrappers;

pub use generated::{
    Any, BoolValue, BytesValue, DoubleValue, Duration, Empty, FieldMask, FloatValue, Int32Value,
    Int64Value, ListValue, NullValue, StringValue, Struct, Timestamp, UInt32Value, UInt64Value,
    Value, value,
};
pub use register::register;
