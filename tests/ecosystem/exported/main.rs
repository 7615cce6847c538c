//! What `codegen export` writes of values of other crates, compiled to Rust again.
//!
//! `schemas/crates/v1/crates.proto` is what `crates.rs` is in protobuf; `UPDATE=1` writes it anew. `build.rs` compiles it.

#[allow(dead_code, reason = "the fields are written and read")]
mod crates;

/// What our compiler makes of the exported file.
#[allow(clippy::all, clippy::pedantic, dead_code, reason = "generated")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/exported.rs"));
}

use std::path::Path;

use everwire::{Codec, DecodeOwned, Options, Wire};
use everwire_codegen::{Export, prove};
use generated::crates::v1 as made;
use serde_json::json;
use uuid::Uuid;

const PATH: &str = "crates/v1/crates.proto";

#[test]
fn the_committed_schema_is_what_the_types_say() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("exported");
    let export = Export::new().sources([here.join("crates.rs")]);
    let exported = export.types([crates::Values::SCHEMA]).proto().unwrap();
    let paths: Vec<&String> = exported.files.keys().collect();
    assert_eq!(paths, [PATH]);
    let committed = here.join("schemas").join(PATH);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&committed, &exported.files[PATH]).unwrap();
    }
    let committed = std::fs::read_to_string(committed).unwrap();
    assert_eq!(committed, exported.files[PATH], "UPDATE=1 writes it anew");
    let told: Vec<&str> = exported
        .left_out
        .iter()
        .map(|what| what.split(':').next().unwrap())
        .collect();
    assert_eq!(
        told,
        [
            "crates.v1.Event.Changed",
            "crates.v1.Values.theme",
            "crates.v1.Values.themes",
            "crates.v1.Values.settings",
            "crates.v1.Values.maybe",
        ]
    );
}

/// Checks that a type reads what another writes, and writes the same bytes of it.
fn same<A: Codec + DecodeOwned, B: Codec + DecodeOwned>() {
    let options = Options::new().validate(false);
    let samples = prove::samples(A::SCHEMA);
    assert!(samples.len() > 100, "{}", samples.len());
    for (wire, bytes) in samples {
        let text = String::from_utf8_lossy(&bytes);
        let own: A = options.decode(wire, &bytes).unwrap();
        let made: B = options
            .decode(wire, &bytes)
            .unwrap_or_else(|error| panic!("{wire}: {error}: {text}"));
        let expected = options.encode(wire, &own).unwrap();
        assert_eq!(
            options.encode(wire, &made).unwrap(),
            expected,
            "{wire}: {text}"
        );
    }
}

#[test]
fn values_of_crates_and_what_their_schema_compiles_to_write_the_same_bytes() {
    same::<crates::Values, made::Values>();
    same::<made::Values, crates::Values>();
}

#[test]
fn any_value_of_json_crosses_to_the_same_bytes() {
    let id = Uuid::from_u128(7);
    let theme = json!({"hue": [1, -2, 1.5, null, true], "name": {"": "\u{e9}"}});
    let event = crates::Event::Changed(everwire::serde::Foreign(theme));
    for wire in Wire::ALL {
        let bytes = wire.encode(&event).unwrap();
        let read: made::Event = wire.decode(&bytes).unwrap();
        assert_eq!(wire.encode(&read).unwrap(), bytes, "{wire}");
        let bytes = wire.encode(&crates::Event::Opened(id)).unwrap();
        let read: made::Event = wire.decode(&bytes).unwrap();
        assert_eq!(read, made::Event::Opened(id), "{wire}");
    }
}
