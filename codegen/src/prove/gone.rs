//! What is gone: values of a type that nothing reads, and of a field whose number something else may take.

use everwire::dynamic::{Definition, Member, What};

use super::diff::Set;
use super::load::loaded;
use super::run;
use super::verdict::Verdict;

/// What becomes of values of a type that is gone: on each wire, bytes that nothing reads.
pub(crate) fn unread(old: &Definition, olds: &Set<'_>) -> Vec<Verdict> {
    let Ok(schema) = loaded(old, &|name| olds.get(name).map(|one| (*one).clone())) else {
        return Vec::new();
    };
    run::unread(schema, &old.full_name())
}

/// What becomes of values of a field that is gone, were its number taken by another of its type.
pub(crate) fn reuse(old: &Definition, number: i64) -> Vec<Verdict> {
    let is_it = |member: &&Member| i64::from(member.number) == number;
    let Some(member) = old.members().iter().find(is_it) else {
        return Vec::new();
    };
    // Only what needs no other type is shown.
    let mut is_plain = true;
    member.ty.each_name(&mut |_| is_plain = false);
    if !is_plain || !matches!(old.what, What::Message(_)) {
        return Vec::new();
    }
    let alone = |name: &str| {
        let mut member = member.clone();
        (member.name, member.json_name) = (name.to_owned(), name.to_owned());
        (member.oneof, member.rules) = (None, Vec::new());
        let definition = Definition::new(old.full_name(), What::Message(vec![member]));
        loaded(&definition, &|_| None)
    };
    match (alone(&member.name), alone("what comes next")) {
        (Ok(old), Ok(new)) => run::reuse(old, new, member.number),
        _ => Vec::new(),
    }
}
