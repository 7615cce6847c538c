//! Descriptor sets that another compiler made.

use std::fs;
use std::path::Path;

use prost_reflect::DescriptorPool;
use prost_reflect::prost::{DecodeError, Message};
use prost_reflect::prost_types::{FileDescriptorProto, FileDescriptorSet};

use super::features::{self, encoded};
use super::{OPTIONS_FILE, RULES_FILE, Source};
use crate::render::Failure;

/// Reads one `google.protobuf.FileDescriptorSet`. All its files are roots, but for those that are
/// only there to be imported by everybody: `google/protobuf/…`, Everwire's options and protovalidate's.
pub(super) fn load(path: &Path, source: &mut Source) -> Result<(), Failure> {
    let shown = path.display();
    let bytes = fs::read(path).map_err(|error| {
        Failure::run(
            format!("`{shown}`: {error}"),
            "name an existing descriptor set",
        )
    })?;
    let failure = |error: &dyn std::fmt::Display| {
        Failure::run(
            format!("`{shown}` is not a complete descriptor set: {error}"),
            "make it with `protoc --include_imports --include_source_info -o FILE`, or with `buf build -o FILE`",
        )
    };
    let bytes = editions(&bytes, source).map_err(|problem| match problem {
        Problem::Unknown(edition) => Failure::run(
            format!("`{shown}` has a file of {edition}, which is not known"),
            "write its files in proto2, proto3, or the editions 2023 or 2024",
        ),
        Problem::Decode(error) => failure(&error),
        Problem::Feature(message, help) => Failure::run(format!("`{shown}`: {message}"), help),
    })?;
    let set = DescriptorPool::decode(bytes.as_slice()).map_err(|error| failure(&error))?;
    source
        .pool
        .decode_file_descriptor_set(bytes.as_slice())
        .map_err(|error| failure(&error))?;
    let names = set.files().map(|file| file.name().to_owned());
    let is_root = |name: &String| {
        !name.starts_with("google/protobuf/") && name != OPTIONS_FILE && name != RULES_FILE
    };
    source.roots.extend(names.filter(is_root));
    source.read.push(path.to_owned());
    Ok(())
}

enum Problem {
    Unknown(String),
    Decode(DecodeError),
    Feature(String, &'static str),
}

/// The set with its files of editions as files of proto2, whose features are in the table.
fn editions(set: &[u8], source: &mut Source) -> Result<Vec<u8>, Problem> {
    FileDescriptorSet::decode(set).map_err(Problem::Decode)?;
    let mut bytes = Vec::with_capacity(set.len());
    for file in encoded::files(set) {
        let Some((edition, overrides)) = encoded::read(file).map_err(Problem::Unknown)? else {
            bytes.extend(encoded::file_of_set(file));
            continue;
        };
        let proto = FileDescriptorProto::decode(file).map_err(Problem::Decode)?;
        let problems = features::resolve(&proto, edition, &overrides, &mut source.features);
        if let Some(problem) = problems.into_iter().next() {
            return Err(Problem::Feature(problem.message, problem.help));
        }
        bytes.extend(encoded::file_of_set(&encoded::as_proto2(file)));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::options::Options;
    use crate::{compile, disk, source};

    #[test]
    fn a_set_may_have_files_of_editions() {
        let directory = disk::scratch("set-edition");
        let text = "package a; message M { optional int32 x = 1; }";
        let bytes = source::compile_text("a.proto", text)
            .unwrap()
            .pool
            .encode_to_vec();
        let file = crate::source::features::encoded::files(&bytes)
            .next()
            .unwrap();
        // `options.features.field_presence = IMPLICIT`, and the edition.
        let own = |edition: u8| {
            let more = [0x42, 5, 0x92, 0x03, 2, 0x08, 2, 0x70, edition, 0x07];
            crate::source::features::encoded::file_of_set(&[file, &more[..]].concat())
        };
        let set = directory.join("a.binpb");
        let run = |bytes: Vec<u8>| {
            fs::write(&set, bytes).unwrap();
            compile(&Options {
                descriptors: vec![set.clone()],
                ..Options::default()
            })
        };
        let plan = run(own(0xe8)).unwrap();
        assert!(
            plan.files["a.rs"].contains("pub x: i32,"),
            "{}",
            plan.files["a.rs"]
        );
        let failure = run(own(0xeb)).unwrap_err().to_string();
        assert!(
            failure.contains("the edition of number 1003, which is not known"),
            "{failure}"
        );
        fs::remove_dir_all(directory).unwrap();
    }

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
            ["a.rs", "mod.rs"]
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
