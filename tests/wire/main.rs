//! What is on the wires: bytes by hand, and what each attribute makes of them.

mod attributes;
mod bounds;
mod contract;
mod deep;
mod golden;
mod merge;
mod wide;
