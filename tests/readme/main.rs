//! The README's reader: a crate made of nothing but the README's text, beside a checkout, builds and passes its tests; and
//! what the README shows of output and errors is what is printed.

mod shown;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The fenced blocks of the README: the language and the text.
fn blocks() -> Vec<(String, String)> {
    let readme = include_str!("../../README.md");
    let mut blocks = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in readme.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(language)) => open = Some((language.to_owned(), String::new())),
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some((_, text)), None) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) => {}
        }
    }
    blocks
}

/// The files of the README: blocks whose first line is a comment with a path, those of one path joined.
fn files() -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for (language, text) in blocks() {
        let comment = if language == "toml" { "# " } else { "// " };
        if let Some((first, rest)) = text.split_once('\n')
            && let Some(path) = first.strip_prefix(comment)
            && ["rust", "toml", "proto"].contains(&language.as_str())
        {
            files.entry(path.to_owned()).or_default().push_str(rest);
        }
    }
    files
}

/// A crate beside a link to this checkout.
fn scratch(name: &str) -> PathBuf {
    let beside = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&beside);
    let root = beside.join("shop");
    fs::create_dir_all(&root).unwrap();
    let checkout = fs::canonicalize(Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap();
    std::os::unix::fs::symlink(&checkout, beside.join("everwire")).unwrap();
    for (path, text) in files() {
        let file = root.join(&path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        let text = if path == "Cargo.toml" {
            format!(
                "[package]\nname = \"shop\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n{text}\n[workspace]\n"
            )
        } else {
            text
        };
        fs::write(file, text).unwrap();
    }
    fs::copy(checkout.join("Cargo.lock"), root.join("Cargo.lock")).unwrap();
    root
}

fn cargo(root: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(root)
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme-target"),
        )
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Whether the README shows this text in one of its blocks.
fn is_shown(output: &str) -> bool {
    blocks()
        .iter()
        .any(|(language, text)| language == "text" && text.trim().contains(output.trim()))
}

#[test]
fn a_reader_gets_along_with_the_readme_alone() {
    let root = scratch("reader");
    let run = cargo(&root, &["run", "--quiet"]);
    assert!(run.status.success(), "{}", text(&run.stderr));
    assert!(is_shown(&text(&run.stdout)), "{}", text(&run.stdout));

    let tests = cargo(&root, &["test", "--quiet"]);
    assert!(
        tests.status.success(),
        "{}{}",
        text(&tests.stdout),
        text(&tests.stderr)
    );

    let main = fs::read_to_string(root.join("src/main.rs")).unwrap();
    fs::write(root.join("src/main.rs"), main.replace("min_len", "minlen")).unwrap();
    let wrong = cargo(&root, &["build", "--quiet", "--bin", "shop"]);
    let shown = "error: a field has no attribute `minlen`\n       help: did you mean `min_len`?";
    assert!(
        text(&wrong.stderr).contains(shown) && is_shown(shown),
        "{}",
        text(&wrong.stderr)
    );
}

#[test]
fn the_readme_shows_code_early() {
    let readme = include_str!("../../README.md");
    assert!(
        readme
            .lines()
            .take(19)
            .any(|line| line.starts_with("```rust"))
    );
}

#[test]
fn ci_calls_the_readmes_commands() {
    let script = include_str!("../../.ci/run");
    for command in ["cargo run", "cargo test --workspace"] {
        assert!(
            blocks()
                .iter()
                .any(|(language, text)| language == "sh" && text.contains(command))
        );
        assert!(script.contains(command), "{command}");
    }
    assert!(script.contains("-p tour"));
}
