//! Release 1.0.

pub mod parcel;

/// What the compiler made of `scan.proto`.
pub mod scan {
    include!(concat!(env!("OUT_DIR"), "/v1.rs"));
}
