//! What the names of other crates mean: those of the same project, as `Cargo.toml` has them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use crate::define::names::Crate;
use crate::define::resolve;
use crate::define::sources::real;
use crate::define::tree::{ModuleId, Tree};

/// The tables of dependencies in a manifest, and in each of its targets.
const DEPENDENCIES: &[&str] = &["dependencies", "dev-dependencies", "build-dependencies"];

/// The packages that were looked at, by their directories.
#[derive(Default)]
struct Packages {
    read: BTreeMap<PathBuf, Option<Table>>,
    /// The roots of their libraries.
    libraries: BTreeMap<PathBuf, ModuleId>,
}

/// Tells each root which crates its package names.
pub(super) fn register(roots: &[(PathBuf, ModuleId)], tree: &mut Tree) {
    let mut packages = Packages::default();
    let roots: Vec<_> = roots
        .iter()
        .filter_map(|(path, root)| {
            let path = real(path);
            let directory = packages.around(&path, "package")?;
            Some((path, directory, *root))
        })
        .collect();
    for (path, directory, root) in &roots {
        if packages
            .library(directory)
            .is_some_and(|(_, file)| file == *path)
        {
            packages.libraries.insert(directory.clone(), *root);
        }
    }
    for (_, directory, root) in &roots {
        let mut crates = packages.crates(directory);
        // The name of the crate itself is none of another.
        crates.retain(|_, one| *one != Crate::Root(*root));
        let known = &mut tree.get_mut(*root).crates;
        for meaning in known.values_mut() {
            if let Crate::Named(name) = meaning
                && let Some(own) = crates.get(name)
            {
                *meaning = own.clone();
            }
        }
        known.extend(crates);
    }
}

impl Packages {
    /// The nearest directory around a file whose manifest has such a table.
    fn around(&mut self, file: &Path, table: &str) -> Option<PathBuf> {
        let mut directories = file.ancestors().skip(1);
        let found = directories.find(|directory| {
            let manifest = self.manifest(directory);
            manifest.is_some_and(|manifest| manifest.contains_key(table))
        });
        found.map(Path::to_owned)
    }

    fn manifest(&mut self, directory: &Path) -> Option<&Table> {
        let read = self.read.entry(directory.to_owned());
        let read = read.or_insert_with(|| {
            let text = fs::read_to_string(directory.join("Cargo.toml")).ok()?;
            text.parse().ok()
        });
        read.as_ref()
    }

    /// The name of a package's library, and its file.
    fn library(&mut self, directory: &Path) -> Option<(String, PathBuf)> {
        let manifest = self.manifest(directory)?;
        let of_library = |key: &str| manifest.get("lib")?.get(key)?.as_str();
        let package = || manifest.get("package")?.get("name")?.as_str();
        let name = of_library("name").or_else(package)?;
        let file = of_library("path").unwrap_or("src/lib.rs");
        Some((crate_name(name), real(&directory.join(file))))
    }

    /// The crates that those of a package name: its own library, and what it depends on.
    fn crates(&mut self, directory: &Path) -> BTreeMap<String, Crate> {
        let mut crates = BTreeMap::new();
        for (key, dependency) in self.dependencies(directory) {
            let (base, dependency) = match self.inherited(directory, &key, &dependency) {
                Some(inherited) => inherited,
                None => (directory.to_owned(), dependency),
            };
            let text = |key: &str| dependency.get(key).and_then(Value::as_str);
            let renamed = text("package");
            let path = text("path").map(|path| real(&base.join(path)));
            let library = path.and_then(|path| Some((self.library(&path)?.0, path)));
            let (name, meaning) = match library {
                Some((name, path)) => {
                    let meaning = self.meaning(&name, &path);
                    (name, meaning)
                }
                None => {
                    let name = crate_name(renamed.unwrap_or(&key));
                    (name.clone(), Crate::Named(name))
                }
            };
            let own = match renamed {
                Some(_) => crate_name(&key),
                None => name,
            };
            crates.insert(own, meaning);
        }
        if let Some((name, _)) = self.library(directory) {
            let meaning = self.meaning(&name, directory);
            crates.insert(name, meaning);
        }
        crates
    }

    /// What the library of a package is; the types of the runtime are known without its sources.
    fn meaning(&self, name: &str, directory: &Path) -> Crate {
        match self.libraries.get(directory) {
            Some(root) if !resolve::is_known(name) && name != "everwire_derive" => {
                Crate::Root(*root)
            }
            _ => Crate::Named(name.to_owned()),
        }
    }

    fn dependencies(&mut self, directory: &Path) -> Vec<(String, Value)> {
        let Some(manifest) = self.manifest(directory) else {
            return Vec::new();
        };
        let targets = manifest.get("target").and_then(Value::as_table);
        let targets = targets.into_iter().flat_map(Table::values);
        let tables = targets.filter_map(Value::as_table);
        let tables = tables.chain([manifest]);
        let of_table = |table: &Table| {
            let kinds = DEPENDENCIES
                .iter()
                .filter_map(|kind| table.get(*kind)?.as_table());
            let all =
                kinds.flat_map(|kind| kind.iter().map(|(key, one)| (key.clone(), one.clone())));
            all.collect::<Vec<_>>()
        };
        tables.flat_map(of_table).collect()
    }

    /// A dependency that the workspace has, and the directory that its path begins at.
    fn inherited(
        &mut self,
        directory: &Path,
        key: &str,
        dependency: &Value,
    ) -> Option<(PathBuf, Value)> {
        dependency.get("workspace")?.as_bool().filter(|is| *is)?;
        let workspace = self.around(&directory.join("Cargo.toml"), "workspace")?;
        let dependencies = self
            .manifest(&workspace)?
            .get("workspace")?
            .get("dependencies")?;
        let found = dependencies.get(key)?.clone();
        Some((workspace, found))
    }
}

/// The name of a crate, from that of a package.
fn crate_name(package: &str) -> String {
    package.replace('-', "_")
}
