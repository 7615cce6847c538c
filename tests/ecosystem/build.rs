//! Messages of schemas that are prost's too, and of what is exported.

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    everwire_codegen::Build::new()
        .schemas("prost/schemas")
        .prost("depot.**")
        .compile()?;
    println!("cargo::rerun-if-changed=exported/schemas");
    let exported = everwire_codegen::compile(&everwire_codegen::Options {
        schemas: vec!["exported/schemas".into()],
        layout: everwire_codegen::Layout::File("exported.rs".to_owned()),
        ..everwire_codegen::Options::default()
    })?;
    for (name, text) in &exported.files {
        std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join(name), text)?;
    }
    Ok(())
}
