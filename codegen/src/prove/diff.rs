//! From two sets of definitions to what changed: types are paired by name, members by number and name.
//!
//! A member that has another number on each side and one name is one that was renumbered, so that each change is told once.

use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::{Definition, Listed, Member, Shape, What};
use everwire::schema::{Dialect, Encoding, Layout};

use super::change::{Aspect, Change, Of, Own};
use crate::lock::spell;

/// A set of definitions by their full names.
pub(crate) type Set<'a> = BTreeMap<String, &'a Definition>;

/// Which type, and which member of it, is which on the other side.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pairs {
    /// The new full name of each old type that is still there.
    pub(crate) types: BTreeMap<String, String>,
    /// For each old type, the new number of each old member that is still there.
    pub(crate) members: BTreeMap<String, BTreeMap<i64, i64>>,
}

/// The definitions by name.
pub(crate) fn set(definitions: &[Definition]) -> Set<'_> {
    let named = definitions.iter().map(|one| (one.full_name(), one));
    named.collect()
}

/// All changes from one set to another, by type and number, and which type and member is which.
pub(crate) fn diff(old: &Set<'_>, new: &Set<'_>) -> (Vec<Change>, Pairs) {
    let mut pairs = Pairs::default();
    let mut changes = Vec::new();
    let mut taken = BTreeSet::new();
    for name in old.keys().filter(|name| new.contains_key(*name)) {
        pairs.types.insert(name.clone(), name.clone());
        taken.insert(name.clone());
    }
    for (name, definition) in new {
        if taken.contains(name) {
            continue;
        }
        let former = definition
            .aliases
            .iter()
            .find(|alias| old.contains_key(*alias) && !pairs.types.contains_key(*alias));
        if let Some(former) = former {
            pairs.types.insert(former.clone(), name.clone());
            taken.insert(name.clone());
            changes.push(existence(
                "type-renamed",
                former,
                format!("type {former} -> {name}"),
            ));
        } else {
            changes.push(existence("type-added", name, format!("type {name} added")));
        }
    }
    for (name, definition) in old {
        match pairs.types.get(name).and_then(|other| new.get(other)) {
            Some(other) if says_the_same(definition, other) => {
                let members = numbers(definition)
                    .into_iter()
                    .map(|number| (number, number));
                pairs.members.insert(name.clone(), members.collect());
            }
            Some(other) => {
                let mut both = Both {
                    name,
                    old: definition,
                    new: other,
                    types: &pairs.types,
                    changes: &mut changes,
                };
                let members = both.compare();
                pairs.members.insert(name.clone(), members);
            }
            None => changes.push(existence(
                "type-removed",
                name,
                format!("type {name} removed"),
            )),
        }
    }
    changes.sort_by(|a, b| (&a.type_name, a.number).cmp(&(&b.type_name, b.number)));
    (changes, pairs)
}

/// The numbers of a definition's members.
pub(super) fn numbers(definition: &Definition) -> Vec<i64> {
    match &definition.what {
        What::Enum { values, .. } => values.iter().map(|value| value.number.into()).collect(),
        _ => definition
            .members()
            .iter()
            .map(|member| member.number.into())
            .collect(),
    }
}

/// Whether two definitions are one but for their versions; most are.
fn says_the_same(old: &Definition, new: &Definition) -> bool {
    let own = |one: &Definition| {
        (
            one.json,
            one.form,
            one.layout,
            one.is_message_set,
            one.is_tuple,
            one.is_unit,
            one.keeps_unknown,
        )
    };
    own(old) == own(new)
        && old.what == new.what
        && old.aliases == new.aliases
        && old.reserved == new.reserved
        && old.extensions == new.extensions
        && old.oneofs == new.oneofs
}

fn existence(rule: &'static str, name: &str, text: String) -> Change {
    Change {
        rule,
        type_name: name.to_owned(),
        number: None,
        name: None,
        text,
        aspect: Aspect::Existence,
    }
}

