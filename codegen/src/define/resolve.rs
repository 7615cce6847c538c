//! What a path of Rust means in a module of the project.

use everwire_model::model::name;

use super::tree::{ItemId, ModuleId, Name, Tree};
use super::unresolved::Why;

/// What a path leads to.
pub(super) enum Target<'t> {
    /// A module of the project.
    Module(ModuleId),
    /// An item of the project.
    Item(ItemId),
    /// A `type` of the project, and the module that it is written in.
    Alias(ModuleId, &'t syn::Type),
    /// What another crate has: its name, then the path in it.
    Foreign(Vec<String>),
}

/// The crates whose types are known.
pub(super) const STANDARD: &[&str] = &["std", "core", "alloc"];

/// How the runtime is called.
pub(super) const RUNTIME: &str = "everwire";

/// What every module has without a `use`.
const PRELUDE: &[&str] = &[
    "Box", "Option", "String", "Vec", "bool", "char", "f32", "f64", "i128", "i16", "i32", "i64",
    "i8", "isize", "str", "u128", "u16", "u32", "u64", "u8", "usize",
];

/// How many `use`s may lead to one another.
const DEPTH: usize = 64;

impl Tree {
    /// What a path means where it stands in a module.
    pub(super) fn resolve(&self, module: ModuleId, path: &syn::Path) -> Result<Target<'_>, Why> {
        let mut segments: Vec<String> = match path.leading_colon {
            Some(_) => vec![String::new()],
            None => Vec::new(),
        };
        segments.extend(path.segments.iter().map(|part| name::plain(&part.ident)));
        self.path(module, &segments, DEPTH)
    }

    fn path(&self, module: ModuleId, path: &[String], depth: usize) -> Result<Target<'_>, Why> {
        let shown = || path.join("::");
        let Some(depth) = depth.checked_sub(1) else {
            return Err(Why::new(format!("`{}` leads in circles", shown())));
        };
        let (first, mut rest) = match path {
            [empty, rest @ ..] if empty.is_empty() => return foreign(rest),
            [first, rest @ ..] => (first, rest),
            [] => return Err(Why::new("a path is empty")),
        };
        let mut target = match first.as_str() {
            "crate" => Target::Module(self.root(module)),
            "self" => Target::Module(module),
            "super" => Target::Module(self.above(module)?),
            own => match self.named(module, own, depth)? {
                Some(target) => target,
                None if STANDARD.contains(&own) || own == RUNTIME => return foreign(path),
                None if PRELUDE.contains(&own) && rest.is_empty() => {
                    Target::Foreign(vec!["std".to_owned(), own.to_owned()])
                }
                None if rest.is_empty() => {
                    return Err(Why::new(format!("`{own}` is not found")));
                }
                None => {
                    let why = format!("`{}` is of another crate, or not found", shown());
                    return Err(Why::new(why));
                }
            },
        };
        while let [next, after @ ..] = rest {
            rest = after;
            target = match target {
                Target::Module(inner) if next == "super" => Target::Module(self.above(inner)?),
                Target::Module(inner) => match self.named(inner, next, depth)? {
                    Some(target) => target,
                    None => return Err(Why::new(format!("`{}` is not found", shown()))),
                },
                Target::Foreign(mut before) => {
                    before.push(next.clone());
                    Target::Foreign(before)
                }
                Target::Item(_) | Target::Alias(..) => {
                    return Err(Why::new(format!(
                        "`{}` is no type that is declared",
                        shown()
                    )));
                }
            };
        }
        Ok(target)
    }

    fn above(&self, module: ModuleId) -> Result<ModuleId, Why> {
        let parent = self.get(module).parent;
        parent.ok_or_else(|| Why::new("`super` leads out of the crate"))
    }

    /// What a name means in a module; none where nothing there has it.
    fn named(&self, module: ModuleId, own: &str, depth: usize) -> Result<Option<Target<'_>>, Why> {
        let here = self.get(module);
        match here.name(own) {
            Some(Name::Module(inner)) => return Ok(Some(Target::Module(*inner))),
            Some(Name::Item(item)) => return Ok(Some(Target::Item(*item))),
            Some(Name::Alias(ty)) => return Ok(Some(Target::Alias(module, ty))),
            Some(Name::Unknown(why)) => return Err(why.clone()),
            // `use everwire;` brings the crate itself.
            Some(Name::Use(path)) if path.len() == 1 && path[0] == own => return Ok(None),
            Some(Name::Use(path)) => return self.path(module, path, depth).map(Some),
            None => {}
        }
        let Some(depth) = depth.checked_sub(1) else {
            return Ok(None);
        };
        for glob in &here.globs {
            let found = match self.path(module, glob, depth) {
                Ok(Target::Module(inner)) if inner != module => self.named(inner, own, depth)?,
                Ok(Target::Foreign(mut path)) if super::known::is_known(&path, own) => {
                    path.push(own.to_owned());
                    Some(Target::Foreign(path))
                }
                _ => None,
            };
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }
}

fn foreign<'t>(path: &[String]) -> Result<Target<'t>, Why> {
    match path.first() {
        Some(first) if STANDARD.contains(&first.as_str()) || first == RUNTIME => {
            Ok(Target::Foreign(path.to_vec()))
        }
        _ => Err(Why::new(format!(
            "`{}` is of another crate",
            path.join("::")
        ))),
    }
}
