//! The runtime's well-known types are what this compiler makes of `proto/google/protobuf`; `UPDATE=1` writes them anew.

use std::path::Path;
use std::{env, fs};

use prost_reflect::DescriptorPool;
use prost_reflect::prost_types::{DescriptorProto, EnumDescriptorProto};

use super::*;
use crate::options::Options;
use crate::pattern::Pattern;
use crate::{compile, source};

const FILES: [&str; 7] = [
    "any",
    "duration",
    "empty",
    "field_mask",
    "struct",
    "timestamp",
    "wrappers",
];

fn options() -> Options {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("proto");
    let file = |name: &str| root.join(format!("google/protobuf/{name}.proto"));
    let derive = |name: &str, traits: &str| {
        let pattern = Pattern::new(format!("google.protobuf.{name}"));
        (pattern, traits.to_owned())
    };
    let mut derives = Vec::new();
    for name in ["Duration", "Timestamp"] {
        derives.push(derive(name, "Copy, Eq, PartialOrd, Ord, Hash"));
    }
    for name in [
        "BoolValue",
        "Empty",
        "Int32Value",
        "Int64Value",
        "UInt32Value",
        "UInt64Value",
    ] {
        derives.push(derive(name, "Copy, Eq, Hash"));
    }
    for name in ["Any", "BytesValue", "FieldMask", "StringValue"] {
        derives.push(derive(name, "Eq, Hash"));
    }
    for name in ["DoubleValue", "FloatValue"] {
        derives.push(derive(name, "Copy"));
    }
    Options {
        schemas: FILES.map(file).to_vec(),
        includes: vec![root],
        derives,
        unknown_fields: false,
        crate_path: "crate".to_owned(),
        ..Options::default()
    }
}

#[test]
fn the_types_of_the_runtime_are_fresh() {
    let google = &compile(&options()).unwrap().files["google/protobuf.rs"];
    is_fresh("wkt/generated.rs", google);
    for (directory, schema, package) in [
        ("validate/proto", "violations.proto", "buf/validate.rs"),
        ("axum/problem", "problem.proto", "everwire/http.rs"),
        ("tonic/rpc", "rpc.proto", "google/rpc.rs"),
    ] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/src");
        let root = root.join(directory);
        let options = Options {
            schemas: vec![root.join(schema)],
            includes: vec![root],
            unknown_fields: false,
            crate_path: "crate".to_owned(),
            ..Options::default()
        };
        let fresh = &compile(&options).unwrap().files[package];
        is_fresh(&format!("{directory}/generated.rs"), fresh);
    }
}

fn is_fresh(path: &str, fresh: &str) {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/src");
    let path = runtime.join(path);
    if env::var_os("UPDATE").is_some_and(|value| !value.is_empty() && value != "0") {
        fs::write(&path, fresh).unwrap();
    }
    let held = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        held == fresh,
        "`{}` is stale: help: start the test with `UPDATE=1`",
        path.display()
    );
}

/// The comments are ours, and the declarations Google's.
#[test]
fn the_schemas_declare_what_the_official_ones_declare() {
    let ours = source::load(&options()).unwrap();
    let google = DescriptorPool::global();
    let mut names = Vec::new();
    for file in FILES.map(|name| format!("google/protobuf/{name}.proto")) {
        let messages = |pool: &DescriptorPool| -> Vec<DescriptorProto> {
            let file = pool.get_file_by_name(&file).unwrap();
            file.file_descriptor_proto().message_type.clone()
        };
        let enums = |pool: &DescriptorPool| -> Vec<EnumDescriptorProto> {
            let file = pool.get_file_by_name(&file).unwrap();
            file.file_descriptor_proto().enum_type.clone()
        };
        assert_eq!(messages(&ours.pool), messages(&google), "{file}");
        assert_eq!(enums(&ours.pool), enums(&google), "{file}");
        names.extend(messages(&google).iter().map(|one| one.name().to_owned()));
        names.extend(enums(&google).iter().map(|one| one.name().to_owned()));
    }
    names.sort();
    assert_eq!(names, TYPES);
}
