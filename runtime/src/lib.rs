//! One definition of a struct, three wires, and bytes that can still be read years from now.
//!
//! ```
//! use everwire::{Codec, Wire};
//!
//! #[derive(Codec, Debug, PartialEq)]
//! struct Order {
//!     #[codec(1)] id: u64,
//!     #[codec(2, min_len = 1)] customer: String,
//!     #[codec(3)] note: Option<String>,
//! }
//!
//! let order = Order { id: 7, customer: "Ann".into(), note: None };
//! assert_eq!(Wire::Protobuf.encode(&order)?, b"\x08\x07\x12\x03Ann");
//! assert_eq!(Wire::MsgPack.encode(&order)?, b"\x93\x07\xa3Ann\xc0");
//! assert_eq!(Wire::Json.encode(&order)?, br#"{"id":7,"customer":"Ann","note":null}"#);
//! assert_eq!(Wire::Json.decode::<Order>(br#"{"customer": "Ann", "id": "7"}"#)?, order);
//! # Ok::<(), everwire::Error>(())
//! ```
//!
//! A message is a table of numbered fields, and a wire is a driver that walks the table:
//!
//! 1. [`schema`] describes types as constant data; `#[derive(Codec)]` and `everwire-codegen` write it.
//! 2. [`codec`] has the traits: a type tells a [`Writer`](codec::Writer) its values, and asks a
//!    [`Reader`](codec::Reader) for them. Types do not know wires.
//! 3. [`wire`] has the drivers, which do not know types. [`protobuf`], [`msgpack`] and [`json`] are their front doors.
//! 4. [`Wire`] chooses one as the program runs; [`Options`] and [`Limits`] say how; [`transcode`](transcode()),
//!    [`Registry`] and [`inspect`](inspect()) build on it.
//! 5. [`validate`] has the rules, [`UnknownFields`] what newer writers sent.
//!
//! The long pages are in [`docs`].

#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;
extern crate self as everwire;

#[cfg(feature = "axum")]
pub mod axum;
pub mod codec;
#[cfg(any(feature = "axum", feature = "tonic"))]
mod cut;
mod dispatch;
#[cfg(feature = "dynamic")]
pub mod dynamic;
mod envelope;
mod error;
mod extension;
mod inspect;
pub mod json;
mod limits;
pub mod msgpack;
mod options;
pub mod private;
#[doc(hidden)]
pub mod prost;
pub mod protobuf;
mod registry;
pub mod schema;
#[cfg(feature = "serde")]
pub mod serde;
#[cfg(feature = "bytes")]
mod shared;
#[cfg(any(feature = "axum", feature = "tokio-util", feature = "tonic"))]
mod sizes;
#[cfg(feature = "std")]
pub mod stream;
mod text;
mod time;
#[cfg(feature = "tokio-util")]
pub mod tokio_util;
#[cfg(feature = "tonic")]
pub mod tonic;
mod transcode;
mod unknown;
mod upgrade;
mod uuid;
pub mod validate;
mod values;
mod varint;
pub mod wire;
pub mod wkt;

pub use codec::{Codec, Decode, DecodeOwned};
pub use dispatch::Wire;
pub use envelope::{Envelope, Opened, open, open_versioned, seal};
pub use error::{Error, Fault};
pub use extension::{Extensible, Extension};
pub use inspect::{Dissected, dissect, inspect};
pub use limits::Limits;
pub use options::Options;
pub use registry::{Entry, Message, Registry};
pub use schema::{Field, Schema, Type};
pub use text::Text;
pub use transcode::{Transcoded, transcode};
pub use unknown::{Key, UnknownFields};
pub use upgrade::Upgrade;
pub use validate::{Validate, Violation, Violations};

#[cfg(feature = "derive")]
pub use everwire_derive::Codec;

