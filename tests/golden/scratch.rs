//! A workspace of two packages, one for each edition, that hold the generated code of all sets.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::sets::Set;

const EDITIONS: [&str; 2] = ["2021", "2024"];

/// Writes the workspace; what is as it should be is left alone, so that cargo need not build it again.
pub fn write(sets: &[Set]) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden");
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let runtime = checkout.join("runtime");
    update(
        &root.join("Cargo.toml"),
        "[workspace]\nresolver = \"2\"\nmembers = [\"edition-*\"]\n\n[profile.dev]\ndebug = false\n",
    );
    update(
        &root.join("Cargo.lock"),
        &fs::read_to_string(checkout.join("Cargo.lock")).unwrap(),
    );
    for edition in EDITIONS {
        let package = root.join(format!("edition-{edition}"));
        update(
            &package.join("Cargo.toml"),
            &format!(
                "[package]\nname = \"edition-{edition}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n\n\
                 [dependencies]\neverwire = {{ path = {runtime:?}, default-features = false, features = [\"std\"] }}\n"
            ),
        );
        let modules = sets.iter().map(|set| {
            let name = set.name;
            format!("#[path = \"../../generated/{name}/mod.rs\"]\npub mod {name};\n")
        });
        let beside = || sets.iter().filter_map(|set| set.beside);
        let more = beside().map(|(name, _)| format!("pub mod {name};\n"));
        let modules = modules.chain(more).collect::<String>();
        update(&package.join("src/lib.rs"), &modules);
        for (name, text) in beside() {
            update(&package.join("src").join(format!("{name}.rs")), text);
        }
    }
    for set in sets {
        for (path, text) in set.compile().files {
            update(&root.join("generated").join(set.name).join(path), &text);
        }
    }
    let tests = root.join("edition-2024/tests");
    update(
        &tests.join("support/mod.rs"),
        include_str!("values/support/mod.rs"),
    );
    update(
        &tests.join("support/sample.rs"),
        include_str!("values/support/sample.rs"),
    );
    for (name, text) in sets.iter().flat_map(|set| set.values) {
        update(&tests.join(format!("{name}.rs")), text);
    }
    root
}

/// Runs cargo without the network; it succeeds and has nothing to say but what the tests print.
pub fn silent(root: &Path, arguments: &[&str]) -> String {
    let output = Command::new(cargo())
        .current_dir(root)
        .args(arguments)
        .args(["--offline", "--quiet"])
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden-target"),
        )
        .env_remove("RUSTFLAGS")
        .env("RUSTDOCFLAGS", "-D warnings")
        .output()
        .unwrap();
    let passed = String::from_utf8_lossy(&output.stdout).into_owned();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}:\n{told}\n{passed}");
    assert_eq!(told, "", "{arguments:?}");
    passed
}

/// The cargo that runs this test.
pub fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

fn update(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|found| found == text) {
        return;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}
