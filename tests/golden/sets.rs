//! Where the schemas are, and how each set of them is compiled.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use everwire_codegen::pattern::Pattern;
use everwire_codegen::{Options, Plan};

/// Schemas that belong together.
pub struct Set {
    /// The name of the module that holds their code.
    pub name: &'static str,
    /// Tests that send values of these schemas through the wires, by name.
    pub values: &'static [(&'static str, &'static str)],
    /// A module of the crate that the code needs: its name and its text.
    pub beside: Option<(&'static str, &'static str)>,
    options: Options,
}

impl Set {
    /// Compiles the set.
    pub fn compile(&self) -> Plan {
        everwire_codegen::compile(&self.options)
            .unwrap_or_else(|failure| panic!("{}:\n{failure}", self.name))
    }
}

/// Schemas whose names are words of Rust, and whose comments hold code.
pub fn words() -> Set {
    Set {
        name: "words",
        values: &[("words", include_str!("values/words.rs"))],
        beside: None,
        options: Options {
            schemas: vec![own("words")],
            ..Options::default()
        },
    }
}

/// A schema for which the caller's options decide: hooks, the type of bytes, and no unknown fields.
pub fn chosen() -> Set {
    let hook = |name: &str, path: &str| (name.to_owned(), path.to_owned());
    Set {
        name: "chosen",
        values: &[("chosen", include_str!("values/chosen.rs"))],
        beside: Some(("hooks", include_str!("values/hooks.rs"))),
        options: Options {
            schemas: vec![own("chosen")],
            bytes_types: vec![(Pattern::new("chosen.**"), "Box<[u8]>".to_owned())],
            hooks: vec![
                hook("chosen.Order", "crate::hooks::order"),
                hook("chosen.Order.copies", "crate::hooks::even"),
                hook("chosen.Order.cents", "crate::hooks::even"),
            ],
            unknown_fields: false,
            ..Options::default()
        },
    }
}

/// OpenTelemetry's schemas, from the crate `opentelemetry-proto`.
pub fn opentelemetry() -> Set {
    let root = package("opentelemetry-proto").join("src/proto");
    Set {
        name: "opentelemetry",
        values: &[("opentelemetry", include_str!("values/opentelemetry.rs"))],
        beside: None,
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
        beside: None,
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
        beside: None,
        options: Options {
            schemas: files.map(|file| root.join(file)).to_vec(),
            includes: vec![root],
            ..Options::default()
        },
    })
}

/// A folder of our own schemas.
fn own(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("golden/schemas")
        .join(name)
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