/// The long pages.
pub mod docs {
    #[doc = include_str!("../docs/drivers.md")]
    pub mod drivers {}
    #[doc = include_str!("../docs/evolution.md")]
    pub mod evolution {}
    #[doc = include_str!("../docs/export.md")]
    pub mod export {}
    // Its code is a test of `tests/services`.
    #[cfg_attr(not(doctest), doc = include_str!("../docs/grpc.md"))]
    pub mod grpc {}
    // Its code is a test of `tests/services`.
    #[cfg_attr(not(doctest), doc = include_str!("../docs/http.md"))]
    pub mod http {}
    #[doc = include_str!("../docs/matrix.md")]
    pub mod matrix {}
    #[doc = include_str!("../docs/measuring.md")]
    pub mod measuring {}
    // Its code is a test of `tests/ecosystem`, which has the crates that it names.
    #[cfg_attr(not(doctest), doc = include_str!("../docs/migration.md"))]
    pub mod migration {}
    #[doc = include_str!("../docs/protobuf.md")]
    pub mod protobuf {}
    #[doc = include_str!("../docs/python.md")]
    pub mod python {}
    #[allow(
        rustdoc::invalid_html_tags,
        reason = "elements of SVG close themselves"
    )]
    #[doc = include_str!("../docs/results.md")]
    #[doc = include_str!("../docs/ratios.svg")]
    pub mod results {}
    #[doc = include_str!("../docs/services_speed.md")]
    pub mod services_speed {}
    #[doc = include_str!("../docs/speed.md")]
    pub mod speed {}
    #[doc = include_str!("../docs/validation.md")]
    pub mod validation {
        /// A page for each rule.
        pub mod rules {
            macro_rules! pages {
                ($($name:ident $file:literal)*) => {
                    $(
                        #[doc = include_str!(concat!("../docs/rules/", $file, ".md"))]
                        pub mod $name {}
                    )*

                    /// Each rule's name and page, for programs that show them.
                    #[doc(hidden)]
                    pub const PAGES: &[(&str, &str)] = &[
                        $(($file, include_str!(concat!("../docs/rules/", $file, ".md")))),*
                    ];
                };
            }

            pages! {
                address "address"
                r#const "const"
                contains "contains"
                defined_only "defined_only"
                email "email"
                example "example"
                finite "finite"
                gt "gt"
                gt_now "gt_now"
                gte "gte"
                host_and_port "host_and_port"
                hostname "hostname"
                ignore "ignore"
                r#in "in"
                ip "ip"
                ip_prefix "ip_prefix"
                ip_with_prefixlen "ip_with_prefixlen"
                ipv4 "ipv4"
                ipv4_prefix "ipv4_prefix"
                ipv4_with_prefixlen "ipv4_with_prefixlen"
                ipv6 "ipv6"
                ipv6_prefix "ipv6_prefix"
                ipv6_with_prefixlen "ipv6_with_prefixlen"
                items "items"
                keys "keys"
                len "len"
                len_bytes "len_bytes"
                lt "lt"
                lt_now "lt_now"
                lte "lte"
                max_bytes "max_bytes"
                max_items "max_items"
                max_len "max_len"
                max_pairs "max_pairs"
                min_bytes "min_bytes"
                min_items "min_items"
                min_len "min_len"
                min_pairs "min_pairs"
                not_contains "not_contains"
                not_in "not_in"
                oneof "oneof"
                pattern "pattern"
                prefix "prefix"
                protobuf_dot_fqn "protobuf_dot_fqn"
                protobuf_fqn "protobuf_fqn"
                required "required"
                strict "strict"
                suffix "suffix"
                tuuid "tuuid"
                ulid "ulid"
                unique "unique"
                uri "uri"
                uri_ref "uri_ref"
                uuid "uuid"
                values "values"
                well_known_regex "well_known_regex"
                within "within"
            }
        }
    }
    #[doc = include_str!("../docs/validation_speed.md")]
    pub mod validation_speed {}
    #[doc = include_str!("../docs/values.md")]
    pub mod values {}
    #[doc = include_str!("../docs/wires.md")]
    pub mod wires {}
}

/// Includes what `everwire_codegen::Build` wrote in `build.rs`: one module for each part of the packages' names.
///
/// ```ignore
/// mod schema {
///     everwire::include_schema!();
/// }
/// ```
#[macro_export]
macro_rules! include_schema {
    () => {
        include!(concat!(env!("OUT_DIR"), "/everwire.rs"));
    };
}
