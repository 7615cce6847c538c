//! The lock: what every generation of the schemas said, one fact a line.
//!
//! ```text
//! everwire lock 1
//!
//! generation 1 v1.0
//! generation 2
//!
//! shop.v1.Order @1 message
//! shop.v1.Order 1 @1 name id
//! shop.v1.Order 1 @1-1 type u32
//! shop.v1.Order 1 @2 type u64
//! ```
//!
//! What a generation said is read back as definitions, which `everwire::dynamic::Types` loads: [`Lock::read`], [`Lock::find`],
//! [`Lock::definitions`].
//!
//! A fact has the first generation that says it and, once a later one says otherwise, the last. The lines are sorted and have no dates, so that
//! branches that touch different types merge; two that say different things of one field collide on it, in the text or when it is read.

mod accepted;
mod fact;
mod former;
pub(crate) mod golden;
mod read;
mod rule;
mod shape;
pub(crate) mod spell;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use everwire::dynamic::Definition;

pub use fact::Fact;
pub(crate) use former::Former;
use words::Words;
pub(crate) use words::{hex, quoted};

/// How a fact begins that says what was accepted.
const ACCEPTED: &str = "accepted ";

/// The first line of a lock.
const HEADER: &str = "everwire lock 1";

/// What every generation of the schemas said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// The generations, by number.
    pub generations: BTreeMap<u32, Generation>,
    /// The facts, sorted.
    pub facts: Vec<Fact>,
}

/// A state of the schemas that bytes were written under.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Generation {
    /// What it is called: the releases that have it.
    pub labels: BTreeSet<String>,
    /// Whether no program of it runs any more; its bytes may still be there.
    pub retired: bool,
}

/// A break that was accepted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Acceptance {
    /// The full name of the type.
    pub type_name: String,
    /// The number of the member; `None` where it is the type's own.
    pub number: Option<i64>,
    /// The change, as a finding spells it.
    pub change: String,
    /// Why.
    pub reason: String,
}

/// What is wrong with a line of a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// One clause, and the next action.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

