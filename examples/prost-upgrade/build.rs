//! What a program with prost does already, and one line more.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=proto");
    let files = [
        "depot/v1/depot.proto",
        "kinds/v1/proto2.proto",
        "kinds/v1/proto3.proto",
    ];
    let schemas = protox::compile(files, ["proto"])?;
    tonic_prost_build::configure()
        // The one line.
        .type_attribute(".", "#[derive(everwire::Codec)]")
        // A rule, as an attribute of a field.
        .field_attribute(
            "depot.v1.Parcel.id",
            "#[codec(min_len = 4, prefix = \"P-\")]",
        )
        .compile_fds(schemas)?;
    Ok(())
}
