//! Protobuf and ProtoJSON, and Python's package of that name.

mod compiled;
mod derived;
mod known;
mod unknown;
