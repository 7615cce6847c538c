//! What is missing is named in one line, and nothing fails.

use std::fs;
use std::process::Command;

/// What a test says where Python is found by `path`, and its packages by `packages`.
fn says(path: &str, packages: &str) -> Vec<String> {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["msgpack::integers_agree", "--exact", "--show-output"])
        .env("PATH", path)
        .env("EVERWIRE_PYTHON_PACKAGES", packages)
        .output()
        .unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    let skipped = text.lines().filter(|line| line.starts_with("skipped:"));
    skipped.map(str::to_owned).collect()
}

#[test]
fn python_is_named() {
    let nothing = tempfile::tempdir().unwrap();
    assert_eq!(
        says(nothing.path().to_str().unwrap(), ""),
        ["skipped: python3 is missing, so nothing was read by msgspec"]
    );
}

#[test]
fn a_package_is_named_and_so_is_one_that_is_too_old() {
    let path = std::env::var("PATH").unwrap_or_default();
    let packages = tempfile::tempdir().unwrap();
    let folder = packages.path();
    fs::write(
        folder.join("msgspec.py"),
        "raise ImportError('a sound reason')",
    )
    .unwrap();
    let said = says(&path, folder.to_str().unwrap());
    if said == ["skipped: python3 is missing, so nothing was read by msgspec"] {
        return;
    }
    let [line] = &said[..] else {
        panic!("{said:?}")
    };
    assert_eq!(
        line,
        "skipped: python3 has no msgspec that these tests know: a sound reason; help: `pip install -r tests/python/requirements.txt`"
    );

    let metadata = folder.join("msgspec-0.18.6.dist-info");
    fs::create_dir(&metadata).unwrap();
    fs::write(
        metadata.join("METADATA"),
        "Metadata-Version: 2.1\nName: msgspec\nVersion: 0.18.6\n",
    )
    .unwrap();
    fs::write(folder.join("msgspec.py"), "").unwrap();
    let [line] = &says(&path, folder.to_str().unwrap())[..] else {
        panic!()
    };
    assert!(
        line.contains("no msgspec that these tests know: it is 0.18.6, and 0.22.0 is asked for;"),
        "{line}"
    );
}
