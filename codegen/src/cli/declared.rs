//! Where a crate declares the module tree that was written, and how the path to it is spelled there.

use std::path::{Component, Path, PathBuf};
use std::{env, fs};

/// The line to add, for a tree in `directory`, which exists: `src/lib.rs` and a `#[path]` that begins in `src`.
pub(super) fn line(directory: &Path) -> String {
    let out = fs::canonicalize(directory).unwrap_or_else(|_| directory.to_owned());
    let here = env::current_dir()
        .and_then(fs::canonicalize)
        .unwrap_or_default();
    let package = out
        .ancestors()
        .find(|package| package.join("Cargo.toml").is_file())
        .or_else(|| out.starts_with(&here).then_some(here.as_path()));
    let Some(package) = package else {
        return declaration("your crate", &out);
    };
    let source = package.join("src");
    let is_program = source.join("main.rs").is_file() && !source.join("lib.rs").is_file();
    let root = source.join(if is_program { "main.rs" } else { "lib.rs" });
    let shown = root.strip_prefix(&here).unwrap_or(&root);
    declaration(&slashes(shown), &relative(&source, &out))
}

fn declaration(file: &str, directory: &Path) -> String {
    let path = slashes(&directory.join("mod.rs"));
    format!("add to {file}: #[path = \"{path}\"] mod generated;")
}

/// The path to `to` as seen from `from`; both are absolute, without `..`.
fn relative(from: &Path, to: &Path) -> PathBuf {
    let shared = from
        .components()
        .zip(to.components())
        .take_while(|(a, b)| a == b)
        .count();
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    up.chain(to.components().skip(shared)).collect()
}

fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::scratch;

    #[test]
    fn the_path_begins_beside_the_root_of_the_crate() {
        let package = fs::canonicalize(scratch("declared")).unwrap();
        fs::write(package.join("Cargo.toml"), "").unwrap();
        let shown = package.display();
        for (directory, path) in [
            ("src/gen", "gen/mod.rs"),
            ("src/wire/gen", "wire/gen/mod.rs"),
            ("out", "../out/mod.rs"),
            ("src", "mod.rs"),
        ] {
            let directory = package.join(directory);
            fs::create_dir_all(&directory).unwrap();
            assert_eq!(
                line(&directory),
                format!("add to {shown}/src/lib.rs: #[path = \"{path}\"] mod generated;")
            );
        }
        fs::write(package.join("src/main.rs"), "").unwrap();
        assert!(line(&package.join("out")).starts_with(&format!("add to {shown}/src/main.rs: ")));
        fs::remove_file(package.join("Cargo.toml")).unwrap();
        assert_eq!(
            line(&package.join("out")),
            format!("add to your crate: #[path = \"{shown}/out/mod.rs\"] mod generated;")
        );
        fs::remove_dir_all(package).unwrap();
    }
}
