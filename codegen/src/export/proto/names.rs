//! The names of types in protobuf.
//!
//! A full name is kept as it is. An instance of a generic type and a tuple have none in protobuf: `Page<Order>` is called `PageOfOrder`, a
//! tuple is declared in the package of what refers to it first.

use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::{Definition, Shape, What};
use everwire::schema::Constant;

use super::super::types::{Types, WELL_KNOWN};
use crate::render::Failure;

/// The name of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) package: String,
    /// The full name.
    pub(super) full: String,
    /// The last part of it.
    pub(super) own: String,
    /// The type that it is declared in, by its full name as the definitions have it.
    pub(super) parent: Option<String>,
}

/// Names, by the full names that the definitions have.
#[derive(Debug, Default)]
pub(super) struct Names {
    names: BTreeMap<String, Name>,
    children: BTreeMap<String, Vec<String>>,
}

impl Names {
    pub(super) fn new(types: &Types) -> Result<Self, Failure> {
        let mut names = Names::default();
        let mut taken: BTreeSet<String> = types
            .all
            .values()
            .filter(|one| is_plain(&one.definition))
            .map(|one| one.definition.name.clone())
            .collect();
        for (full, one) in &types.all {
            let definition = &one.definition;
            let wanted = match is_plain(definition) {
                true => match payload(types, &definition.name) {
                    Some(own) => distinct(&own, &mut taken),
                    None => definition.name.clone(),
                },
                false => distinct(&instance(types, definition), &mut taken),
            };
            if let Some(part) = wanted.split('.').find(|part| !is_identifier(part)) {
                return Err(Failure::run(
                    format!("`{part}` of `{full}` is no name in protobuf"),
                    "give the type another with `#[codec(name = \"…\")]`, of ASCII letters, digits and underscores",
                ));
            }
            names.add(types, full, &wanted);
        }
        let nested: Vec<(String, String)> = names
            .names
            .iter()
            .filter_map(|(full, name)| Some((name.parent.clone()?, full.clone())))
            .collect();
        for (parent, child) in nested {
            names.children.entry(parent).or_default().push(child);
        }
        let called: BTreeMap<String, String> = names
            .names
            .iter()
            .map(|(full, name)| (full.clone(), name.full.clone()))
            .collect();
        for children in names.children.values_mut() {
            children.sort_by_key(|child| called.get(child));
        }
        Ok(names)
    }

    fn add(&mut self, types: &Types, full: &str, wanted: &str) {
        let (outer, own) = wanted.rsplit_once('.').unwrap_or(("", wanted));
        let parent = types
            .get(outer)
            .filter(|one| is_plain(one) && !matches!(one.what, What::Enum { .. }));
        let mut package = outer;
        // Of what is declared in messages, the package is what stands before the outermost of them.
        while types
            .get(package)
            .is_some_and(|one| is_plain(one) && !matches!(one.what, What::Enum { .. }))
        {
            package = package.rsplit_once('.').map_or("", |(outer, _)| outer);
        }
        let own = match parent.map(|one| &one.what) {
            // A variant and the message that it holds are called the same.
            Some(What::Union(members)) if members.iter().any(|one| one.name == own) => {
                format!("{own}Payload")
            }
            _ => own.to_owned(),
        };
        let full_name = match outer.is_empty() {
            true => own.clone(),
            false => format!("{outer}.{own}"),
        };
        let name = Name {
            package: package.to_owned(),
            full: full_name,
            own,
            parent: parent.map(Definition::full_name),
        };
        self.names.insert(full.to_owned(), name);
    }

    pub(super) fn get(&self, full: &str) -> Option<&Name> {
        self.names.get(full)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&String, &Name)> {
        self.names.iter()
    }

    /// The types that are declared in one.
    pub(super) fn children(&self, full: &str) -> &[String] {
        self.children.get(full).map_or(&[], Vec::as_slice)
    }

    /// The type that is declared in none, in which one is declared.
    pub(super) fn outermost<'n>(&'n self, full: &'n str) -> &'n str {
        let mut outer = full;
        while let Some(parent) = self
            .names
            .get(outer)
            .and_then(|name| name.parent.as_deref())
        {
            outer = parent;
        }
        outer
    }

    /// The full name of a type in protobuf.
    pub(super) fn full<'n>(&'n self, full: &'n str) -> &'n str {
        self.names.get(full).map_or(full, |name| &name.full)
    }
}

