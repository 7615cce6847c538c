//! Compiles the schema twice: with our compiler, and with tonic-prost-build.

use everwire_codegen::Build;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    Build::new()
        .schemas("schemas")
        .tonic_servers("shop.v1.Shop")
        .compile()?;
    let shop = protox::compile(["shop.proto"], ["schemas"])?;
    tonic_prost_build::configure()
        .build_client(false)
        .compile_fds(shop)?;
    Ok(())
}
