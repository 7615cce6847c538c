//! The types that the protobuf peers' generators wrote, and Everwire's that keep unknown fields.

#![allow(warnings, reason = "written by generators")]

pub mod prost {
    include!(concat!(env!("OUT_DIR"), "/prost/mod.rs"));
}

pub mod buffa {
    include!(concat!(env!("OUT_DIR"), "/buffa/mod.rs"));
}

pub mod quick {
    include!(concat!(env!("OUT_DIR"), "/quick/mod.rs"));
}

pub mod quick_owned {
    include!(concat!(env!("OUT_DIR"), "/quick_owned/mod.rs"));
}

include!(concat!(env!("OUT_DIR"), "/keeping.rs"));
