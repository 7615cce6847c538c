//! Release 1.1.

pub mod parcel;

/// What the compiler made of `scan.proto`.
pub mod scan {
    include!(concat!(env!("OUT_DIR"), "/v2.rs"));
}
