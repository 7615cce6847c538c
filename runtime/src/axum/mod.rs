//! HTTP with axum: bodies on the wire that a request names, and on the one that it accepts.
