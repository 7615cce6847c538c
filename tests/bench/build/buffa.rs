//! buffa's types and views: without unknown fields, and with nothing in a box that need not be.

use std::error::Error;
use std::path::Path;

use prost::Message;
use prost_types::FileDescriptorSet;

pub fn compile(files: &FileDescriptorSet, out: &Path) -> Result<(), Box<dyn Error>> {
    let out = out.join("buffa");
    std::fs::create_dir_all(&out)?;
    let descriptors = out.join("descriptors.bin");
    std::fs::write(&descriptors, crate::plain(files).encode_to_vec())?;
    let names: Vec<&str> = files.file.iter().map(|file| file.name()).collect();
    buffa_build::Config::new()
        .descriptor_set(descriptors)
        .files(&names)
        .out_dir(out)
        .include_file("mod.rs")
        .preserve_unknown_fields(false)
        .unbox_oneof()
        .map_type(buffa_build::MapRepr::BTreeMap)
        .compile()
}
