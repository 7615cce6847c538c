//! Types of `.proto` files in Rust.
