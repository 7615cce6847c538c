//! `use` declarations, and who sees what is declared.

use everwire_model::model::name;
use syn::{UseTree, Visibility};

use crate::define::names::{Binding, Crate, Glob, Name, Reach};
use crate::define::tree::{ModuleId, Tree};
use crate::define::unresolved::Why;

/// A `use`, and what it has for all that it brings.
struct Use<'t> {
    module: ModuleId,
    reach: Reach,
    doubt: Option<Why>,
    tree: &'t mut Tree,
}

/// Adds what a `use` brings; a path that begins with `::` begins with an empty part here.
pub(super) fn add(item: &syn::ItemUse, module: ModuleId, doubt: Option<Why>, tree: &mut Tree) {
    let start = match item.leading_colon {
        Some(_) => vec![String::new()],
        None => Vec::new(),
    };
    let mut brought = Use {
        module,
        reach: reach(&item.vis, module, tree),
        doubt,
        tree,
    };
    brought.tree(&item.tree, &start);
}

impl Use<'_> {
    fn tree(&mut self, part: &UseTree, before: &[String]) {
        let joined = |ident: &syn::Ident| [before, &[name::plain(ident)]].concat();
        let leaf = |ident: &syn::Ident| match ident == "self" {
            true => before.to_vec(),
            false => joined(ident),
        };
        match part {
            UseTree::Path(path) => self.tree(&path.tree, &joined(&path.ident)),
            UseTree::Name(own) => {
                let path = leaf(&own.ident);
                self.bring(path.last().cloned(), path);
            }
            UseTree::Rename(own) => {
                self.bring(Some(name::plain(&own.rename)), leaf(&own.ident));
            }
            UseTree::Glob(_) => {
                let glob = Glob {
                    path: before.to_vec(),
                    reach: self.reach,
                    doubt: self.doubt.clone(),
                };
                self.tree.get_mut(self.module).globs.push(glob);
            }
            UseTree::Group(group) => {
                for part in &group.items {
                    self.tree(part, before);
                }
            }
        }
    }

    fn bring(&mut self, own: Option<String>, path: Vec<String>) {
        let Some(own) = own.filter(|own| own != "_") else {
            return;
        };
        let binding = Binding {
            meaning: Name::Use(path),
            reach: self.reach,
            doubt: self.doubt.clone(),
        };
        self.tree.bind(self.module, own, binding);
    }
}

/// Adds what `extern crate` brings, which in a root is a name of the whole crate.
pub(super) fn add_crate(
    item: &syn::ItemExternCrate,
    module: ModuleId,
    doubt: Option<Why>,
    tree: &mut Tree,
) {
    let own = item.rename.as_ref().map_or(&item.ident, |(_, own)| own);
    let own = name::plain(own);
    let (path, meaning) = match item.ident == "self" {
        true => (vec!["crate".to_owned()], Crate::Root(tree.root(module))),
        false => {
            let name = name::plain(&item.ident);
            (vec![String::new(), name.clone()], Crate::Named(name))
        }
    };
    if tree.get(module).parent.is_none() && doubt.is_none() {
        tree.get_mut(module).crates.insert(own.clone(), meaning);
    }
    let binding = Binding {
        meaning: Name::Use(path),
        reach: reach(&item.vis, module, tree),
        doubt,
    };
    tree.bind(module, own, binding);
}

/// Who sees what has this visibility in a module.
pub(super) fn reach(visibility: &Visibility, module: ModuleId, tree: &Tree) -> Reach {
    let path = match visibility {
        Visibility::Public(_) => return Reach::Everywhere,
        Visibility::Inherited => return Reach::Within(module),
        Visibility::Restricted(restricted) => &restricted.path,
    };
    // The path leads to a module around it, so that its length tells which.
    let around: Vec<ModuleId> = tree.around(module).collect();
    let of_first = |name: &str| path.segments.first().is_some_and(|one| one.ident == name);
    let outwards = match path.segments.len() {
        _ if of_first("self") => 0,
        length if of_first("super") => length,
        length if of_first("crate") => around.len().saturating_sub(length),
        length => around.len().saturating_sub(length + 1),
    };
    Reach::Within(around.get(outwards).copied().unwrap_or(module))
}
