//! The grammars that formats share. Each reads its input from left to right, a bounded number of times, and allocates nothing.

pub(super) mod byte;
pub(super) mod decimal;
pub(super) mod hex;
pub(super) mod identifier;
pub(super) mod ip;
pub(super) mod label;
pub(super) mod network;
pub(super) mod uri;
