//! Release 2.0.

pub mod parcel;

/// What the compiler made of `scan.proto`.
pub mod scan {
    include!(concat!(env!("OUT_DIR"), "/v3.rs"));
}
