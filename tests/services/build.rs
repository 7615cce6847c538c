//! Compiles the schemas twice: with our compiler, and with tonic-prost-build, whose services are the peers.

use std::path::Path;
use std::{env, fs};

use everwire_codegen::Build;
use protox::prost_reflect::prost_types::FileDescriptorSet;
use tonic_build::manual::{Builder, Method, Service};

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
    let [peer, stubs, manual] = ["peer", "stubs", "manual"].map(|name| Path::new(&out).join(name));
    for directory in [&peer, &stubs, &manual] {
        fs::create_dir_all(directory)?;
    }
    tonic_prost_build::configure()
        .out_dir(peer)
        .compile_fds(shop.clone())?;
    // What tonic-build writes, with our types and our codec.
    tonic_prost_build::configure()
        .out_dir(stubs)
        .extern_path(".shop.v1", "crate::shop::v1")
        .codec_path("everwire::tonic::Codec")
        .compile_fds(shop)?;

    // A service without a schema, of types that derive `Codec`.
    let book = Method::builder()
        .name("book")
        .route_name("Book")
        .input_type("crate::Entry")
        .output_type("crate::Entry")
        .codec_path("everwire::tonic::Codec")
        .build();
    let ledger = Service::builder().name("Ledger").package("bank.v1");
    Builder::new()
        .out_dir(manual)
        .compile(&[ledger.method(book).build()]);
    Ok(())
}
