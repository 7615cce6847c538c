//! Everwire's types, which serde and the peers with derives of their own encode too.

use std::error::Error;
use std::path::Path;

use everwire_codegen::{Build, Dialect};
use prost_types::FileDescriptorSet;

/// What every message and every oneof derives.
const DERIVES: &str = "serde::Serialize, serde::Deserialize, zerompk::ToMessagePack, zerompk::FromMessagePack, \
    simd_json_derive::Serialize, simd_json_derive::Deserialize";

pub fn compile(files: &FileDescriptorSet, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut build = Build::new()
        .schemas("schemas/bench")
        .include("schemas")
        .json(Dialect::Native)
        .unknown_fields(false)
        .bytes_type(".", "crate::data::Blob");
    for file in &files.file {
        if !file.package().starts_with("bench.") {
            continue;
        }
        for message in &file.message_type {
            let name = format!("{}.{}", file.package(), message.name());
            build = build.derive(&name, DERIVES);
            for oneof in &message.oneof_decl {
                if !oneof.name().starts_with('_') {
                    let oneof = format!("{name}.{}", oneof.name());
                    build = build
                        .derive(&oneof, DERIVES)
                        .type_attribute(&oneof, "#[serde(rename_all = \"snake_case\")]")
                        .type_attribute(&oneof, "#[simd_json(rename_all = \"camelCase\")]");
                }
            }
        }
    }
    build = build
        .type_attribute("bench.spans.AnyValue", "#[serde(transparent)]")
        .type_attribute(
            "bench.spans.AnyValue",
            "#[simd_json(rename_all = \"camelCase\")]",
        );
    build.compile()?;
    keeping(out)
}

/// The same types once more, which keep unknown fields, as a tree of modules that one file refers to.
fn keeping(out: &Path) -> Result<(), Box<dyn Error>> {
    let tree = out.join("keeping");
    Build::new()
        .schemas("schemas/bench")
        .include("schemas")
        .json(Dialect::Native)
        .unknown_fields(true)
        .out_dir(&tree)
        .compile()?;
    let root = tree.join("mod.rs");
    let code = format!("#[path = {root:?}]\npub mod keeping;\n");
    Ok(std::fs::write(out.join("keeping.rs"), code)?)
}
