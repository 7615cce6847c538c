//! [`Both`]: two definitions of one type, and what is told of them.

use std::collections::BTreeMap;

use everwire::dynamic::{Definition, Shape, What};

use super::super::change::{Aspect, Change, Own};

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
        member: Option<(i64, &str)>,
        text: String,
        aspect: Aspect,
    ) {
        self.changes.push(Change {
            rule,
            type_name: self.name.to_owned(),
            number: member.map(|(number, _)| number),
            name: member.map(|(_, name)| name.to_owned()),
            text,
            aspect,
        });
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
        member: Option<(i64, &str)>,
        (what, gone, come): (&str, &[&String], &[&String]),
        aspect: Aspect,
    ) {
        if gone.is_empty() && come.is_empty() {
            return;
        }
        let gone = gone.iter().map(|one| format!("-{one}"));
        let come = come.iter().map(|one| format!("+{one}"));
        let all: Vec<_> = gone.chain(come).collect();
        self.say(rule, member, format!("{what} {}", all.join(" ")), aspect);
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
