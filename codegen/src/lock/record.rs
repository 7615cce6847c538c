//! What the schemas say now, taken down as facts.

use std::collections::BTreeSet;

use everwire::dynamic::Definition;

use super::{Acceptance, Fact, Generation, Lock, spell};

/// A fact, whoever says it: of which type, of which member, and what.
type Said = (String, Option<i64>, String);

impl Lock {
    /// Takes down what the schemas say, and what was accepted of types that are gone. A new generation begins where that differs from what the newest
    /// one said; `false` where nothing does.
    ///
    /// What is accepted for the first time goes with the generation that begins, and begins none.
    pub fn record(&mut self, definitions: &[Definition], accepted: &[Acceptance]) -> bool {
        let mut said: BTreeSet<Said> = definitions.iter().flat_map(said).collect();
        let newest = self.newest();
        let mut has_changed = self.generations.is_empty();
        for fact in &mut self.facts {
            if !fact.is_open() {
                continue;
            }
            let key = (fact.type_name.clone(), fact.number, fact.text.clone());
            if !said.remove(&key) {
                fact.to = Some(newest);
                has_changed = true;
            }
        }
        if said.is_empty() && !has_changed {
            return false;
        }
        let next = newest + 1;
        let old: BTreeSet<Acceptance> = self.accepted().into_iter().map(|(_, one)| one).collect();
        let declared = definitions.iter().flat_map(declared);
        let all: BTreeSet<Acceptance> = declared.chain(accepted.iter().cloned()).collect();
        let new = all.difference(&old).map(spelled);
        let accepted = new.map(|said| fact(said, next, Some(next)));
        self.facts.extend(accepted);
        let said = said.into_iter().map(|said| fact(said, next, None));
        self.facts.extend(said);
        self.facts.sort();
        self.generations.insert(next, Generation::default());
        true
    }
}

/// All that a definition says.
fn said(definition: &Definition) -> impl Iterator<Item = Said> {
    let name = definition.full_name();
    let facts = spell::facts(definition).into_iter();
    facts.map(move |(number, text)| (name.clone(), number, text))
}

/// What a definition accepts.
fn declared(definition: &Definition) -> impl Iterator<Item = Acceptance> {
    let accepted = definition.accepted.iter();
    accepted.map(|one| Acceptance {
        type_name: definition.full_name(),
        number: one.number,
        change: one.change.clone(),
        reason: one.reason.clone(),
    })
}

fn spelled(one: &Acceptance) -> Said {
    let text = spell::accepted(&one.change, &one.reason);
    (one.type_name.clone(), one.number, text)
}

fn fact((type_name, number, text): Said, from: u32, to: Option<u32>) -> Fact {
    Fact {
        type_name,
        number,
        from,
        to,
        text,
        line: 0,
    }
}
