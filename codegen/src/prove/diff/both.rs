//! [`Both`]: two definitions of one type, and what is told of them.

use std::collections::BTreeMap;

use everwire::dynamic::{Definition, Shape, What};

use super::super::change::{Aspect, Change, Own};
use super::pair::Numbered;

/// What is told of: the field, variant or value.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    /// Its old number; its new one, where it is new.
    pub(super) number: i64,
    /// Its new number, if it is there.
    pub(super) now: Option<i64>,
    /// Its name, as the new side has it if it is there.
    pub(super) name: &'a str,
}

impl<'a> At<'a> {
    /// What is on both sides.
    pub(super) fn both<T: Numbered>(old: &T, new: &'a T) -> Self {
        Self {
            number: old.number(),
            now: Some(new.number()),
            name: new.name(),
        }
    }

    /// What is gone.
    pub(super) fn gone<T: Numbered>(old: &'a T) -> Self {
        Self {
            number: old.number(),
            now: None,
            name: old.name(),
        }
    }

    /// What is new.
    pub(super) fn new<T: Numbered>(new: &'a T) -> Self {
        Self {
            number: new.number(),
            now: Some(new.number()),
            name: new.name(),
        }
    }
}

/// Two definitions of one type.
pub(super) struct Both<'a> {
    pub(super) name: &'a str,
    pub(super) old: &'a Definition,
    pub(super) new: &'a Definition,
    /// The new names of the old types.
    pub(super) types: &'a BTreeMap<String, String>,
    pub(super) changes: &'a mut Vec<Change>,
}

impl Both<'_> {
    /// Tells all changes.
    pub(super) fn compare(&mut self) {
        match (&self.old.what, &self.new.what) {
            (What::Message(old), What::Message(new)) | (What::Union(old), What::Union(new)) => {
                self.oneofs();
                self.members(old, new);
                self.own();
            }
            (
                What::Enum { values: old, open },
                What::Enum {
                    values: new,
                    open: opens,
                },
            ) => {
                if open != opens {
                    let (rule, text) = match opens {
                        true => ("enum-opened", "closed -> open"),
                        false => ("enum-closed", "open -> closed"),
                    };
                    self.say(rule, None, text.into(), Aspect::Own(Own::Openness));
                }
                self.values(old, new);
                self.own();
            }
            (old, new) => {
                let text = format!("{} -> {}", kind(old), kind(new));
                self.say("kind-changed", None, text, Aspect::Whole);
            }
        }
    }

    pub(super) fn say(
        &mut self,
        rule: &'static str,
        at: Option<At<'_>>,
        text: String,
        aspect: Aspect,
    ) {
        self.changes.push(Change {
            number: at.map(|at| at.number),
            now: at.and_then(|at| at.now),
            name: at.map(|at| at.name.to_owned()),
            ..Change::of_type(rule, self.name, text, aspect)
        });
    }

    /// Tells that something has another name.
    pub(super) fn say_name(
        &mut self,
        rule: &'static str,
        at: Option<At<'_>>,
        (what, from, to): (&str, &str, &str),
        aspect: Aspect,
    ) {
        self.say(rule, at, format!("{what} {from} -> {to}"), aspect);
        self.differ(&[&from.to_owned()], &[&to.to_owned()]);
    }

    /// What was taken away and added by what was told last.
    fn differ(&mut self, gone: &[&String], come: &[&String]) {
        let owned = |all: &[&String]| all.iter().map(|one| (*one).clone()).collect();
        if let Some(change) = self.changes.last_mut() {
            (change.removed, change.added) = (owned(gone), owned(come));
        }
    }

    /// Whether two types are one, where types may have been renamed.
    pub(super) fn is_same(&self, old: &Shape, new: &Shape) -> bool {
        match (old, new) {
            (Shape::Named(old), Shape::Named(new)) => self.types.get(old).unwrap_or(old) == new,
            (Shape::List(old), Shape::List(new)) | (Shape::Option(old), Shape::Option(new)) => {
                self.is_same(old, new)
            }
            (Shape::Fixed(old, m), Shape::Fixed(new, n)) => m == n && self.is_same(old, new),
            (Shape::Map(key, value), Shape::Map(new_key, new_value)) => {
                self.is_same(key, new_key) && self.is_same(value, new_value)
            }
            (old, new) => old == new,
        }
    }

    /// Tells what two lists differ in.
    pub(super) fn say_list(
        &mut self,
        rule: &'static str,
        at: Option<At<'_>>,
        (what, gone, come): (&str, &[&String], &[&String]),
        aspect: Aspect,
    ) {
        if gone.is_empty() && come.is_empty() {
            return;
        }
        let minus = gone.iter().map(|one| format!("-{one}"));
        let plus = come.iter().map(|one| format!("+{one}"));
        let all: Vec<_> = minus.chain(plus).collect();
        self.say(rule, at, format!("{what} {}", all.join(" ")), aspect);
        self.differ(gone, come);
    }
}

/// What one list has and the other has not.
pub(super) fn less<'a>(list: &'a [String], other: &[String]) -> Vec<&'a String> {
    list.iter().filter(|one| !other.contains(one)).collect()
}

fn kind(what: &What) -> &'static str {
    match what {
        What::Message(_) => "message",
        What::Union(_) => "enum with data",
        _ => "enum",
    }
}
