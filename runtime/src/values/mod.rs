//! Values of other crates, and std's addresses, as fields: a file for each crate, and one for each form that several have.
//!
//! The form of each on each wire is in [`docs::values`](crate::docs::values).

mod net;
mod text;

#[cfg(feature = "compact_str")]
mod compact_str;
#[cfg(feature = "ipnet")]
mod ipnet;
#[cfg(feature = "rust_decimal")]
mod rust_decimal;
#[cfg(feature = "smol_str")]
mod smol_str;
