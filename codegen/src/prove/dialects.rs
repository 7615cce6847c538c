//! The dialects of JSON that values of a type are written in: its own, where it is the root, and that of each message which holds it.

use std::collections::BTreeMap;

use everwire::dynamic::{Definition, What};
use everwire::schema::Dialect;

use super::diff::Set;

/// The dialects of types, by full name.
#[derive(Clone, Debug, Default)]
pub(super) struct Dialects(BTreeMap<String, Vec<Dialect>>);

impl Dialects {
    /// Those of the types of a set.
    pub(super) fn new(set: &Set<'_>) -> Self {
        let mut dialects = Self::default();
        for dialect in [Dialect::Native, Dialect::Proto] {
            let is_root =
                |one: &Definition| matches!(one.what, What::Message(_)) && one.json == dialect;
            let roots = set.values().filter(|one| is_root(one));
            let mut open: Vec<&Definition> = roots.copied().collect();
            while let Some(one) = open.pop() {
                let known = dialects.0.entry(one.full_name()).or_default();
                if known.contains(&dialect) {
                    continue;
                }
                known.push(dialect);
                one.each_name(&mut |name| open.extend(set.get(name).copied()));
            }
        }
        dialects
    }

    /// Those of a type.
    pub(super) fn of(&self, name: &str) -> &[Dialect] {
        self.0.get(name).map(Vec::as_slice).unwrap_or_default()
    }
}
