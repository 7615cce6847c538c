//! `use` declarations.

use everwire_model::model::name;
use syn::UseTree;

use crate::define::tree::{ModuleId, Tree};

/// Adds what a `use` brings; a path that begins with `::` begins with an empty part here.
pub(super) fn add(item: &syn::ItemUse, module: ModuleId, tree: &mut Tree) {
    let start = match item.leading_colon {
        Some(_) => vec![String::new()],
        None => Vec::new(),
    };
    of_tree(&item.tree, &start, module, tree);
}

fn of_tree(part: &UseTree, before: &[String], module: ModuleId, tree: &mut Tree) {
    let joined = |ident: &syn::Ident| [before, &[name::plain(ident)]].concat();
    match part {
        UseTree::Path(path) => of_tree(&path.tree, &joined(&path.ident), module, tree),
        UseTree::Name(own) => {
            let path = match own.ident == "self" {
                true => before.to_vec(),
                false => joined(&own.ident),
            };
            bring(path.last().cloned(), path, module, tree);
        }
        UseTree::Rename(own) => {
            let path = match own.ident == "self" {
                true => before.to_vec(),
                false => joined(&own.ident),
            };
            bring(Some(name::plain(&own.rename)), path, module, tree);
        }
        UseTree::Glob(_) => tree.glob(module, before.to_vec()),
        UseTree::Group(group) => {
            for part in &group.items {
                of_tree(part, before, module, tree);
            }
        }
    }
}

fn bring(own: Option<String>, path: Vec<String>, module: ModuleId, tree: &mut Tree) {
    if let Some(own) = own.filter(|own| own != "_") {
        tree.bring(module, own, path);
    }
}
