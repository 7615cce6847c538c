//! Descriptor sets that another compiler made.

use std::fs;
use std::path::Path;

use prost_reflect::DescriptorPool;

use super::{OPTIONS_FILE, Source};
use crate::render::Failure;

/// Reads one `google.protobuf.FileDescriptorSet`. All its files are roots, but for those that are
/// only there to be imported by everybody: `google/protobuf/…` and Everwire's options.
pub(super) fn load(path: &Path, source: &mut Source) -> Result<(), Failure> {
    let shown = path.display();
    let bytes = fs::read(path)
        .map_err(|error| Failure::run(format!("`{shown}`: {error}"), "name an existing descriptor set"))?;
    let failure = |error: prost_reflect::DescriptorError| {
        Failure::run(
            format!("`{shown}` is not a complete descriptor set: {error}"),
            "make it with `protoc --include_imports --include_source_info -o FILE`, or with `buf build -o FILE`, \
             from files of proto2 or proto3",
        )
    };
    let set = DescriptorPool::decode(bytes.as_slice()).map_err(failure)?;
    source.pool.decode_file_descriptor_set(bytes.as_slice()).map_err(failure)?;
    let names = set.files().map(|file| file.name().to_owned());
    source.roots.extend(names.filter(|name| !name.starts_with("google/protobuf/") && name != OPTIONS_FILE));
    source.read.push(path.to_owned());
    Ok(())
}
