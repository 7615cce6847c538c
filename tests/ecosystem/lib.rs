//! Everwire beside the crates that programs have already; its tests are what it is for.

/// The code of the page.
#[cfg(doctest)]
#[doc = include_str!("../../runtime/docs/migration.md")]
pub struct Migration;
