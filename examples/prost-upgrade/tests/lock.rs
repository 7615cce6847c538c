//! The lock of the depot's types, and that sources say what the compiled types are.

use std::path::Path;

use everwire::dynamic::Definition;
use everwire::{Codec, Schema};
use everwire_codegen::Options;
use prost_upgrade::depot::v1::{Parcel, Receipt, StockReply, TrackRequest};
use prost_upgrade::kinds::v1 as kinds;

#[test]
fn the_depot_keeps_to_its_lock() {
    everwire_codegen::check!(Parcel, Receipt, StockReply, TrackRequest);
}

#[test]
fn types_have_their_full_names() {
    let schemas: [&Schema; 3] = [
        Parcel::SCHEMA,
        prost_upgrade::depot::v1::parcel::Line::SCHEMA,
        prost_upgrade::depot::v1::parcel::Destination::SCHEMA,
    ];
    let names = schemas.map(|schema| schema.full_name());
    assert_eq!(
        names,
        [
            "depot.v1.Parcel",
            "depot.v1.Parcel.Line",
            "depot.v1.Parcel.destination"
        ]
    );
}

#[test]
fn sources_say_what_compiled_types_are() {
    let written = Path::new(env!("OUT_DIR"));
    let sources = ["depot.v1.rs", "kinds.v1.rs"].map(|file| written.join(file));
    let (definitions, findings) =
        everwire_codegen::definitions(&Options::default(), &sources).unwrap();
    let found: Vec<_> = findings.iter().map(|one| &*one.message).collect();
    assert_eq!(found, [""; 0]);
    for schema in [
        Parcel::SCHEMA,
        StockReply::SCHEMA,
        prost_upgrade::depot::v1::parcel::Stage::SCHEMA,
        prost_upgrade::depot::v1::parcel::Destination::SCHEMA,
        kinds::Singular::SCHEMA,
        kinds::Optional::SCHEMA,
        kinds::Repeated::SCHEMA,
        kinds::Maps::SCHEMA,
        kinds::Choice::SCHEMA,
        kinds::choice::Kind::SCHEMA,
        kinds::Around::SCHEMA,
        kinds::Known::SCHEMA,
        kinds::Tree::SCHEMA,
        kinds::Nothing::SCHEMA,
        kinds::Colour::SCHEMA,
        kinds::Size::SCHEMA,
        kinds::Required::SCHEMA,
        kinds::Defaults::SCHEMA,
        kinds::Groups::SCHEMA,
        kinds::Buffers::SCHEMA,
        kinds::buffers::Held::SCHEMA,
        kinds::RequiredBuffers::SCHEMA,
        kinds::groups::One::SCHEMA,
    ] {
        let compiled = Definition::of(schema).unwrap();
        let name = compiled.full_name();
        let mut told = definitions.iter().filter(|one| one.full_name() == name);
        let told = told.next().unwrap_or_else(|| panic!("{name} is not told"));
        assert_eq!(format!("{told:#?}"), format!("{compiled:#?}"));
    }
}
