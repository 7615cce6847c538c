//! The dialects, as types: a driver is compiled once for each, and asks nothing as it runs.

/// A dialect of JSON output. Sealed.
pub trait Dialect: sealed::Sealed {
    /// Whether this is ProtoJSON.
    const PROTO: bool;
}

/// What serde_json writes for the same struct.
#[derive(Clone, Copy, Debug)]
pub enum Native {}

/// Canonical ProtoJSON.
#[derive(Clone, Copy, Debug)]
pub enum Proto {}

impl Dialect for Native {
    const PROTO: bool = false;
}

impl Dialect for Proto {
    const PROTO: bool = true;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Native {}
    impl Sealed for super::Proto {}
}
