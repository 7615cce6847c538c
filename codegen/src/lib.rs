//! Everwire's schema compiler: from `.proto` files to Rust.
//!
//! One call of [`compile`] does everything but write. Its stages, in order:
//!
//! 1. [`options`] says what to compile and how; [`pattern`] tells which declarations an option means;
//! 2. `source` reads `.proto` files, or a descriptor set that another compiler made;
//! 3. `lower` turns descriptors into the raw model that `#[derive(Codec)]` is lowered to as well;
//! 4. `everwire_model` checks the model and expands it to Rust;
//! 5. `emit` lays the Rust out as files: a [`Plan`], a sorted map from path to text;
//! 6. [`render`] shows a person, or a program, what is wrong.
//!
//! `define` says what schemas and Rust sources declare as data: the definitions of `everwire::dynamic`.
//!
//! `data` converts and shows data of such types.
//!
//! [`Build`] is the driver for build scripts, [`cli`] the one behind the program `codegen`; both
//! hand a plan to `disk`, which writes what changed.
//!
//! ```no_run
//! everwire_codegen::Build::new().schemas("schemas/").compile()?;
//! # Ok::<(), everwire_codegen::Failure>(())
//! ```

#![forbid(unsafe_code)]

pub mod options;
pub mod pattern;

mod source;

mod lower;

mod emit;
mod engine;

mod define;

pub mod render;

mod data;
mod disk;
mod explain;

mod build;
pub mod cli;

pub use build::Build;
#[doc(hidden)]
pub use define::definitions;
pub use engine::{Method, Plan, Service, compile};
pub use options::{Dialect, Layout, Options};
pub use render::{Failure, Finding, Report};
