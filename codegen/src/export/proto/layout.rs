//! Which declarations stand in which file.
//!
//! A package is a file. Where packages refer to each other in a circle, which files must not, their types are in smaller files, each as
//! large as its own circle.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;

use super::Proto;
use crate::render::Failure;

/// A file.
pub(super) struct File {
    /// Relative to the output directory, with `/`.
    pub(super) path: String,
    pub(super) package: String,
    /// The types that are declared in no other, by full name, in order.
    pub(super) types: Vec<String>,
}

/// All files, by path.
///
/// # Errors
///
/// If types of two packages refer to each other in a circle.
pub(super) fn files(proto: &Proto<'_>) -> Result<Vec<File>, Failure> {
    let mut packages: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (full, name) in proto.names.iter() {
        if name.parent.is_none() {
            packages.entry(&name.package).or_default().push(full);
        }
    }
    let called = |full: &&str| proto.names.full(full).to_owned();
    for types in packages.values_mut() {
        types.sort_by_key(called);
    }
    let edges = edges(proto);
    let package_of = |full: &str| proto.names.get(full).map_or("", |name| &name.package);
    let between: BTreeMap<&str, BTreeSet<&str>> = packages
        .iter()
        .map(|(package, types)| {
            let targets = types
                .iter()
                .flat_map(|one| edges.get(one).into_iter().flatten());
            let targets = targets.map(|target| package_of(target));
            (
                *package,
                targets.filter(|target| target != package).collect(),
            )
        })
        .collect();
    let mut files = Vec::new();
    for (package, types) in &packages {
        let is_circular = reaches(&between, package, package);
        if !is_circular {
            files.push(File {
                path: path(package, last_word(package)),
                package: (*package).to_owned(),
                types: types.iter().map(|one| (*one).to_owned()).collect(),
            });
            continue;
        }
        let mut rest = types.clone();
        while let Some(first) = rest.first().copied() {
            let circle = |one: &&str| {
                *one == first || (reaches(&edges, first, one) && reaches(&edges, one, first))
            };
            let others = edges
                .keys()
                .copied()
                .filter(|one| package_of(one) != *package);
            if let Some(other) = others.into_iter().find(|one| circle(one)) {
                return Err(Failure::run(
                    format!(
                        "`{first}` and `{other}` refer to each other, and protobuf has a file for each package"
                    ),
                    "give both names in one package, with `#[codec(name = \"…\")]`",
                ));
            }
            let (own, others): (Vec<&str>, Vec<&str>) = rest.iter().partition(|one| circle(one));
            rest = others;
            let word = proto.names.get(first).map_or("", |name| &name.own);
            files.push(File {
                path: path(package, &word.to_snake_case()),
                package: (*package).to_owned(),
                types: own.into_iter().map(str::to_owned).collect(),
            });
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// What each outermost type refers to, with all that is declared in it.
fn edges<'p>(proto: &'p Proto<'_>) -> BTreeMap<&'p str, BTreeSet<&'p str>> {
    let mut edges: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (full, one) in &proto.types.all {
        let outermost = proto.names.outermost(full);
        let targets = edges.entry(outermost).or_default();
        one.definition.each_name(&mut |name| {
            if proto.names.get(name).is_some() {
                let target = proto.names.outermost(name);
                if target != outermost {
                    targets.insert(target);
                }
            }
        });
    }
    edges
}

/// Whether one can be reached from another, over one edge at least.
fn reaches(edges: &BTreeMap<&str, BTreeSet<&str>>, from: &str, to: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&str> = edges.get(from).into_iter().flatten().copied().collect();
    while let Some(one) = open.pop() {
        if one == to {
            return true;
        }
        if seen.insert(one) {
            open.extend(edges.get(one).into_iter().flatten());
        }
    }
    false
}

fn path(package: &str, word: &str) -> String {
    match package.is_empty() {
        true => format!("{word}.proto"),
        false => format!("{}/{word}.proto", package.replace('.', "/")),
    }
}

/// The last part of a package that is no version.
fn last_word(package: &str) -> &str {
    let is_version = |part: &&str| {
        let digits = part.strip_prefix('v').unwrap_or_default();
        digits.starts_with(|first: char| first.is_ascii_digit())
    };
    let parts = package.rsplit('.').filter(|part| !part.is_empty());
    let word = parts.clone().find(|part| !is_version(part));
    word.or_else(|| parts.into_iter().next()).unwrap_or("types")
}
