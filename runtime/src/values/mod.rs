//! Values of other crates, and std's addresses and times, as fields: a file for each crate, and one for each form that several have.
//!
//! The form of each on each wire is in [`docs::values`](crate::docs::values).

#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
mod civil;
mod net;
mod span;
mod std;
mod text;

#[cfg(feature = "bytes")]
mod bytes;
#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "compact_str")]
mod compact_str;
#[cfg(feature = "ipnet")]
mod ipnet;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "rust_decimal")]
mod rust_decimal;
#[cfg(feature = "serde_json")]
mod serde_json;
#[cfg(feature = "smallvec")]
mod smallvec;
#[cfg(feature = "smol_str")]
mod smol_str;
#[cfg(feature = "time")]
mod time;
#[cfg(feature = "uuid")]
mod uuid;
