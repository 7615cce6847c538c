//! Where the schemas are, and how each set of them is compiled.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use everwire_codegen::{Options, Plan};

/// Schemas that belong together.
pub struct Set {
    /// The name of the module that holds their code.
    pub name: &'static str,
    /// Tests that send values of these schemas through the wires, by name.
    pub values: &'static [(&'static str, &'static str)],
    options: Options,
}

impl Set {
    /// Compiles the set.
    pub fn compile(&self) -> Plan {
        everwire_codegen::compile(&self.options)
            .unwrap_or_else(|failure| panic!("{}:\n{failure}", self.name))
    }
}

/// OpenTelemetry's schemas, from the crate `opentelemetry-proto`.
pub fn opentelemetry() -> Set {
    let root = package("opentelemetry-proto").join("src/proto");
    Set {
        name: "opentelemetry",
        values: &[("opentelemetry", include_str!("values/opentelemetry.rs"))],
        options: Options {
            schemas: vec![root.join("opentelemetry-proto"), root.join("tracez.proto")],
            ..Options::default()
        },
    }
}

/// Google's common types, from the Python package `googleapis-common-protos`.
pub fn googleapis() -> Option<Set> {
    let root = folder("EVERWIRE_GOOGLEAPIS")?;
    Some(Set {
        name: "googleapis",
        values: &[("googleapis", include_str!("values/googleapis.rs"))],
        options: Options {
            schemas: vec![root],
            ..Options::default()
        },
    })
}

/// The messages of protobuf's conformance suite, without those of its editions.
pub fn conformance() -> Option<Set> {
    let root = folder("EVERWIRE_CONFORMANCE_PROTOS")?;
    let files = [
        "google/protobuf/test_messages_proto2.proto",
        "google/protobuf/test_messages_proto3.proto",
        "conformance/conformance.proto",
    ];
    Some(Set {
        name: "conformance",
        values: &[
            ("proto2", include_str!("values/proto2.rs")),
            ("proto3", include_str!("values/proto3.rs")),
        ],
        options: Options {
            schemas: files.map(|file| root.join(file)).to_vec(),
            includes: vec![root],
            ..Options::default()
        },
    })
}

/// A folder that a variable names; without it, a line says that its set was left out.
fn folder(variable: &str) -> Option<PathBuf> {
    let folder = env::var_os(variable).map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: `{variable}` is not set, so its schemas were not compiled");
    }
    folder
}

/// The folder of a package that this one depends on.
fn package(name: &str) -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let output = Command::new(super::scratch::cargo())
        .args(["metadata", "--locked", "--format-version", "1"])
        .args([
            "--filter-platform",
            env!("EVERWIRE_TARGET"),
            "--manifest-path",
        ])
        .arg(manifest)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut packages = metadata["packages"].as_array().unwrap().iter();
    let found = packages.find(|package| package["name"] == name).unwrap();
    Path::new(found["manifest_path"].as_str().unwrap())
        .parent()
        .unwrap()
        .to_owned()
}
