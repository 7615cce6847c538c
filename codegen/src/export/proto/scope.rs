//! What is called how: the names of fields, values and oneofs, each once in its scope, and references to types.
//!
//! In protobuf the fields, oneofs and types of a message have one scope, and the values of an enum belong to the scope around it.

use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::{Definition, What};
use heck::ToShoutySnakeCase;

use super::super::types::Types;
use super::names::{Names, distinct, is_identifier};

/// The names in all scopes.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    /// Names of fields and variants, by the full name of the type and the number.
    members: BTreeMap<(String, u32), String>,
    /// Names of values, by the full name of the enum and the number.
    values: BTreeMap<(String, i32), String>,
    /// Names of the values that protobuf asks for.
    placeholders: BTreeMap<String, String>,
    /// Names of oneofs, by the full name of the type and their own.
    oneofs: BTreeMap<(String, String), String>,
    /// What is declared in a package or a message, by its name in protobuf.
    taken: BTreeMap<String, BTreeSet<String>>,
}

impl Scopes {
    pub(super) fn new(types: &Types, names: &Names) -> Self {
        let mut scopes = Scopes::default();
        for (_, name) in names.iter() {
            let scope = outer(&name.full).to_owned();
            scopes
                .taken
                .entry(scope)
                .or_default()
                .insert(name.own.clone());
            // The parts of a package are declared in those before.
            let mut package = name.package.as_str();
            while !package.is_empty() {
                let (before, own) = package.rsplit_once('.').unwrap_or(("", package));
                scopes
                    .taken
                    .entry(before.to_owned())
                    .or_default()
                    .insert(own.to_owned());
                package = before;
            }
        }
        for (full, one) in &types.all {
            match &one.definition.what {
                What::Enum { .. } => {}
                _ => scopes.add_members(names.full(full), full, &one.definition),
            }
        }
        scopes.add_values(types, names);
        scopes
    }

    fn add_members(&mut self, scope: &str, full: &str, definition: &Definition) {
        let taken = self.taken.entry(scope.to_owned()).or_default();
        let legal: Vec<(u32, String)> = definition
            .members()
            .iter()
            .map(|member| (member.number, legal(&member.name)))
            .collect();
        // Nor may names differ by case and underscores alone, which JSON's names might not tell apart.
        let mut folded = BTreeSet::new();
        for (number, wanted) in legal {
            let of_oneof = definition.members().iter().find(|one| one.number == number);
            let of_oneof = of_oneof.and_then(|one| one.oneof.as_ref());
            let wanted = match of_oneof {
                Some(oneof) if is_folded(definition, number, &wanted) => {
                    format!("{}_{wanted}", legal_text(oneof))
                }
                _ => wanted,
            };
            let mut own = distinct(&wanted, taken);
            while !folded.insert(fold(&own)) {
                own = distinct(&format!("{own}_{number}"), taken);
            }
            self.members.insert((full.to_owned(), number), own);
        }
        let is_union = matches!(definition.what, What::Union(_));
        let oneofs = definition
            .members()
            .iter()
            .filter_map(|one| one.oneof.clone());
        let oneofs = oneofs.chain(is_union.then(|| "variant".to_owned()));
        for oneof in oneofs.collect::<BTreeSet<_>>() {
            let wanted = match taken.contains(&legal_text(&oneof)) {
                true => format!("{}_oneof", legal_text(&oneof)),
                false => legal_text(&oneof),
            };
            let own = distinct(&wanted, taken);
            self.oneofs.insert((full.to_owned(), oneof), own);
        }
    }

