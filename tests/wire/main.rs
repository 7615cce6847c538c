//! What is on the wires: bytes by hand, by other people's implementations, and back.

mod contract;
