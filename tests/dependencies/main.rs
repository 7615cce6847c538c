//! What the runtime brings into a program.

#![allow(missing_docs)]

use std::collections::BTreeSet;
use std::process::Command;

/// The names of all packages of which the runtime is made on any platform, macros and build scripts included.
fn tree(features: &[&str]) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--locked",
            "--package",
            "everwire",
            "--target",
            "all",
        ])
        .args([
            "--edges",
            "normal,build",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ])
        .args(features)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    let lines = String::from_utf8(output.stdout).unwrap();
    let name = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    lines
        .lines()
        .map(name)
        .filter(|name| !name.is_empty())
        .collect()
}

/// Whether a package evaluates CEL, or has values whose schema is protobuf's descriptors.
fn is_cel_or_reflection(name: &str) -> bool {
    let is_cel = name == "cel"
        || name.starts_with("cel-")
        || name.starts_with("cel_")
        || name.ends_with("-cel");
    let reflects = name.contains("reflect") || name == "protobuf" || name.starts_with("protox");
    is_cel || reflects
}

#[test]
fn no_feature_brings_cel_or_reflection() {
    let all = tree(&["--all-features"]);
    assert!(
        all.contains("regex") && all.contains("prost") && all.contains("rmp-serde"),
        "{all:?}"
    );
    let found: Vec<_> = all
        .iter()
        .filter(|name| is_cel_or_reflection(name))
        .collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn the_smallest_runtime_is_four_packages() {
    let least = tree(&["--no-default-features"]);
    assert_eq!(
        least.iter().collect::<Vec<_>>(),
        ["everwire", "itoa", "smoothutf8", "zmij"]
    );
}

#[test]
fn what_is_looked_for_would_be_found() {
    for name in [
        "cel",
        "cel-interpreter",
        "cel-parser",
        "prost-reflect",
        "bevy_reflect",
        "protobuf",
        "protox",
    ] {
        assert!(is_cel_or_reflection(name), "{name}");
    }
    for name in [
        "parcel",
        "excel",
        "prost",
        "regex",
        "compact_str",
        "rmp-serde",
        "once_cell",
    ] {
        assert!(!is_cel_or_reflection(name), "{name}");
    }
}
