//! Golden bytes: written once, read again by the definitions that wrote them and by those of now.

use everwire::Wire;
use everwire::dynamic::{Definition, Types, What};

use crate::cores;

use super::diff::{self, Pairs};
use super::load::{holder, holder_name, loaded};
use super::run;

/// Why golden bytes are not what they were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Misread {
    /// The generation that wrote them does not read and write them any more.
    Old(String),
    /// The schemas of now read something else.
    New(String),
}

/// Values of a type, each on a wire; or why the type cannot be loaded.
pub(crate) type Records = Result<Vec<(Wire, Vec<u8>)>, String>;

/// Boundary values of each of some types on each wire; the others are what they hold.
pub(crate) fn golden(some: &[&Definition], all: &[Definition]) -> Vec<Records> {
    let all = diff::set(all);
    let lookup = |name: &str| all.get(name).map(|one| (*one).clone());
    cores::map(some, WORTH, |one| loaded(one, &lookup).map(run::golden))
}

/// The types that are worth a thread.
const WORTH: usize = 8;

/// Golden bytes of one set of definitions, read by another. Both are loaded once.
pub(crate) struct Rereading {
    olds: Option<Types>,
    news: Option<Types>,
    pairs: Pairs,
}

impl Rereading {
    pub(crate) fn new(olds: &[Definition], news: &[Definition]) -> Self {
        let (_, pairs) = diff::diff(&diff::set(olds), &diff::set(news));
        Self {
            olds: held_and_holders(olds),
            news: held_and_holders(news),
            pairs,
        }
    }

    /// Reads golden bytes of a type, record by record.
    pub(crate) fn read(
        &self,
        definition: &Definition,
        records: &[(Wire, Vec<u8>)],
    ) -> Vec<Result<(), Misread>> {
        let name = definition.full_name();
        // A message is read as it is, and anything else in what holds it.
        let schema = |types: &Option<Types>, name: &str| {
            let types = types.as_ref()?;
            types.get(&holder_name(name)).or_else(|| types.get(name))
        };
        let Some(old) = schema(&self.olds, &name) else {
            return vec![Err(Misread::Old("its definition cannot be loaded".into()))];
        };
        let new = self
            .pairs
            .get(&name)
            .and_then(|name| schema(&self.news, name));
        let records = records.iter();
        records
            .map(|(wire, bytes)| run::reread(old, new, *wire, bytes))
            .collect()
    }
}

/// The types of a set, and what holds those that are no messages.
fn held_and_holders(definitions: &[Definition]) -> Option<Types> {
    let is_held = |one: &&Definition| !matches!(one.what, What::Message(_));
    let mut all = definitions.to_vec();
    all.extend(definitions.iter().filter(is_held).map(holder));
    Types::load(&all).ok()
}
