//! The messages as prost has them, for prost-protovalidate: with reflection for its interpreter, and with what its generator writes.

use std::error::Error;
use std::path::PathBuf;

use protox::Compiler;
use protox::file::{
    ChainFileResolver, DescriptorSetFileResolver, GoogleFileResolver, IncludeFileResolver,
};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=schemas");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("`OUT_DIR` is not set")?);

    let mut resolver = ChainFileResolver::new();
    resolver.add(IncludeFileResolver::new("schemas".into()));
    resolver.add(GoogleFileResolver::new());
    let rules = prost_protovalidate_types::DESCRIPTOR_POOL.encode_to_vec();
    resolver.add(DescriptorSetFileResolver::decode(rules.as_slice())?);
    let mut compiler = Compiler::with_file_resolver(resolver);
    compiler.include_imports(true).open_file("bench.proto")?;
    let set = out.join("set.binpb");
    std::fs::write(&set, compiler.encode_file_descriptor_set())?;

    let mut config = prost_build::Config::new();
    config
        .skip_protoc_run()
        .btree_map(["."])
        .extern_path(".buf.validate", "::prost_protovalidate::types");
    prost_reflect_build::Builder::new()
        .file_descriptor_set_path(&set)
        .descriptor_pool("crate::peer::POOL")
        .compile_protos_with_config(config, &["bench.proto"], &["schemas"])?;
    prost_protovalidate_build::Builder::new()
        .file_descriptor_set_path(&set)?
        .fail_on_runtime_only(true)
        .compile()?;
    Ok(())
}
