//! The generated code as a user's compiler sees it: without a warning in both editions, and clean under `clippy::pedantic`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::schemas;

#[test]
fn the_code_of_every_schema_has_no_warning_in_edition_2021() {
    check("2021");
}

#[test]
fn the_code_of_every_schema_has_no_warning_in_edition_2024() {
    check("2024");
}

fn check(edition: &str) {
    if !run(Command::new(cargo()).args(["clippy", "--version"]))
        .status
        .success()
    {
        println!("skipped: `cargo clippy` is missing, so the generated code was not checked by it");
        return;
    }
    let root = scratch(edition);
    let output = run(Command::new(cargo())
        .current_dir(&root)
        .args([
            "clippy",
            "--offline",
            "--quiet",
            "--",
            "-D",
            "warnings",
            "-W",
            "clippy::pedantic",
        ])
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("scratch-target"),
        )
        .env_remove("RUSTFLAGS"));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "edition {edition}:\n{told}");
    assert_eq!(told, "", "edition {edition}");
}

/// A package that holds the generated code and nothing else.
fn scratch(edition: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("scratch-{edition}"));
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let runtime = workspace.join("runtime");
    if root.join("src").exists() {
        fs::remove_dir_all(root.join("src")).unwrap();
    }
    write(
        &root.join("Cargo.toml"),
        &format!(
            "[package]\nname = \"scratch-{edition}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n\n\
             [dependencies]\neverwire = {{ path = {runtime:?}, default-features = false, features = [\"std\", \"pattern\"] }}\n\n\
             [workspace]\n"
        ),
    );
    fs::copy(workspace.join("Cargo.lock"), root.join("Cargo.lock")).unwrap();
    write(
        &root.join("src/lib.rs"),
        "//! Generated code.\n\npub mod changed;\n#[path = \"gen/mod.rs\"]\npub mod generated;\n",
    );
    write(
        &root.join("src/changed.rs"),
        include_str!("functions/changed.rs"),
    );
    for (path, text) in schemas::plan().files {
        write(&root.join("src/gen").join(path), &text);
    }
    root
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn cargo() -> std::ffi::OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

fn run(command: &mut Command) -> Output {
    command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"))
}
