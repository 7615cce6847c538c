//! What a source says of a type is what its compiled schema says: all types of the test crates, and of the schemas that they compile.
//!
//! What a source alone cannot tell is listed in `unresolved.txt`, word for word.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use everwire::dynamic::Definition;
use everwire::{Registry, Schema};
use everwire_codegen::{Finding, Options};

mod exported;

/// The types of the test crates, as `collect` lays them out.
#[allow(warnings, clippy::all, reason = "the tests, without what uses them")]
mod declared {
    include!(concat!(env!("OUT_DIR"), "/declared.rs"));
}

// Where the code that is generated for that test finds its functions.
use declared::parity::changed;

fn tests() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What sources say: the texts of definitions by full name, and findings.
struct Said {
    types: BTreeMap<String, Vec<String>>,
    findings: Vec<Finding>,
}

fn said(options: &Options, sources: &[PathBuf]) -> Said {
    let (definitions, findings) = everwire_codegen::definitions(options, sources).unwrap();
    let mut types: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for definition in definitions {
        let same = types.entry(definition.full_name()).or_default();
        same.push(format!("{definition:#?}"));
    }
    Said { types, findings }
}

impl Said {
    /// Checks that the sources say what a schema does; the answer is whether they say anything of it.
    fn says(&self, of: &str, schema: &'static Schema) -> bool {
        let Some(compiled) = Definition::of(schema) else {
            return true;
        };
        let text = format!("{compiled:#?}");
        match self.types.get(&compiled.full_name()) {
            None => false,
            Some(texts) if texts.contains(&text) => true,
            Some(texts) if texts.len() == 1 => {
                assert_eq!(texts[0], text, "{of}");
                true
            }
            // Other types of its name are known; this one is not.
            Some(_) => false,
        }
    }
}

#[test]
fn rust_sources_say_what_their_types_are() {
    let compiled = declared::declared_schemas();
    assert!(compiled.len() > 200, "{}", compiled.len());
    let mut listed = String::new();
    let mut told = 0;
    let crates: BTreeSet<&str> = compiled
        .iter()
        .filter_map(|(path, _)| path.split("::").nth(2))
        .collect();
    for own in crates {
        let said = said(&Options::default(), &[tests().join(own)]);
        let messages: Vec<&str> = said.findings.iter().map(|one| &*one.message).collect();
        let unresolved = said.findings.iter().filter(|one| one.rule == "unresolved");
        let unresolved: Vec<&str> = unresolved.map(|one| &*one.message).collect();
        for message in &messages {
            listed.push_str(&format!("{own}: {message}\n"));
        }
        let of_crate = compiled
            .iter()
            .filter(|(path, _)| path.split("::").nth(2) == Some(own));
        for (path, schema) in of_crate {
            if said.says(path, schema) {
                told += 1;
                continue;
            }
            // A newtype is the type that it holds.
            let names = [path.rsplit("::").next().unwrap(), schema.name()];
            let is_named = |message: &&&str| {
                let mut names = names.iter();
                names.any(|name| message.contains(&format!("`{name}`")))
            };
            assert!(
                unresolved.iter().any(|message| is_named(&message)),
                "{path} is left out, and nothing says so"
            );
        }
    }
    assert!(
        told * 10 > compiled.len() * 9,
        "{told} of {}",
        compiled.len()
    );
    let file = tests().join("define/unresolved.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, listed).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&file).unwrap();
    assert_eq!(listed, expected, "UPDATE=1 writes it anew");
}

#[test]
fn schemas_say_what_their_types_are() {
    let mut registry = Registry::new();
    declared::parity::compiled::register(&mut registry).unwrap();
    let schemas = tests().join("../schemas");
    let options = Options {
        includes: vec![schemas.clone()],
        unverified: vec![everwire_codegen::pattern::Pattern::new("test.loose.**")],
        ..Options::default()
    };
    let files = [
        "shop/v1/order",
        "test/legacy",
        "test/scalars",
        "test/edition",
        "test/edges",
        "test/loose",
        "test/unusual",
        "test/extended",
        "test/ruled",
    ];
    let files = files.map(|file| schemas.join(format!("{file}.proto")));
    let said = said(&options, &files);
    assert_eq!(said.findings, []);
    let mut seen = BTreeSet::new();
    for name in registry.names() {
        let schema = registry.get(name).unwrap().schema();
        assert!(said.says(name, schema), "{name}");
        for definition in Definition::all(schema) {
            let name = definition.full_name();
            let texts = said.types.get(&name).cloned().unwrap_or_default();
            assert_eq!(texts, [format!("{definition:#?}")], "{name}");
            seen.insert(name);
        }
    }
    assert!(seen.len() > 30, "{}", seen.len());
}
