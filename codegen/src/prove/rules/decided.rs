//! Whether what was tried decides that two lists of rules accept the same.
//!
//! A rule that one side only has is decided where, of the values that the other rules of its side accept, one was accepted and one was
//! refused: then both sides of its bound were tried. What is too long to be made, or is kept from being tried by another rule, is not.

use everwire::Codec;
use everwire::dynamic::{Definition, Dynamic, Member, Message, Value, What};
use everwire::schema::Schema;
use everwire::validate::Rule;

use super::super::agree::is_zero;
use super::super::load::loaded;
use super::super::sample;
use super::{LONGEST_LIST, LONGEST_TEXT, values};

type Lookup<'a> = dyn Fn(&str) -> Option<Definition> + 'a;

/// Whether the values that are tried decide what two members' rules accept.
pub(in crate::prove) fn are_decided(old: &Member, new: &Member, lookup: &Lookup<'_>) -> bool {
    let (olds, news) = (leaves(&old.rules), leaves(&new.rules));
    let all = [&olds[..], &news[..]].concat();
    let of = |member: &Member, own: &[Rule], others: &[Rule]| {
        let mut own_only = own.iter().filter(|rule| !others.contains(rule));
        own_only.all(|rule| is_decided(rule, member, own, &all, lookup).unwrap_or(false))
    };
    of(old, &olds, &news) && of(new, &news, &olds)
}

/// Whether a rule of a member is; `None` where nothing could be tried.
fn is_decided(
    rule: &Rule,
    member: &Member,
    own: &[Rule],
    all: &[Rule],
    lookup: &Lookup<'_>,
) -> Option<bool> {
    if !is_reached(rule) {
        return Some(false);
    }
    let others: Vec<Rule> = own.iter().filter(|one| *one != rule).copied().collect();
    let [without, with, alone] =
        [others, own.to_vec(), vec![*rule]].map(|rules| ruled(member, rules, lookup));
    let (without, with, alone) = (without?, with?, alone?);
    let ty = with.fields().first()?.ty();
    let told = |rules: &[Rule]| {
        let mut told = values(&ty, rules);
        told.extend(sample::values(&ty, None, 2));
        told
    };
    let refuses = |schema, value: &Value| !accepts(schema, value);
    if !told(&[*rule]).iter().any(|value| refuses(alone, value)) {
        // It refuses nothing that the type has.
        return Some(true);
    }
    let tried = told(all);
    let is_passed = tried
        .iter()
        .any(|value| !is_zero(value) && accepts(with, value));
    let is_cut = tried
        .iter()
        .any(|value| accepts(without, value) && refuses(with, value));
    Some(is_passed && is_cut)
}

/// A message with a member of those rules alone.
fn ruled(member: &Member, rules: Vec<Rule>, lookup: &Lookup<'_>) -> Option<&'static Schema> {
    let mut member = member.clone();
    (member.rules, member.oneof) = (rules, None);
    (member.default, member.default_bytes) = (None, None);
    loaded(
        &Definition::new("ruled", What::Message(vec![member])),
        lookup,
    )
    .ok()
}

fn accepts(schema: &'static Schema, value: &Value) -> bool {
    let mut message = Message::new(schema);
    message.put(0, Some(value.clone()));
    Dynamic::new(schema, Value::Message(message))
        .validate()
        .is_ok()
}

/// Rules one by one, those of elements, too.
fn leaves(rules: &[Rule]) -> Vec<Rule> {
    // What is loaded is kept; so is this.
    let kept = |rule: Rule| -> &'static [Rule] { Box::leak(Box::new([rule])) };
    let each = |rule: &Rule| -> Vec<Rule> {
        match rule {
            Rule::Items(inner) => leaves(inner)
                .into_iter()
                .map(|one| Rule::Items(kept(one)))
                .collect(),
            Rule::Keys(inner) => leaves(inner)
                .into_iter()
                .map(|one| Rule::Keys(kept(one)))
                .collect(),
            Rule::Values(inner) => leaves(inner)
                .into_iter()
                .map(|one| Rule::Values(kept(one)))
                .collect(),
            rule => vec![*rule],
        }
    };
    rules.iter().flat_map(each).collect()
}

/// Whether what a rule compares with is made; of what a pattern or a clock says, examples are.
fn is_reached(rule: &Rule) -> bool {
    let is_made =
        |count: &u64, longest: usize| usize::try_from(*count).is_ok_and(|count| count <= longest);
    match rule {
        Rule::Pattern(_)
        | Rule::Contains(_)
        | Rule::NotContains(_)
        | Rule::Prefix(_)
        | Rule::Suffix(_)
        | Rule::LtNow
        | Rule::GtNow
        | Rule::Within(_)
        | Rule::IgnoreIfZero
        | Rule::IgnoreAlways => false,
        Rule::Len(count)
        | Rule::MinLen(count)
        | Rule::MaxLen(count)
        | Rule::LenBytes(count)
        | Rule::MinBytes(count)
        | Rule::MaxBytes(count) => is_made(count, LONGEST_TEXT),
        Rule::MinItems(count)
        | Rule::MaxItems(count)
        | Rule::MinPairs(count)
        | Rule::MaxPairs(count) => is_made(count, LONGEST_LIST),
        Rule::Items(inner) | Rule::Keys(inner) | Rule::Values(inner) => {
            inner.iter().all(is_reached)
        }
        _ => true,
    }
}
