//! What fields, and variants of enums with data, say differently.

use everwire::dynamic::{Definition, Member, Shape};
use everwire::schema::Encoding;

use super::super::change::{Aspect, Of};
use super::both::{Both, less};
use super::counterpart;
use crate::lock::spell;

impl Both<'_> {
    pub(super) fn members(&mut self, old: &[Member], new: &[Member]) {
        let has = |members: &[Member], number| members.iter().any(|one| one.number == number);
        for one in old {
            match counterpart(one, old, new) {
                Some(other) => self.member(one, other),
                None => {
                    let at = Some((i64::from(one.number), &*one.name));
                    let text = format!("{} {} removed", spell::member_type(one), one.name);
                    self.say("field-removed", at, text, Aspect::Removed(one.number));
                }
            }
        }
        for one in new
            .iter()
            .filter(|one| counterpart(*one, new, old).is_none())
        {
            let at = Some((i64::from(one.number), &*one.name));
            let text = format!("{} {} added", spell::member_type(one), one.name);
            let rule = match has(old, one.number) {
                true => "number-reused",
                false => "field-added",
            };
            self.say(rule, at, text, Aspect::Added(one.number));
        }
    }

    fn member(&mut self, old: &Member, new: &Member) {
        let at = Some((i64::from(old.number), &*new.name));
        let (from, to) = (old.number, new.number);
        let of = |of| Aspect::Member(from, to, of);
        if from != to {
            let text = format!("number {from} -> {to}");
            self.say("field-renumbered", at, text, Aspect::Renumbered(from, to));
        }
        let mut come = less(&new.aliases, &old.aliases);
        let mut gone = less(&old.aliases, &new.aliases);
        if old.name != new.name {
            let text = format!("name {} -> {}", old.name, new.name);
            self.say("field-renamed", at, text, of(Of::Name));
            // The old name as an alias, and an alias as the name, are a part of that.
            come.retain(|alias| **alias != old.name);
            gone.retain(|alias| **alias != new.name);
        } else if old.json_name != new.json_name {
            let text = format!("json_name {} -> {}", old.json_name, new.json_name);
            self.say("json-name-changed", at, text, of(Of::JsonName));
        }
        self.say_list(
            "aliases-changed",
            at,
            ("alias", &gone, &come),
            of(Of::Aliases),
        );
        let shift = |one: &Member| i64::from(one.slot) - i64::from(one.number);
        if old.slot != new.slot && (from == to || shift(old) != shift(new)) {
            let text = format!("slot {} -> {}", old.slot, new.slot);
            self.say("slot-changed", at, text, of(Of::Slot));
        }
        if old.since != new.since {
            let text = format!("since {} -> {}", old.since, new.since);
            self.say("since-changed", at, text, of(Of::Since));
        }
        let (bare_old, bare_new) = (bare(&old.ty), bare(&new.ty));
        if !self.is_same(bare_old, bare_new) {
            let (from, to) = (spell::member_type(old), spell::member_type(new));
            self.say(
                "type-changed",
                at,
                format!("type {from} -> {to}"),
                of(Of::Type),
            );
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
                let named = one.as_ref().map(|name| format!("oneof {name}"));
                named.unwrap_or_else(|| "no oneof".into())
            };
            let rule = match self.is_oneof_renamed(old, new) {
                true => "oneof-renamed",
                false => "oneof-changed",
            };
            let text = format!("{} -> {}", shown(&old.oneof), shown(&new.oneof));
            self.say(rule, at, text, of(Of::Oneof));
        } else if spell::presence(old) != spell::presence(new) {
            let (from, to) = (spell::presence(old), spell::presence(new));
            self.say(
                "presence-changed",
                at,
                format!("presence {from} -> {to}"),
                of(Of::Presence),
            );
        } else if spell::default(old) != spell::default(new) {
            let shown = |one| spell::default(one).unwrap_or_else(|| "none".into());
            let text = format!("default {} -> {}", shown(old), shown(new));
            self.say("default-changed", at, text, of(Of::Default));
        }
        let was = |one: &Member| one.was.iter().map(spell::shape).collect::<Vec<_>>();
        let (before, after) = (was(old), was(new));
        let (gone, come) = (less(&before, &after), less(&after, &before));
        self.say_list("was-changed", at, ("was", &gone, &come), of(Of::Was));
        let (before, after) = (spell::rules(&old.rules), spell::rules(&new.rules));
        let (gone, come) = (less(&before, &after), less(&after, &before));
        self.say_list("rules-changed", at, ("rule", &gone, &come), of(Of::Rules));
    }

    /// Whether a member's oneof has another name, rather than the member another oneof.
    fn is_oneof_renamed(&self, old: &Member, new: &Member) -> bool {
        let has = |definition: &Definition, oneof: &Option<String>| {
            definition.members().iter().any(|one| one.oneof == *oneof)
        };
        old.oneof.is_some()
            && new.oneof.is_some()
            && !has(self.new, &old.oneof)
            && !has(self.old, &new.oneof)
    }
}

/// The type without the option around it.
fn bare(shape: &Shape) -> &Shape {
    match shape {
        Shape::Option(inner) => inner,
        shape => shape,
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