/// Two definitions of one type.
struct Both<'a> {
    name: &'a str,
    old: &'a Definition,
    new: &'a Definition,
    types: &'a BTreeMap<String, String>,
    changes: &'a mut Vec<Change>,
}

impl Both<'_> {
    fn compare(&mut self) -> BTreeMap<i64, i64> {
        match (&self.old.what, &self.new.what) {
            (What::Message(old), What::Message(new)) | (What::Union(old), What::Union(new)) => {
                let pairs = self.members(old, new);
                self.own();
                pairs
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
                let pairs = self.values(old, new);
                self.own();
                pairs
            }
            (old, new) => {
                let text = format!("{} -> {}", kind(old), kind(new));
                self.say("kind-changed", None, text, Aspect::Whole);
                BTreeMap::new()
            }
        }
    }

    fn say(
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

    fn members(&mut self, old: &[Member], new: &[Member]) -> BTreeMap<i64, i64> {
        let mut pairs = BTreeMap::new();
        let called = |members: &[Member], name: &str| {
            let mut members = members.iter();
            members.find(|one| one.name == name).map(|one| one.number)
        };
        let has = |members: &[Member], number| members.iter().any(|one| one.number == number);
        for one in old {
            // The name decides where both sides have it; otherwise the number, unless the name at it came from elsewhere.
            let to = called(new, &one.name).or_else(|| {
                let other = new.iter().find(|other| other.number == one.number)?;
                called(old, &other.name).is_none().then_some(one.number)
            });
            if let Some(to) = to {
                pairs.insert(i64::from(one.number), i64::from(to));
            }
        }
        let taken: BTreeSet<i64> = pairs.values().copied().collect();
        for one in old {
            let at = Some((i64::from(one.number), &*one.name));
            match pairs.get(&i64::from(one.number)) {
                None => {
                    let text = format!("{} {} removed", spell::member_type(one), one.name);
                    self.say("field-removed", at, text, Aspect::Removed(one.number));
                }
                Some(to) => {
                    let other = new.iter().find(|other| i64::from(other.number) == *to);
                    if let Some(other) = other {
                        self.member(one, other);
                    }
                }
            }
        }
        for one in new
            .iter()
            .filter(|one| !taken.contains(&i64::from(one.number)))
        {
            let at = Some((i64::from(one.number), &*one.name));
            let text = format!("{} {} added", spell::member_type(one), one.name);
            let rule = match has(old, one.number) {
                true => "number-reused",
                false => "field-added",
            };
            self.say(rule, at, text, Aspect::Added(one.number));
        }
        pairs
    }

    fn member(&mut self, old: &Member, new: &Member) {
        let at = Some((i64::from(old.number), &*new.name));
        let (from, to) = (old.number, new.number);
        let of = |of| Aspect::Member(from, to, of);
        if from != to {
            let text = format!("number {from} -> {to}");
            self.say("field-renumbered", at, text, Aspect::Renumbered(from, to));
        }
        if old.name != new.name {
            let text = format!("name {} -> {}", old.name, new.name);
            self.say("field-renamed", at, text, of(Of::Name));
        } else {
            if old.json_name != new.json_name {
                let text = format!("json_name {} -> {}", old.json_name, new.json_name);
                self.say("json-name-changed", at, text, of(Of::JsonName));
            }
            let gone: Vec<_> = old
                .aliases
                .iter()
                .filter(|one| !new.aliases.contains(*one))
                .collect();
            let come: Vec<_> = new
                .aliases
                .iter()
                .filter(|one| !old.aliases.contains(*one))
                .collect();
            if !gone.is_empty() || !come.is_empty() {
                self.say(
                    "aliases-changed",
                    at,
                    names("alias", &gone, &come),
                    of(Of::Aliases),
                );
            }
        }
        if old.slot != new.slot
            && (from == to
                || i64::from(old.slot) - i64::from(from) != i64::from(new.slot) - i64::from(to))
        {
            let text = format!("slot {} -> {}", old.slot, new.slot);
            self.say("slot-changed", at, text, of(Of::Slot));
        }
        if old.since != new.since {
            let text = format!("since {} -> {}", old.since, new.since);
            self.say("since-changed", at, text, of(Of::Since));
        }
        let (bare_old, bare_new) = (bare(&old.ty), bare(&new.ty));
        if !self.is_same(bare_old, bare_new) {
            let text = format!(
                "type {} -> {}",
                spell::member_type(old),
                spell::member_type(new)
            );
            self.say("type-changed", at, text, of(Of::Type));
            return;
        }
        let encodings = |one: &Member| [one.encoding, one.key, one.map_value];
        if encodings(old) != encodings(new) {
            let text = format!("encoding {} -> {}", said(old), said(new));
            self.say("encoding-changed", at, text, of(Of::Encoding));
        }
        if old.is_packed != new.is_packed && matches!(bare_old, Shape::List(_) | Shape::Fixed(..)) {
            let text = match new.is_packed {
                true => "unpacked -> packed",
                false => "packed -> unpacked",
            };
            self.say("packing-changed", at, text.into(), of(Of::Packing));
        }
        if old.oneof != new.oneof {
            let shown = |one: &Option<String>| {
                one.clone()
                    .map_or_else(|| "no oneof".into(), |name| format!("oneof {name}"))
            };
            let is_renamed = old.oneof.is_some() && new.oneof.is_some();
            let rule = if is_renamed {
                "oneof-renamed"
            } else {
                "oneof-changed"
            };
            let text = format!("{} -> {}", shown(&old.oneof), shown(&new.oneof));
            self.say(rule, at, text, of(Of::Oneof));
        } else if spell::presence(old) != spell::presence(new) {
            let text = format!(
                "presence {} -> {}",
                spell::presence(old),
                spell::presence(new)
            );
            self.say("presence-changed", at, text, of(Of::Presence));
        } else if spell::default(old) != spell::default(new) {
            let shown = |one| spell::default(one).unwrap_or_else(|| "none".into());
            let text = format!("default {} -> {}", shown(old), shown(new));
            self.say("default-changed", at, text, of(Of::Default));
        }
        let was = |one: &Member| one.was.iter().map(spell::shape).collect::<Vec<_>>();
        let (old_was, new_was) = (was(old), was(new));
        if old_was != new_was {
            let gone: Vec<_> = old_was
                .iter()
                .filter(|one| !new_was.contains(*one))
                .collect();
            let come: Vec<_> = new_was
                .iter()
                .filter(|one| !old_was.contains(*one))
                .collect();
            self.say("was-changed", at, names("was", &gone, &come), of(Of::Was));
        }
        let rules = |one: &Member| spell::rules(&one.rules);
        let (old_rules, new_rules) = (rules(old), rules(new));
        if old_rules != new_rules {
            let gone: Vec<_> = old_rules
                .iter()
                .filter(|one| !new_rules.contains(*one))
                .collect();
            let come: Vec<_> = new_rules
                .iter()
                .filter(|one| !old_rules.contains(*one))
                .collect();
            self.say(
                "rules-changed",
                at,
                names("rule", &gone, &come),
                of(Of::Rules),
            );
        }
    }

    /// Whether a member is gone.
    fn has_removed(&self) -> bool {
        let mut changes = self.changes.iter();
        changes.any(|one| {
            one.type_name == self.name
                && matches!(one.aspect, Aspect::Removed(_) | Aspect::ValueRemoved(_))
        })
    }

    /// Whether two types are one, where types may have been renamed.
    fn is_same(&self, old: &Shape, new: &Shape) -> bool {
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

    fn values(&mut self, old: &[Listed], new: &[Listed]) -> BTreeMap<i64, i64> {
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
                        let gone: Vec<_> = one
                            .aliases
                            .iter()
                            .filter(|name| !other.aliases.contains(*name))
                            .collect();
                        let come: Vec<_> = other
                            .aliases
                            .iter()
                            .filter(|name| !one.aliases.contains(*name))
                            .collect();
                        let text = names("alias", &gone, &come);
                        self.say("aliases-changed", at, text, Aspect::ValueNames(one.number));
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

    fn own(&mut self) {
        let (old, new) = (self.old, self.new);
        let mut told = |rule, own, from: String, to: String| {
            if from != to {
                self.say(rule, None, format!("{from} -> {to}"), Aspect::Own(own));
            }
        };
        let layout = |one: &Definition| match one.layout {
            Layout::Array => "msgpack array",
            Layout::Map => "msgpack map",
        };
        told(
            "layout-changed",
            Own::Layout,
            layout(old).into(),
            layout(new).into(),
        );
        let dialect = |one: &Definition| match one.json {
            Dialect::Native => "json native",
            Dialect::Proto => "json proto",
        };
        told(
            "dialect-changed",
            Own::Dialect,
            dialect(old).into(),
            dialect(new).into(),
        );
        let form = |one: &Definition| spell::form(one);
        told("form-changed", Own::Form, form(old), form(new));
        let keeps = |one: &Definition| match one.keeps_unknown {
            true => "unknown kept",
            false => "unknown skipped",
        };
        told(
            "unknown-changed",
            Own::Unknown,
            keeps(old).into(),
            keeps(new).into(),
        );
        let set = |one: &Definition| match one.is_message_set {
            true => "message set",
            false => "message",
        };
        told(
            "message-set-changed",
            Own::MessageSet,
            set(old).into(),
            set(new).into(),
        );
        let oneofs = |one: &Definition| spell::oneofs(one).join(", ");
        told("oneof-said", Own::Oneofs, oneofs(old), oneofs(new));
        for (rule, what, own, facts) in [
            (
                "reserved-changed",
                "reserved",
                Own::Reserved,
                spell::reserved as fn(&Definition) -> Vec<String>,
            ),
            (
                "extensions-changed",
                "extensions",
                Own::Extensions,
                spell::extensions,
            ),
            ("aliases-changed", "alias", Own::Aliases, |one| {
                one.aliases.clone()
            }),
        ] {
            let (before, after) = (facts(old), facts(new));
            let gone: Vec<_> = before.iter().filter(|one| !after.contains(*one)).collect();
            let mut come: Vec<_> = after.iter().filter(|one| !before.contains(*one)).collect();
            if own == Own::Reserved && self.has_removed() {
                // What is reserved with a removal is a part of that.
                come.clear();
            }
            if own == Own::Aliases {
                // The name that the type had is told where it is renamed.
                come.retain(|alias| alias.as_str() != self.name);
            }
            if !gone.is_empty() || !come.is_empty() {
                self.say(rule, None, names(what, &gone, &come), Aspect::Own(own));
            }
        }
    }
}

/// The type without the option around it.
fn bare(shape: &Shape) -> &Shape {
    match shape {
        Shape::Option(inner) => inner,
        shape => shape,
    }
}

fn kind(what: &What) -> &'static str {
    match what {
        What::Message(_) => "message",
        What::Union(_) => "enum with data",
        _ => "enum",
    }
}

fn said(member: &Member) -> String {
    let name = |encoding| match encoding {
        Encoding::Default => "default",
        Encoding::Zigzag => "zigzag",
        Encoding::Fixed => "fixed",
        Encoding::Group => "group",
    };
    match member.ty {
        Shape::Map(..) => format!("{},{}", name(member.key), name(member.map_value)),
        _ => name(member.encoding).to_owned(),
    }
}

/// What is gone, with a minus, and what came, with a plus.
fn names(what: &str, gone: &[&String], come: &[&String]) -> String {
    let gone = gone.iter().map(|one| format!("-{one}"));
    let come = come.iter().map(|one| format!("+{one}"));
    let all: Vec<_> = gone.chain(come).collect();
    format!("{what} {}", all.join(" "))
}
