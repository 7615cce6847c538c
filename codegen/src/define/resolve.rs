//! What a path of Rust means in a module of the project.
//!
//! A name that is declared in a module or brought by name goes before those of its globs, and these before the crates and the
//! prelude. Where `cfg`, a macro, or a glob of a crate that is not read may give a name another meaning, it has none.

use everwire_model::model::name;

use super::known::{self, Known};
use super::names::Space;
use super::search::Search;
use super::tree::{ItemId, ModuleId, Tree};
use super::unresolved::Why;

/// What a path leads to.
#[derive(Clone, Debug)]
pub(super) enum Target<'t> {
    /// A module of the project.
    Module(ModuleId),
    /// An item of the project.
    Item(ItemId),
    /// A `type` of the project, and the module that it is written in.
    Alias(ModuleId, &'t syn::ItemType),
    /// A constant of the project, and the module that it is written in.
    Const(ModuleId, &'t syn::Expr),
    /// A type of the project that cannot be told.
    Plain(&'t Why),
    /// What another crate has: its name, then the path in it.
    Foreign(Vec<String>),
    /// What may be one thing or another.
    Unknown(Why),
}

impl Target<'_> {
    /// Whether both are one thing.
    pub(super) fn is(&self, other: &Target<'_>) -> bool {
        match (self, other) {
            (Target::Module(one), Target::Module(other)) => one == other,
            (Target::Item(one), Target::Item(other)) => one == other,
            (Target::Alias(_, one), Target::Alias(_, other)) => std::ptr::eq(*one, *other),
            (Target::Const(_, one), Target::Const(_, other)) => std::ptr::eq(*one, *other),
            (Target::Plain(one), Target::Plain(other)) => std::ptr::eq(*one, *other),
            (Target::Foreign(one), Target::Foreign(other)) => {
                let known: Option<Known> = known::of(one);
                one == other || known.is_some() && known == known::of(other)
            }
            _ => false,
        }
    }

    /// Whether it is a type or a module for certain.
    pub(super) fn is_type(&self) -> bool {
        match self {
            Target::Foreign(path) => known::of(path).is_some(),
            Target::Const(..) | Target::Unknown(_) => false,
            _ => true,
        }
    }
}

/// The crates whose types are known.
pub(super) const STANDARD: &[&str] = &["std", "core", "alloc"];

/// How the runtime is called.
pub(super) const RUNTIME: &str = "everwire";

/// Whether a crate's types are known.
pub(super) fn is_known(name: &str) -> bool {
    STANDARD.contains(&name) || name == RUNTIME
}

/// The parts of a path; of one that begins with `::`, the first is empty.
pub(super) fn segments(path: &syn::Path) -> Vec<String> {
    let start = path.leading_colon.map(|_| String::new());
    let parts = path.segments.iter().map(|part| name::plain(&part.ident));
    start.into_iter().chain(parts).collect()
}

impl Tree {
    /// What the path of a type means where it stands in a module.
    pub(super) fn resolve(&self, module: ModuleId, path: &syn::Path) -> Result<Target<'_>, Why> {
        let path = segments(path);
        match self.look(module, &path, Space::Types)? {
            Some(target) => Ok(target),
            None => Err(Why::new(format!("`{}` is not found", path.join("::")))),
        }
    }

    /// What a path means; none of a single name that nothing declares or brings.
    pub(super) fn look(
        &self,
        module: ModuleId,
        path: &[String],
        space: Space,
    ) -> Result<Option<Target<'_>>, Why> {
        match Search::new(self).path(module, path, space)? {
            Some(Target::Unknown(why)) => Err(why),
            found => Ok(found),
        }
    }
}
