//! What the types of a lock had, and have no more.

use super::words::Words;
use super::{Fact, Lock};

/// A member that some generation had and the newest one has not, or not so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Former {
    pub(crate) number: i64,
    pub(crate) name: String,
    pub(crate) slot: i64,
    /// The last generation that had it so.
    pub(crate) last: u32,
}

/// The members that a type had, and those of the newest generation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Members {
    pub(crate) former: Vec<Former>,
    /// Their last generation is the newest.
    pub(crate) newest: Vec<Former>,
}

impl Lock {
    /// The members that a type had.
    pub(crate) fn members(&self, type_name: &str) -> Members {
        let facts = self.of(type_name);
        let newest = self.newest();
        let mut members = Members::default();
        let names = facts.iter().filter_map(|fact| {
            let name = Words::new(fact.text.strip_prefix("name ")?).called()?;
            Some((fact, fact.number?, name))
        });
        for (fact, number, name) in names {
            let last = fact.to.unwrap_or(newest);
            let is_its_slot = |other: &&Fact| other.number == Some(number) && other.is_said(last);
            let mut slots = facts.iter().filter(is_its_slot);
            let slot = slots.find_map(|other| other.text.strip_prefix("slot ")?.parse().ok());
            let member = Former {
                number,
                name,
                slot: slot.unwrap_or(number - 1),
                last,
            };
            if last == newest {
                members.newest.push(member);
            } else {
                members.former.push(member);
            }
        }
        members
    }
}
