//! What Everwire's two front ends share.
//!
//! `#[derive(Codec)]` and `.proto` files are two ways to write the same thing. Both become one
//! raw model, one set of checks turns raw into checked, and one expander turns checked into Rust:
//!
//! 1. [`rust`] lowers a Rust item and its `#[codec(…)]` attributes to [`model::raw`]
//!    (the `.proto` front end does the same for schemas, in a package of its own);
//! 2. [`check`] turns a raw item into a checked [`model::Item`], or into every mistake it holds;
//! 3. [`expand`] turns a checked item into the implementations of Everwire's traits.
//!
//! `model` and `check` do no IO and know neither files nor syn; `expand` sees checked items only,
//! so it cannot fail.

#![forbid(unsafe_code)]

pub mod rust;

pub mod model;

pub mod check;

pub mod expand;
