//! What the tests of services share.
