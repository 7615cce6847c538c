//! The search for a name: through the modules of a project, their globs, and the crates and the prelude beyond.

use std::cell::{Cell, RefCell};

use super::known;
use super::names::{Binding, Crate, Glob, Name, Reach, Space};
use super::resolve::{RUNTIME, STANDARD, Target, is_known};
use super::tree::{ModuleId, Tree};
use super::unresolved::Why;

/// How many names one search may look up.
const STEPS: usize = 4096;

/// How many `use`s and globs may lead to one another.
const DEPTH: usize = 64;

/// A search for what one path means.
pub(super) struct Search<'t> {
    tree: &'t Tree,
    steps: Cell<usize>,
    /// The names that are being looked up.
    open: RefCell<Vec<(ModuleId, String, Space)>>,
}

/// What a module has under a name.
struct Found<'t> {
    target: Target<'t>,
    reach: Reach,
    /// Whether it has it in every build.
    is_sure: bool,
}

impl<'t> Search<'t> {
    pub(super) fn new(tree: &'t Tree) -> Self {
        Search {
            tree,
            steps: Cell::new(STEPS),
            open: RefCell::default(),
        }
    }

    /// What a path means; none of a single name that nothing declares or brings.
    pub(super) fn path(
        &self,
        module: ModuleId,
        path: &[String],
        space: Space,
    ) -> Result<Option<Target<'t>>, Why> {
        let shown = || path.join("::");
        let own_space = |rest: &[String]| match rest {
            [] => space,
            _ => Space::Types,
        };
        let (mut target, mut rest) = match path {
            [empty, own, rest @ ..] if empty.is_empty() => (self.of_crate(module, own), rest),
            [first, rest @ ..] => {
                let target = match first.as_str() {
                    "crate" => Target::Module(self.tree.root(module)),
                    "self" => Target::Module(module),
                    "super" => Target::Module(self.above(module)?),
                    own => match self.in_scope(module, own, own_space(rest))? {
                        Some(target) => target,
                        None if rest.is_empty() => return Ok(None),
                        None => Target::Foreign(vec![own.to_owned()]),
                    },
                };
                (target, rest)
            }
            [] => return Err(Why::new("a path is empty")),
        };
        while let [next, after @ ..] = rest {
            rest = after;
            target = match target {
                Target::Module(inner) if next == "super" => Target::Module(self.above(inner)?),
                Target::Module(inner) => {
                    let found = self.named(inner, next, own_space(rest), module)?;
                    match found.filter(|found| self.tree.sees(module, found.reach)) {
                        Some(found) => found.target,
                        None => return Err(Why::new(format!("`{}` is not found", shown()))),
                    }
                }
                Target::Foreign(mut before) => {
                    before.push(next.clone());
                    Target::Foreign(before)
                }
                Target::Unknown(why) => Target::Unknown(why),
                _ => {
                    let why = format!("`{}` is no type that is declared", shown());
                    return Err(Why::new(why));
                }
            };
        }
        Ok(Some(target))
    }

    fn above(&self, module: ModuleId) -> Result<ModuleId, Why> {
        let parent = self.tree.get(module).parent;
        parent.ok_or_else(|| Why::new("`super` leads out of the crate"))
    }

    /// What a name means in a module, and in what is around every module.
    fn in_scope(
        &self,
        module: ModuleId,
        own: &str,
        space: Space,
    ) -> Result<Option<Target<'t>>, Why> {
        let beyond = self.beyond(module, own, space);
        let Some(found) = self.named(module, own, space, module)? else {
            return Ok(beyond);
        };
        Ok(Some(match (found.target, beyond) {
            // A module does not hide a type of the language.
            (target, Some(beyond)) if known::is_primitive(own) && !hides(&target) => beyond,
            (target, Some(beyond)) if !found.is_sure && !target.is(&beyond) => {
                Target::Unknown(of_two(own))
            }
            (target, _) => target,
        }))
    }

    /// What a name means that no module declares.
    fn beyond(&self, module: ModuleId, own: &str, space: Space) -> Option<Target<'t>> {
        if space != Space::Types {
            return None;
        }
        let root = self.tree.get(self.tree.root(module));
        if root.crates.contains_key(own) || is_known(own) {
            return Some(self.of_crate(module, own));
        }
        known::of_prelude(own).map(Target::Foreign)
    }

    /// A crate, by the name that it has in another.
    fn of_crate(&self, module: ModuleId, own: &str) -> Target<'t> {
        let root = self.tree.get(self.tree.root(module));
        match root.crates.get(own) {
            Some(Crate::Root(root)) => Target::Module(*root),
            Some(Crate::Named(name)) => Target::Foreign(vec![name.clone()]),
            None => Target::Foreign(vec![own.to_owned()]),
        }
    }

    /// What a module has under a name that is looked up from another; none where nothing there has it.
    fn named(
        &self,
        module: ModuleId,
        own: &str,
        space: Space,
        viewer: ModuleId,
    ) -> Result<Option<Found<'t>>, Why> {
        let key = (module, own.to_owned(), space);
        if self.open.borrow().contains(&key) {
            return Ok(None);
        }
        let steps = self.steps.get().checked_sub(1);
        let (Some(steps), true) = (steps, self.open.borrow().len() < DEPTH) else {
            return Err(Why::new(format!("`{own}` leads in circles")));
        };
        self.steps.set(steps);
        self.open.borrow_mut().push(key);
        let found = self.find(module, own, space, viewer);
        self.open.borrow_mut().pop();
        found
    }

    fn find(
        &self,
        module: ModuleId,
        own: &str,
        space: Space,
        viewer: ModuleId,
    ) -> Result<Option<Found<'t>>, Why> {
        let here = self.tree.get(module);
        let bindings: Vec<&Binding> = here.bindings(own, space).collect();
        let is_use = |binding: &&&Binding| matches!(binding.meaning, Name::Use(_));
        let mut declared = bindings.iter().filter(|one| !is_use(one));
        match (declared.next(), declared.next()) {
            (Some(_), Some(_)) => {
                let why = format!("`{own}` is declared twice in its module");
                return Err(Why::new(why));
            }
            // What is no type may have the name of one.
            (Some(one), None) if one.doubt.is_none() => {
                return Ok(Some(self.bound(module, own, one, space)));
            }
            _ => {}
        }
        let found = bindings
            .iter()
            .map(|one| self.bound(module, own, one, space));
        let (sure, mut found): (Vec<_>, Vec<_>) = found.partition(|found| found.is_sure);
        if !sure.is_empty() {
            // Two that are there in every build are no types both.
            let types = sure.iter().filter(|one| one.target.is_type()).count();
            let kept = sure.into_iter();
            let kept: Vec<_> = match types {
                0 => kept.collect(),
                _ => kept.filter(|one| one.target.is_type()).collect(),
            };
            found.extend(kept);
            return Ok(one_of(found, own));
        }
        if let Some(hidden) = here.hidden.iter().find(|one| one.may_declare(own))
            && !self.is_given(module, own)
        {
            return Err(hidden.why.clone());
        }
        let globs = here.globs.iter();
        for glob in globs.filter(|glob| self.tree.sees(viewer, glob.reach)) {
            found.extend(self.through(module, own, glob, space)?);
        }
        Ok(one_of(found, own))
    }

    fn bound(&self, module: ModuleId, own: &str, binding: &'t Binding, space: Space) -> Found<'t> {
        let target = match &binding.meaning {
            Name::Module(inner) => Target::Module(*inner),
            Name::Item(item) => Target::Item(*item),
            Name::Alias(alias) => Target::Alias(module, alias),
            Name::Const(value) => Target::Const(module, value),
            Name::Plain(why) => Target::Plain(why),
            // `use everwire;` brings the crate itself.
            Name::Use(path) if *path == [own] => self.of_crate(module, own),
            Name::Use(path) => match self.path(module, path, space) {
                Ok(Some(target)) => target,
                Ok(None) => Target::Foreign(path.clone()),
                Err(why) => Target::Unknown(why),
            },
        };
        Found {
            target,
            reach: binding.reach,
            is_sure: binding.doubt.is_none(),
        }
    }

    /// What a glob brings under a name.
    fn through(
        &self,
        module: ModuleId,
        own: &str,
        glob: &Glob,
        space: Space,
    ) -> Result<Option<Found<'t>>, Why> {
        let unknown = || {
            let why = format!("`{own}` may come from `{}::*`", glob.path.join("::"));
            (!self.is_given(module, own)).then(|| Target::Unknown(Why::new(why)))
        };
        let (target, reach, is_sure) = match self.path(module, &glob.path, Space::Types) {
            Ok(Some(Target::Module(inner))) if inner == module => return Ok(None),
            Ok(Some(Target::Module(inner))) => {
                let found = self.named(inner, own, space, module);
                let found = found.unwrap_or_else(|why| {
                    Some(Found {
                        target: Target::Unknown(why),
                        reach: Reach::Everywhere,
                        is_sure: true,
                    })
                });
                match found.filter(|found| self.tree.sees(module, found.reach)) {
                    Some(found) => (Some(found.target), found.reach, found.is_sure),
                    None => return Ok(None),
                }
            }
            Ok(Some(Target::Foreign(path))) if known::has_types(&path[0]) => {
                (of_known(path, own, space), Reach::Everywhere, true)
            }
            // The variants of an enum are no types.
            Ok(Some(
                Target::Item(_) | Target::Plain(_) | Target::Alias(..) | Target::Const(..),
            )) => {
                return Ok(None);
            }
            Ok(Some(Target::Unknown(_) | Target::Foreign(_)) | None) | Err(_) => {
                (unknown(), Reach::Everywhere, true)
            }
        };
        Ok(target.map(|target| Found {
            target,
            reach: self.narrower(glob.reach, reach),
            is_sure: is_sure && glob.doubt.is_none(),
        }))
    }

    /// Whether a name means what it does everywhere: nobody gives a type of their own the name of one of the language, and the
    /// compiler refuses a crate's name that a glob brings too.
    fn is_given(&self, module: ModuleId, own: &str) -> bool {
        let root = self.tree.get(self.tree.root(module));
        known::is_primitive(own) || is_known(own) || root.crates.contains_key(own)
    }

    fn narrower(&self, own: Reach, other: Reach) -> Reach {
        match own {
            Reach::Within(module) if self.tree.sees(module, other) => own,
            Reach::Within(_) | Reach::Everywhere => other,
        }
    }
}

