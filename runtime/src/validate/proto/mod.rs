//! Violations as messages of protobuf: `buf.validate.Violations` and what it holds, as `buf/validate/validate.proto` declares them
//! (<https://protovalidate.com>). Every implementation of protovalidate reads and writes them.
//!
//! ```
//! use everwire::validate::proto;
//! use everwire::{Codec, Violations, Wire};
//!
//! #[derive(Codec)]
//! #[codec(name = "shop.v1.Line")]
//! struct Line { #[codec(1, min_len = 1)] sku: String }
//!
//! let all = Line { sku: String::new() }.validate().unwrap_err();
//! let bytes = all.to_protobuf()?;
//! assert_eq!(Violations::from_protobuf(&bytes)?.to_string(), all.to_string());
//!
//! // The same on another wire.
//! let json = Wire::Json.encode(&proto::Violations::from(&all))?;
//! assert!(json.starts_with(br#"{"violations":[{"ruleId":"string.min_len","message":"must have at least 1 character","#));
//! # Ok::<(), everwire::Error>(())
//! ```
//!
//! `generated` holds the types, as the compiler of schemas writes them out of `violations.proto`; `convert` is between them and ours.

mod convert;
#[rustfmt::skip]
mod generated;

pub use generated::{FieldPath, FieldPathElement, Type, Violation, Violations, field_path_element};
