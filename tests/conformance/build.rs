//! Compiles the messages of the suite, which its package brings.

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=EVERWIRE_CONFORMANCE_PROTOS");
    let protos = std::env::var("EVERWIRE_CONFORMANCE_PROTOS").map_err(
        |_| "EVERWIRE_CONFORMANCE_PROTOS is not set: help: start `tests/conformance/run`",
    )?;
    let protos = Path::new(&protos);
    let mut build = everwire_codegen::Build::new()
        .include(protos)
        .registry(true);
    for file in [
        "conformance/conformance.proto",
        "google/protobuf/test_messages_proto2.proto",
        "google/protobuf/test_messages_proto2_editions.proto",
        "google/protobuf/test_messages_proto3.proto",
        "google/protobuf/test_messages_proto3_editions.proto",
        "google/protobuf/test_messages_edition2023.proto",
    ] {
        build = build.schemas(protos.join(file));
    }
    build.compile()?;
    Ok(())
}
