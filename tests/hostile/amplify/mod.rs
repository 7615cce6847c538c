//! Amplification: what a decoder holds at once, in multiples of the input's length, whatever the input is.
//!
//! The multiples are those that `Limits` documents. The elements come on top: what their containers take for them.

mod containers;
mod elements;
mod headers;
mod nesting;
mod texts;
mod types;
mod unknown;

use std::sync::LazyLock;

use everwire::{Decode, Options, Registry, Wire, wkt};

use super::compiled::test::unusual::{self, Unusual};
use super::memory::peak;

/// What `Limits` promises: bytes held for each byte of input, beside the elements.
const fn multiple(wire: Wire) -> usize {
    match wire {
        Wire::Protobuf => 16,
        Wire::MsgPack => 32 + 16,
        Wire::Json => 8,
    }
}

/// What is held besides, however short the input: errors, and the first allocations.
const CONSTANT: usize = 16 << 10;

/// How many of a thing a stranger sends.
const MANY: usize = 100_000;

static REGISTRY: LazyLock<Registry> = LazyLock::new(|| {
    let mut registry = Registry::new();
    registry
        .register::<wkt::Any>()
        .and_then(|registry| registry.register::<wkt::Value>())
        .and_then(|registry| registry.register::<Unusual>())
        .and_then(|registry| registry.register_extension(&unusual::NESTED))
        .and_then(|registry| registry.register_extension(&unusual::NOTE))
        .unwrap();
    registry
});

/// Decodes, whether it succeeds or not, and checks what was held: `own` are the bytes of the elements, and a list that grows
/// is there twice, once with room for as many again.
#[track_caller]
fn holds<T: for<'de> Decode<'de>>(what: &str, wire: Wire, bytes: &[u8], own: usize) -> bool {
    let options = Options::new().registry(&REGISTRY);
    let (held, result) = peak(|| options.decode::<T>(wire, bytes));
    let most = multiple(wire) * bytes.len() + 3 * own + CONSTANT;
    let times = held.saturating_sub(3 * own) as f64 / bytes.len() as f64;
    println!("{wire:9} {times:6.1} {what} ({held} for {})", bytes.len());
    assert!(
        held <= most,
        "{what} ({wire}): {held} bytes held for {} of input, {own} of them the elements' own",
        bytes.len()
    );
    if let Err(error) = &result {
        assert!(error.to_string().len() <= 8 * bytes.len() + 1000, "{what}");
    }
    result.is_ok()
}
