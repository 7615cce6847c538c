//! `.proto` files: lowered and checked as the compiler does, laid out as the modules that it would write.

use std::rc::Rc;

use everwire_model::check;
use everwire_model::model::{Kind, raw};

use super::item::{Item, Places};
use super::names::{Name, Reach};
use super::sources::Found;
use super::tree::{ModuleId, Tree};
use crate::lower::{self, Module};
use crate::options::Options;
use crate::render::{Failure, Finding, Severity};
use crate::source::{self, Source};

/// Reads the `.proto` files, and the descriptor sets among the options.
pub(super) fn read(options: &Options, found: &Found, tree: &mut Tree) -> Result<(), Failure> {
    let options = Options {
        schemas: found.schemas.clone(),
        registry: false,
        // What is not compiled is neither compared nor written elsewhere; it is told.
        skip_cel: true,
        ..options.clone()
    };
    if options.schemas.is_empty() && options.descriptors.is_empty() {
        return Ok(());
    }
    let source = match source::load(&options) {
        Ok(source) => source,
        Err(Failure::Findings(report)) => {
            tree.findings.extend(report.findings);
            tree.texts.add_shown(report.texts);
            return Ok(());
        }
        Err(failure) => return Err(failure),
    };
    plant(&source, &options, tree)
}

/// Puts what was loaded into the tree.
pub(super) fn plant(source: &Source, options: &Options, tree: &mut Tree) -> Result<(), Failure> {
    let lowered = lower::lower(source, options)?;
    tree.texts = source.texts.clone();
    tree.pool = source.pool.clone();
    let found = lowered.diagnostics.iter();
    let found = found.map(|one| lowered.places.finding(one, &tree.texts));
    tree.findings.extend(found.collect::<Vec<_>>());
    let skipped = lowered.warnings.iter().map(|one| Finding {
        severity: Severity::Warning,
        ..lowered.places.finding(one, &tree.texts)
    });
    tree.skipped.extend(skipped.collect::<Vec<_>>());
    let places = Places::Schema(Rc::new(lowered.places));
    let root = tree.module(None, None);
    module(lowered.root, root, &places, tree);
    tree.schema = Some(root);
    Ok(())
}

fn module(lowered: Module, here: ModuleId, places: &Places, tree: &mut Tree) {
    for name in lowered.imports {
        let path = ["everwire", "private", name].map(str::to_owned).to_vec();
        tree.declare(here, name.to_owned(), Name::Use(path), Reach::Within(here));
    }
    for declaration in lowered.declarations {
        item(declaration.item, here, places, tree);
        if let Some(inner) = declaration.inner {
            nested(inner, here, places, tree);
        }
    }
    for extension in lowered.extensions {
        let item = extended(extension.item, here, places, tree);
        tree.add_unnamed(item);
    }
    for inner in lowered.modules {
        nested(inner, here, places, tree);
    }
}

fn nested(lowered: Module, here: ModuleId, places: &Places, tree: &mut Tree) {
    let inner = tree.module(Some(here), None);
    let meaning = Name::Module(inner);
    tree.declare(here, lowered.name.clone(), meaning, Reach::Everywhere);
    module(lowered, inner, places, tree);
}

/// An extension: a message of its name, with the one field that it adds to others.
fn extended(raw: raw::Item, here: ModuleId, places: &Places, tree: &mut Tree) -> Item {
    let mut item = checked(raw, here, places, tree);
    if let Some(checked) = &mut item.checked
        && let Kind::Struct(message) = &mut checked.kind
    {
        for field in &mut message.fields {
            field.name = format!("[{}]", checked.full_name);
            field.json_name.clone_from(&field.name);
        }
    }
    item
}

fn item(raw: raw::Item, here: ModuleId, places: &Places, tree: &mut Tree) {
    let item = checked(raw, here, places, tree);
    tree.add(item);
}

fn checked(raw: raw::Item, here: ModuleId, places: &Places, tree: &mut Tree) -> Item {
    let checked = match check::check(&raw) {
        Ok(item) => Some(item),
        Err(found) => {
            let found = found.iter().map(|one| places.finding(one, &tree.texts));
            tree.findings.extend(found.collect::<Vec<_>>());
            None
        }
    };
    Item {
        module: here,
        raw,
        checked,
        places: places.clone(),
        doubt: None,
    }
}
