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

mod fact;
mod fault;
pub(crate) mod file;
mod former;
pub(crate) mod golden;
mod read;
mod record;
mod rule;
mod shape;
mod sound;
pub(crate) mod spell;
mod text;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::Definition;

pub use fact::Fact;
pub use fault::Fault;
pub(crate) use former::Former;
pub(crate) use rule::rule as spelled_rule;
pub(crate) use words::{hex, quoted};

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

impl Lock {
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

    /// What a generation said; of what was accepted, [`accepted`](Self::accepted) tells.
    ///
    /// # Errors
    ///
    /// A fact that says nothing this version knows, or definitions that do not go together.
    pub fn definitions(&self, generation: u32) -> Result<Vec<Definition>, Fault> {
        let definitions = self.said(generation)?;
        self.check_loads(&definitions, generation)?;
        Ok(definitions)
    }

    /// What a generation said, whether it can be loaded or not.
    fn said(&self, generation: u32) -> Result<Vec<Definition>, Fault> {
        let is_said = |fact: &&Fact| fact.is_said(generation) && !fact.is_accepted();
        let facts: Vec<&Fact> = self.facts.iter().filter(is_said).collect();
        let by_type = facts.chunk_by(|one, other| one.type_name == other.type_name);
        let definitions = by_type.map(|facts| {
            let mut definition =
                read::definition(facts).map_err(|why| self.unread(&why, generation))?;
            definition.version = self.since(&facts[0].type_name, generation);
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
        let of_it = self.of(type_name).iter().filter(|fact| !fact.is_accepted());
        let changes = of_it.flat_map(|fact| [Some(fact.from), fact.to.map(|to| to + 1)]);
        changes
            .flatten()
            .filter(|one| *one <= generation)
            .max()
            .unwrap_or(0)
    }

    /// Whether the newest generation says of these types what they say, and nothing of others.
    pub fn is_current(&self, definitions: &[Definition]) -> bool {
        let open = self.facts.iter().filter(|fact| fact.is_open());
        let types: BTreeSet<&str> = open.map(|fact| &*fact.type_name).collect();
        let names: BTreeSet<String> = definitions.iter().map(Definition::full_name).collect();
        types.len() == names.len()
            && definitions
                .iter()
                .all(|one| self.says(&one.full_name(), one))
    }

    /// Whether the newest generation says of the type of that name what a definition does.
    fn says(&self, name: &str, definition: &Definition) -> bool {
        let open = self.of(name).iter().filter(|fact| fact.is_open());
        let mut said: Vec<_> = open.map(|fact| (fact.number, &*fact.text)).collect();
        said.sort_unstable();
        let says = spell::facts(definition);
        let says = says.iter().map(|(number, text)| (*number, &**text));
        said.into_iter().eq(says)
    }

    /// The version of a type: the generation that changed it last, or the next one where the lock does not say what it says.
    pub fn version(&self, definition: &Definition) -> u32 {
        let (name, newest) = (definition.full_name(), self.newest());
        match self.says(&name, definition) {
            true => self.since(&name, newest),
            false => newest + 1,
        }
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
        Some(fact?.line).filter(|line| *line > 0)
    }

    /// What was accepted, and with which generation.
    pub fn accepted(&self) -> Vec<(u32, Acceptance)> {
        let accepted = self
            .facts
            .iter()
            .filter_map(|fact| Some((fact.from, fact.acceptance()?)));
        accepted.collect()
    }
}

#[cfg(test)]
mod tests;
