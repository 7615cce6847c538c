//! The edges of the formats, where one thing more is refused: of what `schemas/` has, and of derived types.
//!
//! `limits` is the table of `Limits`; the others follow Google's conformance suite and go on where it ends: `nesting`, `tags`,
//! `times`, `numbers`, `text`, `loose`, `members`, `kinds`.

mod kinds;
mod limits;
mod loose;
mod members;
mod nesting;
mod numbers;
mod tags;
mod text;
mod times;

/// What `build.rs` compiles from `schemas/`.
#[allow(clippy::all, reason = "generated")]
mod compiled {
    everwire::include_schema!();
}

use std::sync::LazyLock;

use everwire::{Codec, DecodeOwned, Error, Options, Registry, Wire};
use everwire_tests::unhex;

use compiled::test::edges::Edges;
use compiled::test::unusual::{self, Unusual};
use everwire::wkt;

/// What an `Any` may hold here, and the extensions.
static REGISTRY: LazyLock<Registry> = LazyLock::new(|| registry().unwrap_or_default());

fn registry() -> Result<Registry, Error> {
    let mut registry = Registry::new();
    registry
        .register::<wkt::Any>()?
        .register::<wkt::Duration>()?
        .register::<wkt::Value>()?
        .register::<Edges>()?
        .register::<Unusual>()?;
    registry
        .register_extension(&unusual::NESTED)?
        .register_extension(&unusual::NOTE)?
        .register_extension(&unusual::MARKS)?;
    Ok(registry)
}

/// Reads JSON strictly.
fn json<T: DecodeOwned>(text: &str) -> Result<T, Error> {
    let options = Options::new().registry(&REGISTRY).reject_unknown(true);
    options.decode(Wire::Json, text.as_bytes())
}

/// Writes JSON.
fn text<T: Codec>(value: &T) -> Result<String, Error> {
    let options = Options::new().registry(&REGISTRY);
    let bytes = options.encode(Wire::Json, value)?;
    String::from_utf8(bytes).map_err(|error| Error::custom(error.to_string()))
}

/// Reads protobuf, of hexadecimal digits.
fn binary<T: DecodeOwned>(digits: &str) -> Result<T, Error> {
    Wire::Protobuf.decode(&unhex(digits))
}

/// Checks that JSON is read, and written in another form.
#[track_caller]
fn becomes<T: Codec + DecodeOwned>(given: &str, written: &str) {
    match json::<T>(given) {
        Ok(value) => assert_eq!(text(&value).unwrap(), written, "{given}"),
        Err(error) => panic!("{given}: {error}"),
    }
}

/// Checks that JSON is refused, for a reason.
#[track_caller]
fn refused<T: Codec + DecodeOwned>(given: &str, why: &str) {
    match json::<T>(given) {
        Ok(value) => panic!("{given} is read, as {}", text(&value).unwrap()),
        Err(error) => assert!(error.to_string().contains(why), "{given}: {error}"),
    }
}
