//! Compiles the schemas with prost, for the tests that compare with it, and some with our own compiler, for parity;
//! lays out the types of the tests once more, for the test that compares them with their sources; says which platform the tests
//! are built for; describes the messages that Python reads.

#[path = "define/collect.rs"]
mod collect;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let schemas = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas");
    let options = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/proto");
    let files = [
        "test/scalars.proto",
        "test/legacy.proto",
        "shop/v1/order.proto",
        "shop/v3/order.proto",
    ];
    for file in files {
        println!("cargo::rerun-if-changed={}", schemas.join(file).display());
    }
    let descriptors = protox::compile(files.map(|file| schemas.join(file)), [&schemas, &options])?;
    prost_build::Config::new()
        .btree_map(["."])
        .compile_fds(descriptors)?;
    everwire_codegen::Build::new()
        .include(&schemas)
        .schemas(schemas.join("shop/v1/order.proto"))
        .schemas(schemas.join("test/legacy.proto"))
        .schemas(schemas.join("test/scalars.proto"))
        .schemas(schemas.join("test/edition.proto"))
        .schemas(schemas.join("test/edges.proto"))
        .schemas(schemas.join("test/loose.proto"))
        .schemas(schemas.join("test/unusual.proto"))
        .schemas(schemas.join("test/extended.proto"))
        .schemas(schemas.join("test/ruled.proto"))
        .unverified("test.loose.**")
        .registry(true)
        .compile()?;
    let mut read = Vec::new();
    let declared = collect::text(Path::new(env!("CARGO_MANIFEST_DIR")), &mut read);
    for file in read {
        println!("cargo::rerun-if-changed={}", file.display());
    }
    let out = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&out).join("declared.rs"), declared)?;
    std::fs::write(
        Path::new(&out).join("descriptors.bin"),
        descriptors_for_python(&schemas, &options)?,
    )?;
    println!(
        "cargo::rerun-if-changed={}",
        schemas.join("test/changed.proto").display()
    );
    let changed = everwire_codegen::compile(&everwire_codegen::Options {
        includes: vec![schemas.clone(), options],
        schemas: vec![schemas.join("test/changed.proto")],
        upgrades: vec![(
            "test.changed.Basket".to_owned(),
            "crate::changed::counted".to_owned(),
        )],
        layout: everwire_codegen::Layout::File("changed.rs".to_owned()),
        ..everwire_codegen::Options::default()
    })?;
    for (name, text) in &changed.files {
        std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join(name), text)?;
    }
    let exported = Path::new(env!("CARGO_MANIFEST_DIR")).join("exported/schemas");
    println!("cargo::rerun-if-changed={}", exported.display());
    let compiled = everwire_codegen::compile(&everwire_codegen::Options {
        schemas: vec![exported],
        layout: everwire_codegen::Layout::File("exported.rs".to_owned()),
        ..everwire_codegen::Options::default()
    })?;
    for (name, text) in &compiled.files {
        std::fs::write(Path::new(&out).join(name), text)?;
    }
    println!(
        "cargo::rustc-env=EVERWIRE_TARGET={}",
        std::env::var("TARGET")?
    );
    Ok(())
}

/// What Python's protobuf has to know of the messages of `python/`, as an encoded `FileDescriptorSet`.
fn descriptors_for_python(schemas: &Path, options: &Path) -> Result<Vec<u8>, protox::Error> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("python");
    let (protos, examples) = (own.join("protos"), own.join("examples"));
    let files = [
        protos.join("shapes.proto"),
        protos.join("unusual.proto"),
        examples.join("order.proto"),
        schemas.join("test/edges.proto"),
        schemas.join("test/extended.proto"),
        schemas.join("test/legacy.proto"),
        schemas.join("test/scalars.proto"),
        schemas.join("shop/v1/order.proto"),
    ];
    for file in &files {
        println!("cargo::rerun-if-changed={}", file.display());
    }
    let mut compiler = protox::Compiler::new([&protos, &examples, schemas, options])?;
    compiler.include_imports(true).open_files(files)?;
    Ok(compiler.encode_file_descriptor_set())
}
