//! What the tracker keeps of a parcel in its cache, with a field that no stored parcel has.

use everwire::{Codec, UnknownFields};

/// A parcel on its way.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "tracker.Parcel", version = 4)]
#[codec(reserved(4, "note", slot = 3, type = String))]
pub struct Parcel {
    #[codec(1)]
    pub id: u64,
    #[codec(2, min_len = 1, max_len = 80)]
    pub recipient: String,
    #[codec(
        3,
        accept(
            "type u32 -> u64",
            reason = "the scales end at 70 kg, so that programs of v1.1 read every weight"
        )
    )]
    pub grams: u64,
    #[codec(5)]
    pub stage: Stage,
    #[codec(6)]
    pub stops: Vec<Stop>,
    #[codec(7, since = 2)]
    pub courier: Option<String>,
    #[codec(8, since = 3)]
    pub locker: Option<Locker>,
    #[codec(9, since = 4, required)]
    pub priority: u32,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

/// How far it is.
#[derive(Codec, Clone, Copy, Debug, Default, PartialEq)]
#[codec(name = "tracker.Stage")]
pub enum Stage {
    #[default]
    #[codec(0)]
    Accepted,
    #[codec(1)]
    Travelling,
    #[codec(2)]
    Delivered,
    #[codec(other)]
    Other(i32),
}

/// Where it waits for its recipient.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "tracker.Locker")]
pub struct Locker {
    #[codec(1)]
    pub code: String,
    /// Seconds since 1970.
    #[codec(2)]
    pub until: u64,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

/// A depot that it came through.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "tracker.Stop")]
pub struct Stop {
    #[codec(1)]
    pub depot: String,
    /// Seconds since 1970.
    #[codec(2)]
    pub at: u64,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}
