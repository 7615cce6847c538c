//! What values of enums without data say differently.

use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::Listed;

use super::super::change::Aspect;
use super::both::{Both, less};

impl Both<'_> {
    pub(super) fn values(&mut self, old: &[Listed], new: &[Listed]) -> BTreeMap<i64, i64> {
        let mut pairs = BTreeMap::new();
        let called = |values: &[Listed], name: &str| {
            let mut values = values.iter();
            values.find(|one| one.name == name).map(|one| one.number)
        };
        for one in old {
            let at = Some((i64::from(one.number), &*one.name));
            let same = new.iter().find(|other| other.number == one.number);
            let moved = called(new, &one.name).filter(|number| *number != one.number);
            match (same, moved) {
                (_, Some(to)) => {
                    let text = format!("number {} -> {to}", one.number);
                    self.say(
                        "value-renumbered",
                        at,
                        text,
                        Aspect::ValueRenumbered(one.number, to),
                    );
                    pairs.insert(i64::from(one.number), i64::from(to));
                }
                (Some(other), None) => {
                    pairs.insert(i64::from(one.number), i64::from(one.number));
                    if other.name != one.name {
                        let text = format!("name {} -> {}", one.name, other.name);
                        self.say("value-renamed", at, text, Aspect::ValueNames(one.number));
                    } else if other.aliases != one.aliases {
                        let gone = less(&one.aliases, &other.aliases);
                        let come = less(&other.aliases, &one.aliases);
                        let aspect = Aspect::ValueNames(one.number);
                        self.say_list("aliases-changed", at, ("alias", &gone, &come), aspect);
                    }
                }
                (None, None) => {
                    let text = format!("value {} removed", one.name);
                    self.say("value-removed", at, text, Aspect::ValueRemoved(one.number));
                }
            }
        }
        let taken: BTreeSet<i64> = pairs.values().copied().collect();
        for one in new
            .iter()
            .filter(|one| !taken.contains(&i64::from(one.number)))
        {
            let at = Some((i64::from(one.number), &*one.name));
            let text = format!("value {} added", one.name);
            self.say("value-added", at, text, Aspect::ValueAdded(one.number));
        }
        pairs
    }
}
