//! What a program with prost and tonic does already, and a few lines more.

use std::error::Error;

use everwire_codegen::ProstNames;
use prost::Message;

/// The line that gives every type Everwire's wires, rules and schema.
const CODEC: &str = "#[derive(everwire::Codec)]";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=proto");

    let depot = protox::compile(["depot/v1/depot.proto"], ["proto"])?;
    let mut builder = tonic_prost_build::configure()
        .type_attribute(".", CODEC)
        // A rule, as an attribute of a field.
        .field_attribute(
            "depot.v1.Parcel.id",
            "#[codec(min_len = 4, prefix = \"P-\")]",
        );
    // Full names, which prost-build's code has not: for the lock, and for what holds a message of any type.
    let names = ProstNames::of(&depot.encode_to_vec())?;
    for (path, attribute) in &names.types {
        builder = builder.type_attribute(path, attribute);
    }
    for (path, attribute) in &names.fields {
        builder = builder.field_attribute(path, attribute);
    }
    builder.compile_fds(depot)?;

    // Here the one line is all.
    let kinds = protox::compile(
        [
            "kinds/v1/buffers.proto",
            "kinds/v1/proto2.proto",
            "kinds/v1/proto3.proto",
        ],
        ["proto"],
    )?;
    tonic_prost_build::configure()
        .type_attribute(".", CODEC)
        // `bytes::Bytes`, which needs the feature of that name.
        .bytes(".kinds.v1.Buffers")
        .bytes(".kinds.v1.RequiredBuffers")
        .compile_fds(kinds)?;
    Ok(())
}
