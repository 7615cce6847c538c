//! What the tests of services share.

/// The code of the page.
#[cfg(doctest)]
#[doc = include_str!("../../runtime/docs/http.md")]
pub struct Http;