    fn add_values(&mut self, types: &Types, names: &Names) {
        // A name that two enums of a scope want is neither's.
        let mut wanted: BTreeMap<(String, String), usize> = BTreeMap::new();
        let enums = || {
            types
                .all
                .iter()
                .filter_map(|(full, one)| match &one.definition.what {
                    What::Enum { values, .. } => Some((full, values)),
                    _ => None,
                })
        };
        for (full, values) in enums() {
            let scope = outer(names.full(full));
            for value in values {
                *wanted
                    .entry((scope.to_owned(), value.name.clone()))
                    .or_default() += 1;
            }
        }
        for (full, values) in enums() {
            let name = names.full(full);
            let scope = outer(name);
            let prefix = name
                .rsplit('.')
                .next()
                .unwrap_or(name)
                .to_shouty_snake_case();
            let taken = self.taken.entry(scope.to_owned()).or_default();
            for value in values {
                let key = (scope.to_owned(), value.name.clone());
                let is_free = is_identifier(&value.name)
                    && wanted.get(&key) == Some(&1)
                    && !taken.contains(&value.name);
                let own = match is_free {
                    true => value.name.clone(),
                    false => {
                        let shouted = legal_text(&value.name).to_shouty_snake_case();
                        match value.name.starts_with(&format!("{prefix}_")) {
                            true => shouted,
                            false => format!("{prefix}_{shouted}"),
                        }
                    }
                };
                let own = distinct(&own, taken);
                self.values.insert((full.clone(), value.number), own);
            }
            if values.iter().all(|value| value.number != 0) {
                let own = distinct(&format!("{prefix}_UNSPECIFIED"), taken);
                self.placeholders.insert(full.clone(), own);
            }
        }
    }

    pub(super) fn member(&self, full: &str, number: u32) -> &str {
        let key = (full.to_owned(), number);
        self.members.get(&key).map_or("", String::as_str)
    }

    pub(super) fn value(&self, full: &str, number: i32) -> &str {
        let key = (full.to_owned(), number);
        self.values.get(&key).map_or("", String::as_str)
    }

    pub(super) fn placeholder(&self, full: &str) -> Option<&str> {
        self.placeholders.get(full).map(String::as_str)
    }

    pub(super) fn oneof(&self, full: &str, own: &str) -> &str {
        let key = (full.to_owned(), own.to_owned());
        self.oneofs.get(&key).map_or("", String::as_str)
    }

    /// What is declared in a scope.
    pub(super) fn taken(&self, scope: &str) -> BTreeSet<String> {
        self.taken.get(scope).cloned().unwrap_or_default()
    }

    /// How a type is called in a scope: as short as it can be.
    pub(super) fn reference(&self, scope: &str, package: &str, name: &str) -> String {
        let within = format!("{package}.");
        let short = match package.is_empty() {
            true => name,
            false => name.strip_prefix(&within).unwrap_or(name),
        };
        let first = short.split('.').next().unwrap_or(short);
        // The first part is looked for from the innermost scope outwards.
        let meant = &name[..name.len() - short.len()].trim_end_matches('.');
        let mut here = scope;
        loop {
            if here == *meant {
                return short.to_owned();
            }
            if self
                .taken
                .get(here)
                .is_some_and(|taken| taken.contains(first))
            {
                return format!(".{name}");
            }
            if here.is_empty() {
                return short.to_owned();
            }
            here = outer(here);
        }
    }
}

/// A name without what protobuf does not tell apart in the names of fields.
fn fold(name: &str) -> String {
    name.replace('_', "").to_ascii_lowercase()
}

/// Whether another member outside of its oneof would not be told apart from this one.
fn is_folded(definition: &Definition, number: u32, name: &str) -> bool {
    let mut others = definition
        .members()
        .iter()
        .filter(|one| one.oneof.is_none());
    others.any(|one| one.number != number && fold(&legal(&one.name)) == fold(name))
}

/// The scope around a full name.
fn outer(full: &str) -> &str {
    full.rsplit_once('.').map_or("", |(outer, _)| outer)
}

fn legal(text: &str) -> String {
    match is_identifier(text) {
        true => text.to_owned(),
        false => legal_text(text),
    }
}

/// The nearest name that protobuf can have.
fn legal_text(text: &str) -> String {
    let letter = |letter: char| match letter.is_ascii_alphanumeric() {
        true => letter,
        false => '_',
    };
    let text: String = text.chars().map(letter).collect();
    match text.starts_with(|first: char| first.is_ascii_digit()) || text.is_empty() {
        true => format!("_{text}"),
        false => text,
    }
}
