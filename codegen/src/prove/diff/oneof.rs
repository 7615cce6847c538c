//! Oneofs that have another name: no wire has it.

use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::Definition;

use super::super::change::Aspect;
use super::both::Both;
use super::counterpart;

impl Both<'_> {
    pub(super) fn oneofs(&mut self) {
        for (from, to) in renamed(self.old, self.new) {
            let text = format!("oneof {from} -> {to}");
            self.say("oneof-renamed", None, text, Aspect::OneofRenamed(from, to));
        }
    }
}

/// The new names of oneofs that are called otherwise, and hold what they held but for what came and went.
pub(crate) fn renamed(old: &Definition, new: &Definition) -> BTreeMap<String, String> {
    let (mut targets, mut sources) = (BTreeMap::new(), BTreeMap::new());
    for one in old.members() {
        let other = counterpart(one, old.members(), new.members());
        let pair = (&one.oneof, other.and_then(|other| other.oneof.as_ref()));
        if let (Some(from), Some(to)) = pair {
            targets.entry(from).or_insert_with(BTreeSet::new).insert(to);
            sources.entry(to).or_insert_with(BTreeSet::new).insert(from);
        }
    }
    let has = |one: &Definition, oneof: &String| {
        let mut members = one.members().iter();
        members.any(|member| member.oneof.as_ref() == Some(oneof))
    };
    let one_to_one = targets.iter().filter_map(|(from, all)| {
        let to = *all.first().filter(|_| all.len() == 1)?;
        let is_new = sources[to].len() == 1 && !has(new, from) && !has(old, to);
        is_new.then(|| ((*from).clone(), to.clone()))
    });
    one_to_one.collect()
}
