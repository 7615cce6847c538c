//! A service that tracks parcels, in three releases: it keeps [parcels](v3::parcel::Parcel) in a cache, as envelopes, and takes
//! [scans](v3::scan) from depots, as protobuf. Each release runs beside the one before it for a while, on one cache.

pub mod v1;
pub mod v2;
pub mod v3;
