//! What holds between a type and its schema as data: both read the same bytes, or refuse them with the same words, and write alike.

use std::sync::OnceLock;

use everwire::dynamic::{Definition, Dynamic, Types};
use everwire::{Codec, Schema, Wire};

use crate::everything::Everything;
use crate::wires::show;

/// Compares the type with its schema, and with that taken apart and made anew.
///
/// # Panics
///
/// Where they differ.
pub fn agree(wire: Wire, bytes: &[u8]) {
    agrees(Everything::SCHEMA, wire, bytes);
    agrees(loaded(), wire, bytes);
}

fn loaded() -> &'static Schema {
    static LOADED: OnceLock<&'static Schema> = OnceLock::new();
    LOADED.get_or_init(|| {
        let types = Types::load(&Definition::all(Everything::SCHEMA));
        let types = types.unwrap_or_else(|error| panic!("{error}"));
        let schema = types.get(Everything::SCHEMA.name());
        schema.unwrap_or_else(|| panic!("the type is not among what it leads to"))
    })
}

fn agrees(schema: &'static Schema, wire: Wire, bytes: &[u8]) {
    let typed = wire.decode::<Everything>(bytes);
    let dynamic = Dynamic::decode(schema, wire, bytes);
    let (typed, dynamic) = match (typed, dynamic) {
        (Ok(typed), Ok(dynamic)) => (typed, dynamic),
        // A schema knows no conversion.
        (Err(error), _) if error.to_string().contains("an odd number") => return,
        (Err(typed), Err(dynamic)) => {
            let (typed, dynamic) = (typed.to_string(), dynamic.to_string());
            assert_eq!(typed, dynamic, "{wire}: {}", show(wire, bytes));
            return;
        }
        (typed, dynamic) => panic!("{wire}: {}: {typed:?}, {dynamic:?}", show(wire, bytes)),
    };
    for to in Wire::ALL {
        match (to.encode(&typed), to.encode(&dynamic)) {
            (Ok(typed), Ok(dynamic)) if typed == dynamic => {}
            // A schema does not say that a list is a set: as that it is written once more.
            (Ok(written), Ok(dynamic)) => {
                let read = to.decode::<Everything>(&dynamic);
                let again = read.and_then(|read| to.encode(&read));
                let again = again.unwrap_or_else(|error| panic!("{error}"));
                assert_eq!(again, written, "{wire}: {}", show(wire, bytes));
            }
            // Where they are written to depends on the sets before.
            (Err(typed), Err(dynamic)) => {
                let words = |error: &everwire::Error| {
                    let text = error.to_string();
                    text.split(" (").next().map(String::from)
                };
                assert_eq!(words(&typed), words(&dynamic));
            }
            (typed, dynamic) => panic!("{wire}: {}: {typed:?}, {dynamic:?}", show(wire, bytes)),
        }
    }
}
