//! A type beside its own schema as data: both read and write the same bytes, and give the same errors.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use everwire::dynamic::{Definition, Dynamic, Types};
use everwire::{Codec, Decode, Error, Schema, Wire};

use crate::show;

/// Checks that what is read from `bytes` by a type and by its schema is one value, or one error, and that both write it alike on each wire.
///
/// # Panics
///
/// Where they differ.
pub fn agree<'de, T: Decode<'de>>(wire: Wire, bytes: &'de [u8]) {
    agrees::<T>(T::SCHEMA, wire, bytes);
    if let Some(loaded) = loaded::<T>() {
        agrees::<T>(loaded, wire, bytes);
    }
}

/// The schema of a type, taken apart and made anew; none where the type has no name.
fn loaded<T: Codec>() -> Option<&'static Schema> {
    static LOADED: Mutex<BTreeMap<&str, Option<&'static Schema>>> = Mutex::new(BTreeMap::new());
    let mut loaded = LOADED.lock().unwrap_or_else(PoisonError::into_inner);
    *loaded.entry(std::any::type_name::<T>()).or_insert_with(|| {
        let definitions = Definition::all(T::SCHEMA);
        let types = Types::load(&definitions).unwrap_or_else(|error| panic!("{error}"));
        types.get(&T::SCHEMA.full_name())
    })
}

fn agrees<'de, T: Decode<'de>>(schema: &'static Schema, wire: Wire, bytes: &'de [u8]) {
    let typed: Result<T, Error> = wire.decode(bytes);
    let dynamic = Dynamic::decode(schema, wire, bytes);
    let (typed, dynamic) = match (typed, dynamic) {
        // What lends from the input wants it to stand there as it is.
        (Err(error), _) if error.to_string().contains("cannot borrow") => return,
        (Ok(typed), Ok(dynamic)) => (typed, dynamic),
        (Err(typed), Err(dynamic)) => {
            let (typed, dynamic) = (typed.to_string(), dynamic.to_string());
            assert_eq!(typed, dynamic, "{wire}: {}", show(wire, bytes));
            return;
        }
        (Ok(_), Err(error)) => panic!(
            "{wire}: {}: only the schema refuses it: {error}",
            show(wire, bytes)
        ),
        (Err(error), Ok(dynamic)) => panic!(
            "{wire}: {}: only the type refuses it: {error}: {dynamic:?}",
            show(wire, bytes)
        ),
    };
    for to in Wire::ALL {
        match (to.encode(&typed), to.encode(&dynamic)) {
            (Ok(typed), Ok(dynamic)) if typed == dynamic => {}
            (Ok(written), Ok(dynamic)) => {
                // A map or a set of the type may have an order of its own; a schema says nothing of that.
                assert!(
                    is_shuffled(&written, &dynamic),
                    "{wire} {} to {to}:\n{}\n{}",
                    show(wire, bytes),
                    show(to, &written),
                    show(to, &dynamic)
                );
            }
            (Err(typed), Err(dynamic)) => {
                assert_eq!(typed.to_string(), dynamic.to_string(), "to {to}");
            }
            (typed, dynamic) => panic!(
                "{wire} {} to {to}: {typed:?}, {dynamic:?}",
                show(wire, bytes)
            ),
        }
    }
}

/// Whether the same bytes stand in both, in whatever order.
fn is_shuffled(one: &[u8], other: &[u8]) -> bool {
    let (mut one, mut other) = (one.to_vec(), other.to_vec());
    one.sort_unstable();
    other.sort_unstable();
    one == other
}
