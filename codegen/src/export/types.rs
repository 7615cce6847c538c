//! The types that are asked for, and all that they refer to.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use everwire::Schema;
use everwire::dynamic::{Definition, Shape, What};

use super::Notes;
use crate::define;
use crate::options::Options;
use crate::render::{Failure, Report};

/// A type, and what its source says beyond its schema.
#[derive(Clone, Debug)]
pub(crate) struct Described {
    pub(crate) definition: Definition,
    pub(crate) notes: Notes,
}

/// Types by full name, those that are asked for and what they refer to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Types {
    pub(crate) all: BTreeMap<String, Described>,
    /// Those that were named; all, where none was.
    pub(crate) roots: Vec<String>,
    /// Whether roots were named.
    pub(crate) is_asked: bool,
    /// All full names that are known, asked for or not.
    pub(crate) known: BTreeSet<String>,
    /// What sources do not tell.
    pub(crate) left_out: Vec<String>,
}

/// The package of the types that protobuf has itself.
pub(crate) const WELL_KNOWN: &str = "google.protobuf.";

impl Types {
    pub(super) fn collect(
        options: &Options,
        sources: &[PathBuf],
        compiled: &[&'static Schema],
        names: &[String],
    ) -> Result<Self, Failure> {
        let mut known: BTreeMap<String, Vec<Described>> = BTreeMap::new();
        let mut own = BTreeSet::new();
        let mut report = Report::default();
        let mut skipped = Vec::new();
        if !sources.is_empty() || !options.descriptors.is_empty() {
            let project = define::project(options, sources)?;
            skipped.extend(project.skipped.iter().map(|one| one.message.clone()));
            report = Report {
                findings: project.all_findings(),
                texts: project.texts,
            };
            for one in project.types {
                let described = Described {
                    definition: one.definition,
                    notes: one.notes,
                };
                let name = described.definition.full_name();
                own.insert(name.clone());
                let same = known.entry(name).or_default();
                // A file may be a module of several crates.
                if same
                    .iter()
                    .all(|other| other.definition != described.definition)
                {
                    same.push(described);
                }
            }
        }
        for schema in compiled {
            for definition in Definition::all(schema) {
                own.insert(definition.full_name());
                known.entry(definition.full_name()).or_insert_with(|| {
                    vec![Described {
                        definition,
                        notes: Notes::default(),
                    }]
                });
            }
        }
        let (untold, mistakes): (Vec<_>, Vec<_>) = std::mem::take(&mut report.findings)
            .into_iter()
            .partition(|one| one.rule == "unresolved");
        if !mistakes.is_empty() && names.is_empty() {
            report.findings = mistakes;
            return Err(Failure::Findings(report));
        }
        let untold = [mistakes, untold].concat();
        let is_extension = |one: &Described| {
            let mut members = one.definition.members().iter();
            members.any(|member| member.name.starts_with('['))
        };
        // The enum that a schema's oneof becomes is told by the message.
        let mut oneofs = BTreeSet::new();
        for one in known.values().flatten() {
            let full = one.definition.full_name();
            for oneof in one
                .definition
                .members()
                .iter()
                .filter_map(|one| one.oneof.as_ref())
            {
                oneofs.insert(format!("{full}.{oneof}"));
            }
        }
        let asked: Vec<String> = match names.is_empty() {
            true => known
                .iter()
                .filter(|(name, all)| {
                    own.contains(*name)
                        && !oneofs.contains(*name)
                        && !all.iter().any(|one| is_tuple(&one.definition))
                        && !name.starts_with(WELL_KNOWN)
                        && !all.iter().any(is_extension)
                })
                .map(|(name, _)| name.clone())
                .collect(),
            false => names.to_vec(),
        };
        let mut types = Types {
            // What compiled types tell is no matter, nor what was not asked for.
            left_out: match names.is_empty() && compiled.is_empty() {
                true => {
                    let untold = untold.iter().map(|one| one.message.clone());
                    untold.chain(skipped).collect()
                }
                false => Vec::new(),
            },
            known: known.keys().cloned().collect(),
            roots: asked.clone(),
            is_asked: !names.is_empty(),
            ..Types::default()
        };
        if names.is_empty() {
            let extensions = known.values().flatten().filter(|one| is_extension(one));
            types.left_out.extend(extensions.map(|one| {
                format!(
                    "the extension `{}`, whose message no schema tells",
                    one.definition.full_name()
                )
            }));
        }
        let mut open = asked;
        while let Some(name) = open.pop() {
            if types.all.contains_key(&name) || Self::is_well_known(&name) && !names.contains(&name)
            {
                continue;
            }
            let described = match known.get(&name).map(Vec::as_slice) {
                Some([one]) => one.clone(),
                Some(_) => {
                    return Err(Failure::run(
                        format!("`{name}` is the name of more than one type"),
                        "give each a name of its own, or name fewer sources",
                    ));
                }
                None if !untold.is_empty() => {
                    report.findings = untold;
                    return Err(Failure::Findings(report));
                }
                None => return Err(missing(&name, &types.known)),
            };
            // The message itself tells what its oneofs are.
            let mut without_oneofs = described.definition.clone();
            without_oneofs.oneofs.clear();
            without_oneofs.each_name(&mut |held| open.push(held.to_owned()));
            // What is declared in a message stays in it.
            let outer = name.rsplit_once('.').map(|(outer, _)| outer);
            open.extend(
                outer
                    .filter(|outer| known.contains_key(*outer))
                    .map(str::to_owned),
            );
            types.all.insert(name, described);
        }
        Ok(types)
    }

    /// Whether protobuf has the type itself.
    pub(crate) fn is_well_known(name: &str) -> bool {
        name.strip_prefix(WELL_KNOWN)
            .is_some_and(|own| file_of(own).is_some())
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Definition> {
        self.all.get(name).map(|one| &one.definition)
    }

    /// Whether a shape is an enum without data.
    pub(crate) fn is_enum(&self, shape: &Shape) -> bool {
        match shape {
            Shape::Named(name) if name == "google.protobuf.NullValue" => true,
            Shape::Named(name) => self
                .get(name)
                .is_some_and(|one| matches!(one.what, What::Enum { .. })),
            _ => false,
        }
    }
}

/// The file of a type that protobuf has itself, by its own name.
pub(crate) fn file_of(own: &str) -> Option<&'static str> {
    Some(match own {
        "Any" => "google/protobuf/any.proto",
        "Duration" => "google/protobuf/duration.proto",
        "Empty" => "google/protobuf/empty.proto",
        "FieldMask" => "google/protobuf/field_mask.proto",
        "Struct" | "Value" | "ListValue" | "NullValue" | "Struct.FieldsEntry" | "Value.kind" => {
            "google/protobuf/struct.proto"
        }
        "Timestamp" => "google/protobuf/timestamp.proto",
        "BoolValue" | "BytesValue" | "DoubleValue" | "FloatValue" | "Int32Value" | "Int64Value"
        | "StringValue" | "UInt32Value" | "UInt64Value" => "google/protobuf/wrappers.proto",
        _ => return None,
    })
}

/// Whether a type is a tuple, which is there for what holds it.
fn is_tuple(definition: &Definition) -> bool {
    definition.is_tuple && definition.name == "tuple"
}

fn missing(name: &str, known: &BTreeSet<String>) -> Failure {
    let names: Vec<&str> = known.iter().map(String::as_str).collect();
    let own = name.rsplit('.').next().unwrap_or(name);
    let near = names
        .iter()
        .find(|known| known.rsplit('.').next() == Some(own));
    let close = similar::get_close_matches(name, &names, 1, 0.7);
    let help = match near.or(close.first()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "give the full name, such as `shop.v1.Order`, of a type in the sources".to_owned(),
    };
    Failure::run(format!("there is no type `{name}`"), help)
}
