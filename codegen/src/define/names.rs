//! The names of a module: what each means, who sees it, and in which builds.

use std::collections::BTreeSet;

use super::tree::{ItemId, ModuleId};
use super::unresolved::Why;

/// What a name stands for; one name may stand for something in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// Types and modules.
    Types,
    /// Constants.
    Values,
    /// Derives and other macros.
    Macros,
}

/// A name that is declared in a module, or brought into it.
#[derive(Clone, Debug)]
pub(super) struct Binding {
    pub(super) meaning: Name,
    pub(super) reach: Reach,
    /// What keeps it from being there in every build.
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
    Alias(Box<syn::ItemType>),
    /// `const NAME: Type = value;`
    Const(Box<syn::Expr>),
    /// A type that cannot be told, and why.
    Plain(Why),
    /// `use path as Name;`
    Use(Vec<String>),
}

impl Name {
    /// Whether it may stand for something there; a `use` may everywhere.
    pub(super) fn is_in(&self, space: Space) -> bool {
        match self {
            Name::Use(_) => true,
            Name::Const(_) => space == Space::Values,
            _ => space == Space::Types,
        }
    }
}

/// `use path::*`.
#[derive(Clone, Debug)]
pub(super) struct Glob {
    pub(super) path: Vec<String>,
    pub(super) reach: Reach,
    pub(super) doubt: Option<Why>,
}

/// Where a name is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    Everywhere,
    /// In that module and those inside it.
    Within(ModuleId),
}

/// What declares names that are not read.
#[derive(Clone, Debug)]
pub(super) struct Hidden {
    pub(super) why: Why,
    /// The names that it may declare; none where it may declare any.
    pub(super) names: Option<BTreeSet<String>>,
}

impl Hidden {
    pub(super) fn may_declare(&self, name: &str) -> bool {
        self.names.as_ref().is_none_or(|names| names.contains(name))
    }
}

/// What the name of a crate means in another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Crate {
    /// A crate of the project, by its root.
    Root(ModuleId),
    /// One that is not read, by the name that it gives itself.
    Named(String),
}
