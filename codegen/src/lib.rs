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
//! What changed since another day goes another way:
//!
//! 1. `define` says what schemas and Rust sources declare as data: the definitions of `everwire::dynamic`;
//! 2. [`lock`] holds what every generation said;
//! 3. [`prove`] writes values under one set of definitions and reads them under another;
//! 4. [`check`](mod@check) tells what breaks, and what was accepted.
//!
//! `data` converts and shows data of such types; `export` writes schemas of them.
//!
//! [`ProstNames`] tells prost-build's code the names that it has not.
//!
//! [`Build`] is the driver for build scripts, [`cli`] the one behind the program `codegen`; both
//! hand a plan to `disk`, which writes what changed. Long lists are worked on by all `cores`.
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

pub mod lock;

pub mod prove;

pub mod check;

pub mod render;

mod export;

mod cores;
mod data;
mod disk;
mod explain;

mod build;
pub mod cli;
mod prost;

#[doc(hidden)]
pub use everwire as __everwire;

pub use build::Build;
pub use check::{Check, Checked, Question};
pub use define::definitions;
pub use engine::{Method, Plan, Service, compile};
pub use export::{Export, Exported};
pub use options::{Dialect, Layout, Options};
pub use prost::ProstNames;
pub use render::{Failure, Finding, Report};

/// Checks types against `everwire.lock` in the package's directory, in a test.
///
/// It fails with all findings where something breaks, in any generation and on any wire, and where the lock is not up to date or not there. With
/// `UPDATE=1` it takes down what the types say; what breaks is refused all the same. Another place for the lock is named first:
/// `check!("schemas/everwire.lock"; Order, Session)`.
///
/// Types are checked with all that they hold; what else the lock has is left as it is. With sources, which are named after `in`, it looks at
/// all types, as the command line does, and tells those that are gone; what sources do not tell, a macro or a generic type, compiled types do:
/// `check!(in "src", "schemas"; Page<Order>)`.
///
/// ```no_run
/// # use everwire::Codec;
/// # #[derive(Codec)]
/// # struct Order { #[codec(1)] id: u64 }
/// #[test]
/// fn schemas_go_together() {
///     everwire_codegen::check!(Order);
/// }
/// ```
#[macro_export]
macro_rules! check {
    ($path:literal; in $($source:literal),+ $(; $($ty:ty),+ $(,)?)?) => {
        $crate::Check::new()
            .lock(concat!(env!("CARGO_MANIFEST_DIR"), "/", $path))
            .sources([$(concat!(env!("CARGO_MANIFEST_DIR"), "/", $source)),+])
            .types([$($(<$ty as $crate::__everwire::Codec>::SCHEMA),+)?])
            .assert()
    };
    ($path:literal; $($ty:ty),+ $(,)?) => {
        $crate::Check::new()
            .lock(concat!(env!("CARGO_MANIFEST_DIR"), "/", $path))
            .types([$(<$ty as $crate::__everwire::Codec>::SCHEMA),+])
            .assert()
    };
    (in $($source:literal),+ $(; $($ty:ty),+ $(,)?)?) => {
        $crate::check!("everwire.lock"; in $($source),+ $(; $($ty),+)?)
    };
    ($($ty:ty),+ $(,)?) => {
        $crate::check!("everwire.lock"; $($ty),+)
    };
}
