//! What fields, and variants of enums with data, say differently.

use everwire::dynamic::{Member, Shape};
use everwire::schema::Encoding;

use super::super::change::{Aspect, Of, bare, is_required};
use super::both::{At, Both, less};
use super::{counterpart, renamed};
use crate::lock::spell;

impl Both<'_> {
    pub(super) fn members(&mut self, old: &[Member], new: &[Member]) {
        let has = |members: &[Member], number| members.iter().any(|one| one.number == number);
        for one in old {
            match counterpart(one, old, new) {
                Some(other) => self.member(one, other),
                None => {
                    let at = Some(At::gone(one));
                    let text = format!("{} {} removed", spell::member_type(one), one.name);
                    self.say("field-removed", at, text, Aspect::Removed(one.number));
                }
            }
        }
        for one in new
            .iter()
            .filter(|one| counterpart(*one, new, old).is_none())
        {
            let at = Some(At::new(one));
            let text = format!("{} {} added", spell::member_type(one), one.name);
            let rule = match has(old, one.number) {
                true => "number-reused",
                false => "field-added",
            };
            self.say(rule, at, text, Aspect::Added(one.number));
        }
    }

    fn member(&mut self, old: &Member, new: &Member) {
        let at = Some(At::both(old, new));
        let (from, to) = (old.number, new.number);
        let of = |of| Aspect::Member(from, to, of);
        if from != to {
            let text = format!("number {from} -> {to}");
            self.say("field-renumbered", at, text, Aspect::Renumbered(from, to));
        }
        let mut come = less(&new.aliases, &old.aliases);
        let mut gone = less(&old.aliases, &new.aliases);
        if old.name != new.name {
            let names = ("name", &*old.name, &*new.name);
            self.say_name("field-renamed", at, names, of(Of::Name));
            // The old name as an alias, and an alias as the name, are a part of that.
            come.retain(|alias| **alias != old.name);
            gone.retain(|alias| **alias != new.name);
        } else if old.json_name != new.json_name {
            let names = ("json_name", &*old.json_name, &*new.json_name);
            self.say_name("json-name-changed", at, names, of(Of::JsonName));
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
        let is_type = self.is_same(bare_old, bare_new);
        let encodings = |one: &Member| [one.encoding, one.key, one.map_value];
        if !is_type {
            let (from, to) = (spell::member_type(old), spell::member_type(new));
            let text = format!("type {from} -> {to}");
            self.say("type-changed", at, text, of(Of::Type));
        } else if encodings(old) != encodings(new) {
            let text = format!("encoding {} -> {}", said(old), said(new));
            self.say("encoding-changed", at, text, of(Of::Encoding));
        }
        let is_list = |shape: &Shape| matches!(shape, Shape::List(_) | Shape::Fixed(..));
        if old.is_packed != new.is_packed && is_list(bare_old) && is_list(bare_new) {
            let text = match new.is_packed {
                true => "unpacked -> packed",
                false => "packed -> unpacked",
            };
            self.say("packing-changed", at, text.into(), of(Of::Packing));
        }
        let renamed = renamed(self.old, self.new);
        let oneof = old
            .oneof
            .as_ref()
            .map(|one| renamed.get(one).unwrap_or(one));
        let is_oneof = oneof == new.oneof.as_ref();
        if !is_oneof {
            let shown = |one: Option<&String>| {
                let named = one.map(|name| format!("oneof {name}"));
                named.unwrap_or_else(|| "no oneof".into())
            };
            let text = format!("{} -> {}", shown(oneof), shown(new.oneof.as_ref()));
            self.say("oneof-changed", at, text, of(Of::Oneof));
        }
        // A type and a oneof bring with them whether a field is an option; that it is required they do not.
        let stands = |one| match is_type && is_oneof {
            true => spell::presence(one),
            false if is_required(one) => "required",
            false => "plain",
        };
        if stands(old) != stands(new) {
            let text = format!("presence {} -> {}", stands(old), stands(new));
            self.say("presence-changed", at, text, of(Of::Presence));
        }
        if spell::default(old) != spell::default(new) {
            let shown = |one| spell::default(one).unwrap_or_else(|| "none".into());
            let text = format!("default {} -> {}", shown(old), shown(new));
            self.say("default-changed", at, text, of(Of::Default));
        }
        let was = |one: &Member| one.was.iter().map(spell::shape).collect::<Vec<_>>();
        let (before, after) = (was(old), was(new));
        let (gone, mut come) = (less(&before, &after), less(&after, &before));
        if !is_type {
            // That the old type is read, too, is a part of the new one.
            let former = spell::shape(&old.ty);
            come.retain(|one| **one != former);
        }
        self.say_list("was-changed", at, ("was", &gone, &come), of(Of::Was));
        let (before, after) = (spell::rules(&old.rules), spell::rules(&new.rules));
        let (gone, come) = (less(&before, &after), less(&after, &before));
        self.say_list("rules-changed", at, ("rule", &gone, &come), of(Of::Rules));
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
