//! The modules of a project and what is declared in them.

use std::collections::{BTreeMap, BTreeSet};

use super::item::Item;
use super::unresolved::{Unresolved, Why};
use crate::render::Finding;
use crate::source::text::Texts;

/// A module, by its place in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ModuleId(usize);

/// An item, by its place in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ItemId(usize);

/// Everything that was read.
#[derive(Debug, Default)]
pub(super) struct Tree {
    modules: Vec<Module>,
    items: Vec<Item>,
    /// Mistakes, and what cannot be read.
    pub(super) findings: Vec<Finding>,
    pub(super) unresolved: Vec<Unresolved>,
    /// The texts of the files.
    pub(super) texts: Texts,
    /// The macros that may declare types.
    pub(super) macros: BTreeSet<String>,
}

/// A module: a crate's root, a file, or what stands between braces.
#[derive(Debug)]
pub(super) struct Module {
    /// The module around it; none of a root.
    pub(super) parent: Option<ModuleId>,
    /// What its names mean, in the namespace of types.
    names: BTreeMap<String, Name>,
    /// The paths of `use path::*`.
    pub(super) globs: Vec<Vec<String>>,
    /// What keeps the module's items from being told, such as a `cfg`.
    pub(super) doubt: Option<Why>,
}

/// What a name means.
#[derive(Clone, Debug)]
pub(super) enum Name {
    /// A module.
    Module(ModuleId),
    /// An item of the project.
    Item(ItemId),
    /// `type Name = Type;`
    Alias(Box<syn::Type>),
    /// `use path as Name;`
    Use(Vec<String>),
    /// A type that cannot be told, and why.
    Unknown(Why),
}

impl Tree {
    /// A root, or a module in another.
    pub(super) fn module(&mut self, parent: Option<ModuleId>, doubt: Option<Why>) -> ModuleId {
        let inherited = || self.get(parent?).doubt.clone();
        let doubt = doubt.or_else(inherited);
        self.modules.push(Module {
            parent,
            names: BTreeMap::new(),
            globs: Vec::new(),
            doubt,
        });
        ModuleId(self.modules.len() - 1)
    }

    pub(super) fn get(&self, module: ModuleId) -> &Module {
        &self.modules[module.0]
    }

    /// Adds `use path::*`.
    pub(super) fn glob(&mut self, module: ModuleId, path: Vec<String>) {
        self.modules[module.0].globs.push(path);
    }

    /// Adds `use path as name`; a declaration goes before it, since what is no type may have the name of one.
    pub(super) fn bring(&mut self, module: ModuleId, name: String, path: Vec<String>) {
        let names = &mut self.modules[module.0].names;
        let meaning = match names.get(&name) {
            None => Name::Use(path),
            Some(Name::Use(other)) if *other != path => {
                let why = format!("`{name}` comes from two places, of which `cfg` chooses one");
                Name::Unknown(Why::new(why))
            }
            Some(_) => return,
        };
        names.insert(name, meaning);
    }

    /// Declares a name. Of two of one name, which `cfg` must tell apart, nothing can be told.
    pub(super) fn declare(&mut self, module: ModuleId, name: String, meaning: Name) {
        let names = &mut self.modules[module.0].names;
        let twice = Why::new(format!("`{name}` is declared twice in its module"));
        let meaning = match names.get(&name) {
            None | Some(Name::Use(_)) => meaning,
            Some(_) => Name::Unknown(twice),
        };
        names.insert(name, meaning);
    }

    /// Adds an item to its module.
    pub(super) fn add(&mut self, item: Item) -> ItemId {
        let id = ItemId(self.items.len());
        let name = everwire_model::model::name::plain(&item.raw.ident);
        self.declare(item.module, name, Name::Item(id));
        self.items.push(item);
        id
    }

    pub(super) fn item(&self, id: ItemId) -> &Item {
        &self.items[id.0]
    }

    /// All items, in the order of the files.
    pub(super) fn items(&self) -> impl Iterator<Item = (ItemId, &Item)> {
        self.items
            .iter()
            .enumerate()
            .map(|(index, item)| (ItemId(index), item))
    }

    /// The root of the crate that a module belongs to.
    pub(super) fn root(&self, module: ModuleId) -> ModuleId {
        let mut root = module;
        while let Some(parent) = self.get(root).parent {
            root = parent;
        }
        root
    }
}

impl Module {
    /// What a name means that is declared here.
    pub(super) fn name(&self, name: &str) -> Option<&Name> {
        self.names.get(name)
    }
}
