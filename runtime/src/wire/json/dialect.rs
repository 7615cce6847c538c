//! The dialects, as types: a driver is compiled once for each, and asks nothing as it runs.

/// A dialect of JSON output. Sealed.
pub trait Dialect: sealed::Sealed {
    /// Whether this is ProtoJSON.
    const PROTO: bool;

    /// Whether a program chooses the names, the numbers and what is left out, as it runs.
    const CHOSEN: bool = false;
}

/// What serde_json writes for the same struct.
#[derive(Clone, Copy, Debug)]
pub enum Native {}

/// Canonical ProtoJSON.
#[derive(Clone, Copy, Debug)]
pub enum Proto {}

/// ProtoJSON as [`Emit`](crate::json::Emit) says.
#[derive(Clone, Copy, Debug)]
pub enum Chosen {}

impl Dialect for Native {
    const PROTO: bool = false;
}

impl Dialect for Proto {
    const PROTO: bool = true;
}

impl Dialect for Chosen {
    const PROTO: bool = true;
    const CHOSEN: bool = true;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Native {}
    impl Sealed for super::Proto {}
    impl Sealed for super::Chosen {}
}
