//! The edges of the formats, where one thing more is refused: of what `schemas/` has, and of derived types.
//!
//! `limits` is the table of `Limits`; the others follow Google's conformance suite and go on where it ends: `nesting`, `tags`,
//! `times`, `numbers`, `text`, `members`, `kinds`.

mod limits;

/// What `build.rs` compiles from `schemas/`.
#[allow(clippy::all, reason = "generated")]
mod compiled {
    everwire::include_schema!();
}

use std::sync::LazyLock;

use everwire::{Error, Registry};

use compiled::google::protobuf as wkt;
use compiled::test::edges::Edges;
use compiled::test::extended::{self, Extended};

/// What an `Any` may hold here, and the extensions.
static REGISTRY: LazyLock<Registry> = LazyLock::new(|| registry().unwrap_or_default());

fn registry() -> Result<Registry, Error> {
    let mut registry = Registry::new();
    registry
        .register::<wkt::Any>()?
        .register::<wkt::Duration>()?
        .register::<wkt::Value>()?
        .register::<Edges>()?
        .register::<Extended>()?;
    registry
        .register_extension(&extended::NESTED)?
        .register_extension(&extended::NOTE)?
        .register_extension(&extended::MARKS)?;
    Ok(registry)
}
