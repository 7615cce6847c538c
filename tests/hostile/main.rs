//! Bytes from strangers: whatever they are, the answer is a value or an error with wire, offset and path.
//!
//! `answers` is the table of defined answers, `damage` breaks good bytes, `lengths` lies about what follows, `depth` nests,
//! `cut` ends them early, `forms` writes one MessagePack in two ways that have the same answer, `paths` says where, `amplify` and
//! `cost` measure what input may make its reader hold, with the counting allocator of `memory`; `pieces` and `random` have what such
//! input is made of.

mod amplify;
mod answers;
mod cost;
mod cut;
mod damage;
mod depth;
mod forms;
mod lengths;
mod memory;
mod paths;
mod pieces;
mod random;
mod shapes;

/// What `build.rs` compiles from `schemas/`.
#[allow(clippy::all, reason = "generated")]
mod compiled {
    everwire::include_schema!();
}

use everwire::{Codec, Decode, Error, Wire};

#[global_allocator]
static ALLOCATOR: memory::Counting = memory::Counting;

/// Checks what every error has: the wire, an offset within the input, and a path from the root.
fn check_error<T: Codec>(wire: Wire, bytes: &[u8], error: &Error) {
    let shown = || format!("{}: {error}", everwire_tests::show(wire, bytes));
    assert_eq!(error.wire(), Some(wire), "{}", shown());
    assert!(error.offset() <= bytes.len(), "{}", shown());
    assert!(error.path().starts_with(T::SCHEMA.name()), "{}", shown());
    assert!(!error.is_validation(), "{}", shown());
}

/// Decodes, and checks what comes: an error as [`check_error`] wants it, or a value that survives its own wire, also when it
/// is read over `other`. Whether it was a value.
fn check<'de, T: Decode<'de> + Clone>(wire: Wire, bytes: &'de [u8], other: &T) -> bool {
    everwire_tests::twin::agree::<T>(wire, bytes);
    let decoded: Result<T, Error> = wire.decode(bytes);
    let mut over = other.clone();
    let reread = wire.decode_into(&mut over, bytes);
    assert_eq!(
        decoded.is_ok(),
        reread.is_ok(),
        "{wire}: {}",
        everwire_tests::show(wire, bytes)
    );
    match decoded {
        Err(error) => {
            check_error::<T>(wire, bytes, &error);
            false
        }
        Ok(value) => {
            let encoded = wire.encode(&value).unwrap_or_else(|error| {
                panic!("{wire}: {}: {error}", everwire_tests::show(wire, bytes))
            });
            assert!(
                wire.encode(&over).unwrap() == encoded,
                "{wire}: read over another value: {}",
                everwire_tests::show(wire, bytes)
            );
            true
        }
    }
}
