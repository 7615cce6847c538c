//! Compiles the schema of each release to a file of its own.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use everwire_codegen::{Layout, Options, compile};

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for release in ["v1", "v2", "v3"] {
        let plan = compile(&Options {
            schemas: vec![format!("src/{release}").into()],
            layout: Layout::File(format!("{release}.rs")),
            ..Options::default()
        })?;
        for (path, text) in &plan.files {
            fs::write(out.join(path), text)?;
        }
        println!("cargo::rerun-if-changed=src/{release}/scan.proto");
    }
    Ok(())
}
