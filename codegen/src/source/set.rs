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
    let bytes = fs::read(path).map_err(|error| {
        Failure::run(
            format!("`{shown}`: {error}"),
            "name an existing descriptor set",
        )
    })?;
    let failure = |error: prost_reflect::DescriptorError| {
        Failure::run(
            format!("`{shown}` is not a complete descriptor set: {error}"),
            "make it with `protoc --include_imports --include_source_info -o FILE`, or with `buf build -o FILE`, \
             from files of proto2 or proto3",
        )
    };
    let set = DescriptorPool::decode(bytes.as_slice()).map_err(failure)?;
    source
        .pool
        .decode_file_descriptor_set(bytes.as_slice())
        .map_err(failure)?;
    let names = set.files().map(|file| file.name().to_owned());
    source
        .roots
        .extend(names.filter(|name| !name.starts_with("google/protobuf/") && name != OPTIONS_FILE));
    source.read.push(path.to_owned());
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::options::Options;
    use crate::{compile, disk, source};

    #[test]
    fn a_set_compiles_as_its_files_would() {
        let directory = disk::scratch("set");
        let text = "syntax = \"proto3\"; package a; import \"google/protobuf/empty.proto\"; import \"everwire/options.proto\";
                    // About M.
                    message M { google.protobuf.Empty e = 1; int32 x = 2 [(everwire.field).slot = 9]; }";
        let (proto, set) = (directory.join("a.proto"), directory.join("a.binpb"));
        fs::write(&proto, text).unwrap();
        fs::write(
            &set,
            source::compile_text("a.proto", text)
                .unwrap()
                .pool
                .encode_to_vec(),
        )
        .unwrap();
        let from_proto = compile(&Options {
            schemas: vec![proto],
            ..Options::default()
        })
        .unwrap();
        let from_set = compile(&Options {
            descriptors: vec![set.clone()],
            ..Options::default()
        })
        .unwrap();
        assert_eq!(from_proto.files, from_set.files);
        assert_eq!(
            from_set.files.keys().collect::<Vec<_>>(),
            ["a.rs", "google.rs", "google/protobuf.rs", "mod.rs"]
        );
        assert!(
            from_set.files["a.rs"].contains("/// About M.\n"),
            "{}",
            from_set.files["a.rs"]
        );
        assert_eq!(from_set.inputs.first(), Some(&set));
        fs::write(&set, b"\x0a\x05hello").unwrap();
        let failure = compile(&Options {
            descriptors: vec![set],
            ..Options::default()
        })
        .unwrap_err();
        assert!(
            failure
                .to_string()
                .contains("is not a complete descriptor set"),
            "{failure}"
        );
        fs::remove_dir_all(directory).unwrap();
    }
}
