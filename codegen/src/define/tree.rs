//! The modules of a project and what is declared in them.

use std::collections::BTreeMap;

use prost_reflect::DescriptorPool;

use super::item::Item;
use super::names::{Binding, Crate, Glob, Hidden, Name, Reach, Space};
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
    /// The root of what `.proto` files declare.
    pub(super) schema: Option<ModuleId>,
    /// Mistakes, and what cannot be read.
    pub(super) findings: Vec<Finding>,
    pub(super) unresolved: Vec<Unresolved>,
    /// What is skipped, though nothing fails.
    pub(super) skipped: Vec<Finding>,
    /// The texts of the files.
    pub(super) texts: Texts,
    /// What `.proto` files were read into; it is freed with all else.
    pub(super) pool: DescriptorPool,
}

/// A module: a crate's root, a file, or what stands between braces.
#[derive(Debug)]
pub(super) struct Module {
    /// The module around it; none of a root.
    pub(super) parent: Option<ModuleId>,
    names: BTreeMap<String, Vec<Binding>>,
    pub(super) globs: Vec<Glob>,
    pub(super) hidden: Vec<Hidden>,
    /// What keeps the module's items from being told, such as a `cfg`.
    pub(super) doubt: Option<Why>,
    /// Of a root, what names of other crates mean.
    pub(super) crates: BTreeMap<String, Crate>,
}

/// A type that is declared, of which is not yet known whether it is an item of the project.
#[derive(Clone, Debug)]
pub(super) struct Declaration {
    pub(super) module: ModuleId,
    name: String,
    index: usize,
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
            hidden: Vec::new(),
            doubt,
            crates: BTreeMap::new(),
        });
        ModuleId(self.modules.len() - 1)
    }

    pub(super) fn get(&self, module: ModuleId) -> &Module {
        &self.modules[module.0]
    }

    pub(super) fn get_mut(&mut self, module: ModuleId) -> &mut Module {
        &mut self.modules[module.0]
    }

    /// Adds a name to a module.
    pub(super) fn bind(&mut self, module: ModuleId, name: String, binding: Binding) -> Declaration {
        let bindings = self.get_mut(module).names.entry(name.clone()).or_default();
        bindings.push(binding);
        let index = bindings.len() - 1;
        Declaration {
            module,
            name,
            index,
        }
    }

    /// Declares a name that is there in every build.
    pub(super) fn declare(&mut self, module: ModuleId, name: String, meaning: Name, reach: Reach) {
        let binding = Binding {
            meaning,
            reach,
            doubt: None,
        };
        self.bind(module, name, binding);
    }

    /// Adds an item to its module.
    pub(super) fn add(&mut self, item: Item) {
        let name = item.name();
        let module = item.module;
        let id = self.push(item);
        self.declare(module, name, Name::Item(id), Reach::Everywhere);
    }

    /// Adds an item that nothing names.
    pub(super) fn add_unnamed(&mut self, item: Item) {
        self.push(item);
    }

    /// Adds an item that is declared already.
    pub(super) fn settle(&mut self, at: &Declaration, item: Item) {
        let id = self.push(item);
        let bindings = self.get_mut(at.module).names.get_mut(&at.name);
        if let Some(binding) = bindings.and_then(|bindings| bindings.get_mut(at.index)) {
            binding.meaning = Name::Item(id);
        }
    }

    fn push(&mut self, item: Item) -> ItemId {
        self.items.push(item);
        ItemId(self.items.len() - 1)
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

    /// A module and those around it, outwards.
    pub(super) fn around(&self, module: ModuleId) -> impl Iterator<Item = ModuleId> {
        std::iter::successors(Some(module), |one| self.get(*one).parent)
    }

    /// The root of the crate that a module belongs to.
    pub(super) fn root(&self, module: ModuleId) -> ModuleId {
        self.around(module).last().unwrap_or(module)
    }

    /// Whether what has this reach is seen in a module.
    pub(super) fn sees(&self, module: ModuleId, reach: Reach) -> bool {
        match reach {
            Reach::Everywhere => true,
            Reach::Within(outer) => self.around(module).any(|one| one == outer),
        }
    }
}

impl Module {
    /// What a name may mean that is declared here or brought by name.
    pub(super) fn bindings(&self, name: &str, space: Space) -> impl Iterator<Item = &Binding> {
        let bindings = self.names.get(name).into_iter().flatten();
        bindings.filter(move |binding| binding.meaning.is_in(space))
    }

    /// The names that are declared here, and what they mean.
    pub(super) fn names(&self) -> impl Iterator<Item = (&str, &Binding)> {
        let names = self.names.iter();
        names.flat_map(|(name, all)| all.iter().map(move |one| (name.as_str(), one)))
    }
}
