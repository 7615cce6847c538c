//! What a lock says was accepted, and when.

use super::words::Words;
use super::{ACCEPTED, Acceptance, Fact, Lock};

impl Lock {
    /// What was accepted after a generation.
    pub(crate) fn accepted_after(&self, generation: u32) -> impl Iterator<Item = Acceptance> {
        let later = self.facts.iter().filter(move |fact| fact.from > generation);
        later.filter_map(acceptance)
    }

    /// The generation that was begun with an acceptance.
    pub(crate) fn accepted_in(&self, one: &Acceptance) -> Option<u32> {
        let said = |fact: &&Fact| {
            fact.type_name == one.type_name
                && fact.number == one.number
                && acceptance(fact).as_ref() == Some(one)
        };
        self.facts.iter().filter(said).map(|fact| fact.from).max()
    }
}

fn acceptance(fact: &Fact) -> Option<Acceptance> {
    let mut words = Words::new(fact.text.strip_prefix(ACCEPTED)?);
    Some(Acceptance {
        type_name: fact.type_name.clone(),
        number: fact.number,
        change: words.string()?,
        reason: words.string()?,
    })
}
