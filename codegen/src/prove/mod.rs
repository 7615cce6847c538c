//! What a change does to bytes, proved by execution: values are written under one set of definitions and read under another.
//!
//! 1. [`diff`] pairs types and members and lists what changed, each [`Change`] once;
//! 2. [`Change::alone`] makes each change alone, so that what follows is its doing;
//! 3. [`sample`] makes boundary values of the member that it touches;
//! 4. [`run`] writes them on one side and reads them on the other, on each wire and in each [`Direction`], and through a relay;
//! 5. [`agree`] says whether what was read is what was written;
//! 6. a [`Verdict`] sums up, with the bytes that show it.
//!
//! No byte is looked at here: values go through `everwire::dynamic`, and so through the drivers of every program.

mod agree;
mod change;
mod diff;
mod run;
mod sample;
mod show;
mod verdict;

use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::{Definition, Member, Shape, Types, What};
use everwire::schema::Schema;

use change::Aspect;
pub use change::Change;
use diff::{Pairs, Set};
pub use verdict::{Direction, Outcome, Verdict, Witness};

/// A change and what it does.
#[derive(Clone, Debug)]
pub struct Proven {
    /// The change.
    pub change: Change,
    /// What becomes of values, on each wire and in each direction; empty where nothing was to be read.
    pub verdicts: Vec<Verdict>,
    /// Whether the change was executed alone; otherwise with all that changed in its type.
    pub is_alone: bool,
}

impl Proven {
    /// Whether some value is read as another, or not at all, in one of two directions: new programs read old bytes, old ones new bytes.
    pub fn breaks(&self, direction: Direction) -> bool {
        let mut verdicts = self.verdicts.iter();
        verdicts.any(|one| one.direction == direction && one.outcome != Outcome::Same)
    }
}

/// Compares two sets of definitions: what changed, and what that does.
pub fn compare(old: &[Definition], new: &[Definition]) -> Vec<Proven> {
    let (old, new) = (diff::set(old), diff::set(new));
    let (changes, pairs) = diff::diff(&old, &new);
    let both = Both { old, new, pairs };
    let mut proven: Vec<Proven> = changes
        .into_iter()
        .map(|change| both.prove(change))
        .collect();
    proven.extend(both.combined(&proven));
    proven.sort_by(|a, b| {
        (&a.change.type_name, a.change.number).cmp(&(&b.change.type_name, b.change.number))
    });
    proven
}

/// Two sets of definitions, and what is which.
struct Both<'a> {
    old: Set<'a>,
    new: Set<'a>,
    pairs: Pairs,
}

impl Both<'_> {
    fn prove(&self, change: Change) -> Proven {
        let (verdicts, is_alone) = self.verdicts(&change).unwrap_or_default();
        Proven {
            change,
            verdicts,
            is_alone,
        }
    }

    fn verdicts(&self, change: &Change) -> Option<(Vec<Verdict>, bool)> {
        let old = *self.old.get(&change.type_name)?;
        let new = *self.new.get(self.pairs.types.get(&change.type_name)?)?;
        if let Aspect::Existence = change.aspect {
            // What is called otherwise is the same to every wire; an envelope finds it by its alias.
            return None;
        }
        let alone = change.alone(old, new).and_then(|alone| {
            let lookup = |name: &str| {
                if name == change.type_name {
                    return Some(alone.clone());
                }
                let other = self.old.get(name).or_else(|| self.new.get(name))?;
                Some((*other).clone())
            };
            let pairs = isolated(change, &self.pairs);
            execute(old, &self.old, &alone, &lookup, &pairs, change)
        });
        if let Some(verdicts) = alone {
            return Some((verdicts, true));
        }
        let lookup = |name: &str| self.new.get(name).map(|one| (*one).clone());
        Some((
            execute(old, &self.old, new, &lookup, &self.pairs, change)?,
            false,
        ))
    }

    /// What only several changes of a type do together.
    fn combined(&self, proven: &[Proven]) -> Vec<Proven> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for one in proven.iter().filter(|one| !one.verdicts.is_empty()) {
            *counts.entry(&one.change.type_name).or_default() += 1;
        }
        let mut found = Vec::new();
        for (name, _) in counts.into_iter().filter(|(_, count)| *count > 1) {
            let change = Change {
                rule: "combined-change",
                type_name: name.to_owned(),
                number: None,
                name: None,
                text: "several changes together".into(),
                aspect: Aspect::Whole,
            };
            let (Some(old), Some(new)) = (
                self.old.get(name),
                self.pairs
                    .types
                    .get(name)
                    .and_then(|name| self.new.get(name)),
            ) else {
                continue;
            };
            let lookup = |name: &str| self.new.get(name).map(|one| (*one).clone());
            let Some(verdicts) = execute(old, &self.old, new, &lookup, &self.pairs, &change) else {
                continue;
            };
            // What a change of the type, or of one that it holds, does alone is told there.
            let held: BTreeSet<String> =
                closure(old, &|name| self.old.get(name).map(|one| (*one).clone()))
                    .iter()
                    .map(Definition::full_name)
                    .collect();
            let is_told = |verdict: &Verdict| {
                proven
                    .iter()
                    .filter(|one| held.contains(&one.change.type_name))
                    .any(|one| {
                        let mut others = one.verdicts.iter();
                        others.any(|other| {
                            (other.wire, other.direction) == (verdict.wire, verdict.direction)
                                && other.outcome != Outcome::Same
                        })
                    })
            };
            let is_new = |verdict: &Verdict| {
                let reads = matches!(
                    verdict.direction,
                    Direction::NewReadsOld | Direction::OldReadsNew
                );
                reads && verdict.outcome != Outcome::Same && !is_told(verdict)
            };
            if verdicts.iter().any(is_new) {
                found.push(Proven {
                    change,
                    verdicts,
                    is_alone: true,
                });
            }
        }
        found
    }
}

