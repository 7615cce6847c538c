//! Modules that are generated from `.proto` files: their names are those of the declarations there, which are read instead.

use std::path::Path;

use super::Reader;
use crate::define::names::{Binding, Name, Reach, Space};
use crate::define::tree::{ModuleId, Tree};
use crate::define::unresolved::Why;
use crate::emit::GENERATED;

/// Whether a text is generated code.
pub(super) fn is(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').starts_with(GENERATED)
}

impl Reader<'_> {
    /// Lets a module have what the `.proto` files declare, as `include_schema!()` does.
    pub(super) fn schema(&mut self, module: ModuleId) {
        match self.tree.schema {
            Some(schema) => graft(schema, module, self.tree),
            None => self.absent(module),
        }
    }

    /// Lets a module have what those `.proto` files declare that its generated file was made of.
    pub(super) fn generated(&mut self, path: &Path, items: &[syn::Item], module: ModuleId) {
        let names: Vec<String> = items.iter().filter_map(declared).collect();
        let is_of = |tree: &Tree, part: ModuleId| {
            let part = tree.get(part);
            let mut names = names.iter();
            names.all(|name| part.bindings(name, Space::Types).next().is_some())
        };
        let parts = parts(path, self.tree);
        match parts.into_iter().find(|part| is_of(self.tree, *part)) {
            Some(part) => graft(part, module, self.tree),
            None => self.absent(module),
        }
    }

    fn absent(&mut self, module: ModuleId) {
        let why = "it is made of `.proto` files that are not among the sources";
        self.hide(module, Why::new(why));
    }
}

/// The parts of the schema that a file may be, those first that more of its path leads to.
fn parts(path: &Path, tree: &Tree) -> Vec<ModuleId> {
    let Some(schema) = tree.schema else {
        return Vec::new();
    };
    let path = match path.ends_with("mod.rs") {
        true => path.parent().unwrap_or(path).to_owned(),
        false => path.with_extension(""),
    };
    let path: Vec<String> = path
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    let mut parts: Vec<ModuleId> = (0..path.len())
        .filter_map(|start| {
            let mut names = path[start..].iter();
            names.try_fold(schema, |module, name| {
                let mut bindings = tree.get(module).bindings(name, Space::Types);
                bindings.find_map(|binding| match binding.meaning {
                    Name::Module(inner) => Some(inner),
                    _ => None,
                })
            })
        })
        .collect();
    parts.push(schema);
    parts
}

/// The name of a type or a module that others see.
fn declared(item: &syn::Item) -> Option<String> {
    let (ident, visibility) = match item {
        syn::Item::Enum(item) => (&item.ident, &item.vis),
        syn::Item::Mod(item) => (&item.ident, &item.vis),
        syn::Item::Struct(item) => (&item.ident, &item.vis),
        _ => return None,
    };
    let name = everwire_model::model::name::plain(ident);
    matches!(visibility, syn::Visibility::Public(_)).then_some(name)
}

fn graft(part: ModuleId, module: ModuleId, tree: &mut Tree) {
    let names = tree.get(part).names();
    let names = names.filter(|(_, binding)| !matches!(binding.meaning, Name::Use(_)));
    let names: Vec<(String, Binding)> = names
        .map(|(name, binding)| (name.to_owned(), binding.clone()))
        .collect();
    for (name, binding) in names {
        tree.declare(module, name, binding.meaning, Reach::Everywhere);
    }
}
