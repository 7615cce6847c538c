//! Compiles the schemas twice: with our compiler, and with tonic-prost-build, whose services are the peers.

use std::path::Path;
use std::{env, fs};

use everwire_codegen::Build;
use protox::prost_reflect::prost_types::FileDescriptorSet;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    Build::new()
        .schemas("schemas")
        .schemas("../snapshots/services.proto")
        .bytes_type("**", "::bytes::Bytes")
        .tonic("**")
        .compile()?;

    let files = protox::compile(["shop.proto"], ["schemas", "../../codegen/proto"])?.file;
    let files = files.into_iter().filter(|file| file.name() == "shop.proto");
    let shop = FileDescriptorSet {
        file: files.collect(),
    };
    let out = env::var("OUT_DIR")?;
    let (peer, stubs) = (Path::new(&out).join("peer"), Path::new(&out).join("stubs"));
    fs::create_dir_all(&peer)?;
    fs::create_dir_all(&stubs)?;
    tonic_prost_build::configure()
        .out_dir(peer)
        .compile_fds(shop.clone())?;
    // What tonic-build writes, with our types and our codec.
    tonic_prost_build::configure()
        .out_dir(stubs)
        .extern_path(".shop.v1", "crate::shop::v1")
        .codec_path("everwire::tonic::Codec")
        .compile_fds(shop)?;
    Ok(())
}