/// Which member is which where only one thing changed.
fn isolated(change: &Change, pairs: &Pairs) -> Pairs {
    let mut alone = Pairs::default();
    let name = change.type_name.clone();
    alone.types.insert(name.clone(), name.clone());
    let mut members: BTreeMap<i64, i64> = match pairs.members.get(&name) {
        Some(members) => members.keys().map(|number| (*number, *number)).collect(),
        None => BTreeMap::new(),
    };
    match change.aspect {
        Aspect::Removed(number) => {
            members.remove(&i64::from(number));
        }
        Aspect::ValueRemoved(number) => {
            members.remove(&i64::from(number));
        }
        Aspect::Renumbered(from, to) => {
            members.insert(from.into(), to.into());
        }
        Aspect::ValueRenumbered(from, to) => {
            members.insert(from.into(), to.into());
        }
        _ => {}
    }
    alone.members.insert(name, members);
    alone
}

fn execute(
    old: &Definition,
    olds: &Set<'_>,
    new: &Definition,
    news: &dyn Fn(&str) -> Option<Definition>,
    pairs: &Pairs,
    change: &Change,
) -> Option<Vec<Verdict>> {
    let old_schema = loaded(old, &|name| olds.get(name).map(|one| (*one).clone()))?;
    let new_schema = loaded(new, news)?;
    let focus = change.number.and_then(|number| u32::try_from(number).ok());
    let (mut old_focus, mut new_focus) = match change.aspect {
        Aspect::Renumbered(from, to) | Aspect::Member(from, to, _) => (Some(from), Some(to)),
        _ => (focus, focus),
    };
    if let Aspect::Member(from, _, _) = change.aspect
        && new_schema
            .fields()
            .iter()
            .all(|field| Some(field.number()) != new_focus)
    {
        new_focus = Some(from);
    }
    // The members of an enum are seen in the fields of what holds it.
    if matches!(old.what, What::Enum { .. }) || matches!(new.what, What::Enum { .. }) {
        (old_focus, new_focus) = (None, None);
    }
    let has = |schema: &Schema, number: Option<u32>| {
        schema
            .fields()
            .iter()
            .any(|field| Some(field.number()) == number)
    };
    if !has(old_schema, old_focus) && !has(new_schema, new_focus) {
        (old_focus, new_focus) = (None, None);
    }
    let case = run::Case {
        old: old_schema,
        new: new_schema,
        old_focus,
        new_focus,
        pairs,
        validates: matches!(change.aspect, Aspect::Member(_, _, change::Of::Rules)),
    };
    Some(run::run(&case))
}

/// The schema of a definition with all that it refers to; of an enum, or of an enum with data, that of a message that holds it in every way.
fn loaded(
    definition: &Definition,
    lookup: &dyn Fn(&str) -> Option<Definition>,
) -> Option<&'static Schema> {
    let mut definitions = closure(definition, lookup);
    let name = match definition.what {
        What::Message(_) => definition.full_name(),
        _ => {
            let holder = holder(definition);
            let name = holder.full_name();
            definitions.push(holder);
            name
        }
    };
    Types::load(&definitions).ok()?.get(&name)
}

/// A message that holds a type in every way that a field can.
fn holder(definition: &Definition) -> Definition {
    let named = || Box::new(Shape::Named(definition.full_name()));
    let mut fields = vec![
        Member::new(1, "optional", Shape::Option(named())),
        Member::new(2, "list", Shape::List(named())),
        Member::new(3, "map", Shape::Map(Box::new(Shape::String), named())),
    ];
    if let What::Enum { values, .. } = &definition.what {
        fields.push(Member::new(
            4,
            "keys",
            Shape::Map(named(), Box::new(Shape::Bool)),
        ));
        if values.iter().any(|value| value.number == 0) {
            fields.push(Member::new(5, "plain", *named()));
        }
    }
    Definition::new(
        format!("holder of {}", definition.full_name()),
        What::Message(fields),
    )
}

/// A definition and all that it refers to.
fn closure(
    definition: &Definition,
    lookup: &dyn Fn(&str) -> Option<Definition>,
) -> Vec<Definition> {
    let mut seen = BTreeSet::from([definition.full_name()]);
    let (mut rest, mut all) = (vec![definition.clone()], Vec::new());
    while let Some(one) = rest.pop() {
        let mut shapes: Vec<&Shape> = one.members().iter().map(|member| &member.ty).collect();
        shapes.extend(one.arguments.iter());
        shapes.extend(
            one.oneofs
                .iter()
                .filter_map(|group| Some(&group.default.as_ref()?.0)),
        );
        shapes.extend(one.reserved.iter().filter_map(|gone| match gone {
            everwire::dynamic::Gone::Slot(_, ty) => ty.as_ref(),
            _ => None,
        }));
        let mut names = Vec::new();
        shapes
            .into_iter()
            .for_each(|shape| named(shape, &mut names));
        for name in names {
            if seen.insert(name.clone()) {
                rest.extend(lookup(&name));
            }
        }
        all.push(one);
    }
    all
}

fn named(shape: &Shape, names: &mut Vec<String>) {
    match shape {
        Shape::Named(name) => names.push(name.clone()),
        Shape::List(inner) | Shape::Fixed(inner, _) | Shape::Option(inner) => named(inner, names),
        Shape::Map(key, value) => {
            named(key, names);
            named(value, names);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests;