impl Lock {
    /// Reads a lock.
    ///
    /// # Errors
    ///
    /// The first line that cannot be read, or that contradicts another.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let fault = |line: usize, message: String, help| Fault {
            line: line + 1,
            message,
            help,
        };
        let by_hand = "lines are written by `codegen lock`: restore the file, and run it again";
        let mut lines = text.lines().enumerate();
        if lines.next().map(|(_, line)| line.trim_end()) != Some(HEADER) {
            let message = format!("the lock does not begin with `{HEADER}`");
            return Err(fault(
                0,
                message,
                "use the version of `codegen` that wrote it, or a later one",
            ));
        }
        let mut lock = Self::default();
        let mut places = Vec::new();
        for (at, line) in lines {
            if ["<<<<<<<", "=======", ">>>>>>>"]
                .iter()
                .any(|mark| line.starts_with(mark))
            {
                let help = "two branches changed the same thing: keep one, give the other a number of its own, and run `codegen lock`";
                return Err(fault(at, "the lock has a merge conflict".into(), help));
            }
            if line.trim().is_empty() {
                continue;
            }
            if let Some(rest) = line.strip_prefix("generation ") {
                let read = generation(rest);
                let (number, read) =
                    read.ok_or_else(|| fault(at, "this is no generation".into(), by_hand))?;
                // Two branches may have begun the same one.
                let generation = lock.generations.entry(number).or_default();
                generation.labels.extend(read.labels);
                generation.retired |= read.retired;
                continue;
            }
            let fact =
                Fact::read(line).ok_or_else(|| fault(at, "this is no fact".into(), by_hand))?;
            places.push((fact, at));
        }
        places.sort();
        places.dedup_by(|(a, _), (b, _)| a == b);
        for pair in places.windows(2) {
            if let [(one, first), (other, second)] = pair
                && one.excludes(other)
            {
                let what = match other.number {
                    Some(number) => format!("`{}` {number}", other.type_name),
                    None => format!("`{}`", other.type_name),
                };
                let message = format!(
                    "{what} is said to have both `{}` and `{}` (line {})",
                    other.text,
                    one.text,
                    first.min(second) + 1
                );
                let help = "two branches took one number: give one of the two another, and run `codegen lock`";
                return Err(fault(*first.max(second), message, help));
            }
        }
        if let Some((fact, at)) = places
            .iter()
            .find(|(fact, _)| !lock.generations.contains_key(&fact.from))
        {
            return Err(fault(
                *at,
                format!("the generation {} is not listed", fact.from),
                by_hand,
            ));
        }
        lock.facts = places.into_iter().map(|(fact, _)| fact).collect();
        Ok(lock)
    }

    /// The newest generation; 0 where there is none.
    pub fn newest(&self) -> u32 {
        self.generations.keys().next_back().copied().unwrap_or(0)
    }

    /// The generation of that number or label.
    pub fn find(&self, label: &str) -> Option<u32> {
        let by_label = self
            .generations
            .iter()
            .find(|(_, one)| one.labels.contains(label));
        match (by_label, label.parse()) {
            (Some((number, _)), _) => Some(*number),
            (None, Ok(number)) => self.generations.contains_key(&number).then_some(number),
            (None, Err(_)) => None,
        }
    }

    /// What a generation said.
    ///
    /// # Errors
    ///
    /// A fact that says nothing this version knows.
    pub fn definitions(&self, generation: u32) -> Result<Vec<Definition>, Fault> {
        let mut by_type: BTreeMap<&str, Vec<(Option<i64>, &str)>> = BTreeMap::new();
        for fact in self.facts.iter().filter(|fact| fact.is_said(generation)) {
            let facts = by_type.entry(&fact.type_name).or_default();
            facts.push((fact.number, &fact.text));
        }
        // What was accepted may be about a type that is gone.
        by_type.retain(|_, facts| !facts.iter().all(|(_, text)| text.starts_with(ACCEPTED)));
        let definitions = by_type.into_iter().map(|(name, facts)| {
            let by_key = |key: &str| {
                facts
                    .iter()
                    .any(|(number, text)| number.is_none() && text.starts_with(key))
            };
            let is_whole = ["message", "union", "enum"].into_iter().any(by_key);
            if !is_whole {
                return Err(self.fault(name, generation, "kind"));
            }
            let mut definition = read::definition(name, facts.iter().copied())
                .map_err(|text| self.fault(name, generation, &text))?;
            definition.version = self.since(name, generation);
            Ok(definition)
        });
        definitions.collect()
    }

    /// The facts about a type; they stand together, since facts are sorted.
    fn of(&self, type_name: &str) -> &[Fact] {
        let start = self
            .facts
            .partition_point(|fact| *fact.type_name < *type_name);
        let count = self.facts[start..].partition_point(|fact| *fact.type_name == *type_name);
        &self.facts[start..start + count]
    }

    /// The newest generation, up to one, that changed a type.
    pub(crate) fn since(&self, type_name: &str, generation: u32) -> u32 {
        let of_it = self
            .of(type_name)
            .iter()
            .filter(|fact| fact.key() != "accepted");
        let changes = of_it.flat_map(|fact| [Some(fact.from), fact.to.map(|to| to + 1)]);
        changes
            .flatten()
            .filter(|one| *one <= generation)
            .max()
            .unwrap_or(0)
    }

    /// The version of a type: the generation that changed it last, or the next one where the lock does not say what it says.
    pub fn version(&self, definition: &Definition) -> u32 {
        let (name, newest) = (definition.full_name(), self.newest());
        let open = self
            .of(&name)
            .iter()
            .filter(|fact| fact.to.is_none() && fact.key() != "accepted");
        let said: BTreeSet<_> = open.map(|fact| (fact.number, fact.text.clone())).collect();
        let mut says = spell::facts(definition);
        says.retain(|(_, text)| !text.starts_with(ACCEPTED));
        match said == says.into_iter().collect() {
            true => self.since(&name, newest),
            false => newest + 1,
        }
    }

    /// The last generation that had a member which the newest one has not.
    pub(crate) fn gone(&self, type_name: &str, number: i64) -> Option<u32> {
        let names = self
            .of(type_name)
            .iter()
            .filter(|fact| fact.number == Some(number) && fact.key() == "name");
        let ends: Option<Vec<u32>> = names.map(|fact| fact.to).collect();
        ends?.into_iter().max().filter(|last| *last < self.newest())
    }

    fn fault(&self, name: &str, generation: u32, text: &str) -> Fault {
        let is_it =
            |fact: &&Fact| fact.type_name == name && fact.is_said(generation) && fact.text == text;
        Fault {
            line: self
                .facts
                .iter()
                .find(is_it)
                .map_or(0, |fact| self.line(fact)),
            message: format!("`{text}` says nothing of `{name}`"),
            help: "use the version of `codegen` that wrote the lock, or a later one",
        }
    }

    /// The line of a fact in the lock as it is written, from 1.
    pub(crate) fn line(&self, fact: &Fact) -> usize {
        let before = self
            .facts
            .iter()
            .position(|other| other == fact)
            .unwrap_or(0);
        self.generations.len() + before + 4
    }

    /// The line on which a generation says something of a member or of a type.
    pub(crate) fn line_of(
        &self,
        type_name: &str,
        number: Option<i64>,
        key: &str,
        generation: u32,
    ) -> Option<usize> {
        let facts = || {
            self.of(type_name)
                .iter()
                .filter(|fact| fact.number == number && fact.is_said(generation))
        };
        let fact = facts()
            .find(|fact| fact.key().split(' ').next() == Some(key))
            .or_else(|| facts().next());
        Some(self.line(fact?))
    }

    /// What was accepted at some time.
    pub fn accepted(&self) -> Vec<Acceptance> {
        let accepted = self.facts.iter().filter_map(|fact| {
            let mut words = Words::new(fact.text.strip_prefix(ACCEPTED)?);
            Some(Acceptance {
                type_name: fact.type_name.clone(),
                number: fact.number,
                change: words.string()?,
                reason: words.string()?,
            })
        });
        accepted.collect()
    }

    /// Takes down what the schemas say, and what was accepted of types that are gone. A new generation begins where that differs from what the newest one said; `false` where
    /// nothing does.
    pub fn record(&mut self, definitions: &[Definition], accepted: &[Acceptance]) -> bool {
        let mut said = BTreeSet::new();
        for definition in definitions {
            let name = definition.full_name();
            let facts = spell::facts(definition).into_iter();
            said.extend(facts.map(|(number, text)| (name.clone(), number, text)));
        }
        for one in accepted {
            let text = spell::accepted(&one.change, &one.reason);
            said.insert((one.type_name.clone(), one.number, text));
        }
        let newest = self.newest();
        let mut has_changed = self.generations.is_empty();
        let mut closed = Vec::new();
        self.facts.retain_mut(|fact| {
            if fact.to.is_some() {
                return true;
            }
            let key = (fact.type_name.clone(), fact.number, fact.text.clone());
            if !said.remove(&key) {
                fact.to = Some(newest);
                has_changed = true;
                closed.push(fact.clone());
            }
            true
        });
        let next = newest + 1;
        has_changed |= !said.is_empty();
        self.facts
            .extend(said.into_iter().map(|(type_name, number, text)| Fact {
                type_name,
                number,
                from: next,
                to: None,
                text,
            }));
        if has_changed {
            self.generations.insert(next, Generation::default());
        }
        self.facts.sort();
        has_changed
    }
}

fn generation(text: &str) -> Option<(u32, Generation)> {
    let mut words = Words::new(text);
    let number = words.word()?.parse().ok().filter(|number| *number > 0)?;
    let mut generation = Generation::default();
    while let Some(word) = words.word() {
        match word {
            "retired" => generation.retired = true,
            label => {
                generation.labels.insert(label.to_owned());
            }
        }
    }
    Some((number, generation))
}

impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEADER}\n")?;
        for (number, generation) in &self.generations {
            write!(f, "generation {number}")?;
            if generation.retired {
                f.write_str(" retired")?;
            }
            generation
                .labels
                .iter()
                .try_for_each(|label| write!(f, " {label}"))?;
            writeln!(f)?;
        }
        writeln!(f)?;
        self.facts.iter().try_for_each(|fact| writeln!(f, "{fact}"))
    }
}

#[cfg(test)]
mod tests;