/// What a glob of a crate whose types are known brings under a name.
fn of_known<'t>(mut path: Vec<String>, own: &str, space: Space) -> Option<Target<'t>> {
    path.push(own.to_owned());
    let is_there = match space {
        Space::Types => known::of(&path).is_some() || known::is_module(&path),
        Space::Macros => path == [RUNTIME, "Codec"],
        Space::Values => false,
    };
    is_there.then_some(Target::Foreign(path))
}

/// Whether a type of the language is hidden by it.
fn hides(target: &Target<'_>) -> bool {
    match target {
        Target::Module(_) => false,
        Target::Foreign(path) => !STANDARD.contains(&path[0].as_str()),
        _ => true,
    }
}

/// The one thing that all are.
fn one_of<'t>(found: Vec<Found<'t>>, own: &str) -> Option<Found<'t>> {
    let is_sure = found.iter().any(|one| one.is_sure);
    let all_sure = found.iter().all(|one| one.is_sure);
    let mut found = found.into_iter();
    let mut one = found.next()?;
    one.is_sure = is_sure;
    for other in found {
        if other.reach == Reach::Everywhere {
            one.reach = Reach::Everywhere;
        }
        if matches!(one.target, Target::Unknown(_)) || one.target.is(&other.target) {
            continue;
        }
        one.target = match other.target {
            Target::Unknown(why) => Target::Unknown(why),
            _ if all_sure => {
                let why = format!("`{own}` comes from two places");
                Target::Unknown(Why::new(why))
            }
            _ => Target::Unknown(of_two(own)),
        };
    }
    Some(one)
}

fn of_two(own: &str) -> Why {
    Why::new(format!(
        "`{own}` comes from two places, of which `cfg` chooses one"
    ))
}
