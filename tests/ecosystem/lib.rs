//! Everwire beside the crates that programs have already; its tests are what it is for.