/// What the fields of a variant are called where the enum itself is not told: of a oneof, the message has the variants.
fn payload(types: &Types, name: &str) -> Option<String> {
    let (outer, own) = name.rsplit_once('.')?;
    let (package, union) = outer.rsplit_once('.').unwrap_or(("", outer));
    let is_type = union.starts_with(|first: char| first.is_ascii_uppercase());
    let mut members = types.all.values().flat_map(|one| one.definition.members());
    let is_payload = members.any(|member| {
        member.oneof.is_some() && matches!(&member.ty, Shape::Named(held) if held == name)
    });
    (is_type && is_payload && types.get(outer).is_none()).then(|| match package.is_empty() {
        true => format!("{union}{own}"),
        false => format!("{package}.{union}{own}"),
    })
}

fn is_plain(definition: &Definition) -> bool {
    definition.arguments.is_empty() && definition.constants.is_empty()
}

/// The full names that a type had: those that it says, and those that it has with its arguments.
pub(super) fn former(definition: &Definition) -> Vec<String> {
    if is_plain(definition) {
        return definition.aliases.clone();
    }
    // A tuple stands in no envelope.
    let own = (!definition.is_tuple || definition.name != "tuple").then_some(&definition.name);
    let full = definition.full_name();
    let arguments = &full[definition.name.len()..];
    let bases = own.into_iter().chain(&definition.aliases);
    bases
        .map(|base| match base.contains('<') {
            true => base.clone(),
            false => format!("{base}{arguments}"),
        })
        .collect()
}

/// The name of an instance of a generic type.
fn instance(types: &Types, definition: &Definition) -> String {
    let shapes = definition.arguments.iter().map(|one| word(types, one));
    let constants = definition.constants.iter().map(|one| match one {
        Constant::Int(number) => format!("{number}").replace('-', "Minus"),
        Constant::Bool(value) => if *value { "True" } else { "False" }.to_owned(),
        Constant::Char(letter) => format!("Char{:x}", u32::from(*letter)),
        other => other.to_string(),
    });
    let words: Vec<String> = shapes.chain(constants).collect();
    let of = words.join("And");
    match definition.is_tuple && definition.name == "tuple" {
        true => {
            let full = definition.full_name();
            let user = types.all.values().find(|one| {
                let mut names = false;
                one.definition.each_name(&mut |name| names |= name == full);
                names && !one.definition.is_tuple
            });
            let package = user.map_or("", |one| {
                let outer = one
                    .definition
                    .name
                    .rsplit_once('.')
                    .map_or("", |(outer, _)| outer);
                package_of(types, outer)
            });
            match package.is_empty() {
                true => format!("TupleOf{of}"),
                false => format!("{package}.TupleOf{of}"),
            }
        }
        false => format!("{}Of{of}", definition.name),
    }
}

fn package_of<'n>(types: &Types, outer: &'n str) -> &'n str {
    let mut package = outer;
    while types.get(package).is_some() {
        package = package.rsplit_once('.').map_or("", |(outer, _)| outer);
    }
    package
}

/// A shape as a part of a name.
fn word(types: &Types, shape: &Shape) -> String {
    match shape {
        Shape::Named(name) => match types.get(name) {
            Some(one) if !is_plain(one) => {
                let own = instance(types, one);
                own.rsplit('.').next().unwrap_or(&own).to_owned()
            }
            _ => {
                let own = name.strip_prefix(WELL_KNOWN).unwrap_or(name);
                let own = own.rsplit('.').next().unwrap_or(own);
                let keep = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '_';
                capital(&own.chars().filter(keep).collect::<String>())
            }
        },
        Shape::List(element) => format!("ListOf{}", word(types, element)),
        Shape::Fixed(inner, len) => match &**inner {
            Shape::List(element) => format!("ArrayOf{len}{}", word(types, element)),
            inner => format!("{len}{}", word(types, inner)),
        },
        Shape::Map(key, value) => format!("MapOf{}To{}", word(types, key), word(types, value)),
        Shape::Option(inner) => format!("Optional{}", word(types, inner)),
        plain => capital(&plain.to_string()),
    }
}

/// The text with a capital as its first letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        let mut text = String::from(first.to_ascii_uppercase());
        text.push_str(letters.as_str());
        text
    })
}

/// The name, with a number behind it where it is taken.
pub(super) fn distinct(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    if taken.insert(wanted.to_owned()) {
        return wanted.to_owned();
    }
    let numbered = (2_u32..).map(|number| format!("{wanted}{number}"));
    let free = numbered.into_iter().find(|one| !taken.contains(one));
    let free = free.unwrap_or_default();
    taken.insert(free.clone());
    free
}

/// Whether protobuf can have it as a name.
pub(super) fn is_identifier(text: &str) -> bool {
    let mut letters = text.chars();
    letters
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}
