//! Compiles the schemas: with Everwire, and with the generators of the peers that speak protobuf.
//!
//! `schemas/bench` is for all of them. The types of `schemas/documents` are written by hand for Everwire, so that the schemas
//! there describe, to the peers, what Everwire's derived types have on the wire.

mod buffa;
mod everwire;
mod prost;
mod quick;

use std::error::Error;
use std::path::Path;

use prost_types::FileDescriptorSet;

/// Where imports are found: the schemas themselves, and Everwire's options.
const INCLUDES: [&str; 2] = ["schemas", "../../codegen/proto"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=schemas");
    let names = names()?;
    let mut files = protox::compile(&names, INCLUDES)?;
    files
        .file
        .retain(|file| names.iter().any(|name| name == file.name()));

    let out = std::env::var("OUT_DIR")?;
    let out = Path::new(&out);
    everwire::compile(&files, out)?;
    prost::compile(&files, out)?;
    buffa::compile(&files, out)?;
    quick::compile(&files, out)
}

/// The schemas by their names as imports, in a fixed order.
fn names() -> Result<Vec<String>, Box<dyn Error>> {
    let mut names = Vec::new();
    for folder in ["bench", "documents"] {
        for entry in std::fs::read_dir(Path::new("schemas").join(folder))? {
            let name = entry?.file_name().into_string();
            names.push(format!(
                "{folder}/{}",
                name.map_err(|_| "a name is not UTF-8")?
            ));
        }
    }
    names.sort();
    Ok(names)
}

/// The file without what only Everwire's compiler reads: its options, and the import of them.
fn plain(files: &FileDescriptorSet) -> FileDescriptorSet {
    let mut files = files.clone();
    for file in &mut files.file {
        file.dependency.clear();
        for message in &mut file.message_type {
            for field in &mut message.field {
                field.options = None;
            }
        }
    }
    files
}
