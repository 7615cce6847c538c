//! [`Change`]: one thing that two definitions of a type say differently, and how it is made alone.

use std::collections::BTreeMap;

use everwire::dynamic::{Definition, Listed, Member, Shape, What};
use everwire::schema::Presence;

/// One change of a type.
#[derive(Clone, Debug)]
pub struct Change {
    /// What kind of change it is: a rule's id.
    pub rule: &'static str,
    /// The full name of the type in the old set; in the new one, where the old one has none.
    pub type_name: String,
    /// The number of the field, variant or value: the old one, or the new one where it is new; `None` where it is the type itself.
    pub number: Option<i64>,
    /// The number that it has in the new set; `None` where it is gone, and where it is the type itself.
    pub now: Option<i64>,
    /// The name of the field, variant or value, as the new set has it if it is there.
    pub name: Option<String>,
    /// What was, and what is, in words: `type u64 -> u32`. An acceptance names a change by this.
    pub text: String,
    /// What was taken away, where lists or names differ: the old name, what is no alias, no former type, no rule any more.
    pub removed: Vec<String>,
    /// What was added.
    pub added: Vec<String>,
    /// What is done to the old definition to make the change alone.
    pub(crate) aspect: Aspect,
}

/// What a change touches. Members are named by their old number, and by their new one.
#[derive(Clone, Debug)]
pub(crate) enum Aspect {
    /// The type is there on one side only, or is called otherwise; nothing is made.
    Existence,
    /// The whole definition: a message became an enum.
    Whole,
    /// Something that the type says of itself.
    Own(Own),
    /// A member that is new.
    Added(u32),
    /// A member that is gone.
    Removed(u32),
    /// A member's number, and its slot where that follows.
    Renumbered(u32, u32),
    /// The name of a oneof.
    OneofRenamed(String, String),
    /// One thing of a member that is on both sides.
    Member(u32, u32, Of),
    /// A value of an enum that is new.
    ValueAdded(i32),
    /// A value of an enum that is gone.
    ValueRemoved(i32),
    /// The number of a value of an enum.
    ValueRenumbered(i32, i32),
    /// The names of a value of an enum, by its old number and its new one.
    ValueNames(i32, i32),
}

/// What a type says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Own {
    Openness,
    Layout,
    Dialect,
    Form,
    Unknown,
    MessageSet,
    Reserved,
    Extensions,
    Oneofs,
    Aliases,
    Rules,
}

/// What a member says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    Name,
    JsonName,
    Aliases,
    Slot,
    Type,
    Encoding,
    Packing,
    Presence,
    Oneof,
    Default,
    Rules,
    Since,
    Was,
}

impl Change {
    /// A change of a type itself.
    pub(crate) fn of_type(rule: &'static str, name: &str, text: String, aspect: Aspect) -> Self {
        Self {
            rule,
            type_name: name.to_owned(),
            number: None,
            now: None,
            name: None,
            text,
            removed: Vec::new(),
            added: Vec::new(),
            aspect,
        }
    }

    /// Whether what is accepted changed, and not how it is written.
    pub(crate) fn is_about_rules(&self) -> bool {
        matches!(self.aspect, Aspect::Member(_, _, Of::Rules)) || self.is_about_message_rules()
    }

    /// Whether what is accepted of a message as a whole changed.
    pub(crate) fn is_about_message_rules(&self) -> bool {
        matches!(self.aspect, Aspect::Own(Own::Rules))
    }

    /// The old definition with this change alone; `None` where it cannot stand alone.
    pub(crate) fn alone(&self, old: &Definition, new: &Definition) -> Option<Definition> {
        let mut changed = old.clone();
        match self.aspect.clone() {
            // What is reserved is never written; that it is free again is told by a promise.
            Aspect::Existence | Aspect::Own(Own::Reserved) => return None,
            Aspect::Whole => return Some(new.clone()),
            Aspect::Own(own) => own.copy(&mut changed, new),
            Aspect::OneofRenamed(from, to) => {
                rename_oneofs(&mut changed, &BTreeMap::from([(from, to)]))
            }
            Aspect::Added(number) => {
                let member = member(new, number)?.clone();
                let members = list(&mut changed)?;
                let is_free = |other: &Member| other.number != number && other.slot != member.slot;
                if !members.iter().all(is_free) {
                    return None;
                }
                // A new variant of a oneof comes with what the oneof says.
                if member.oneof.is_some() {
                    changed.oneofs.clone_from(&new.oneofs);
                }
                list(&mut changed)?.push(member);
            }
            Aspect::Removed(number) => {
                list(&mut changed)?.retain(|member| member.number != number);
                changed.reserved.clone_from(&new.reserved);
            }
            Aspect::Renumbered(from, to) => {
                let (number, slot) = member(new, to).map(|new| (new.number, new.slot))?;
                let others = |other: &Member| {
                    other.number == from || (other.number != number && other.slot != slot)
                };
                if !changed.members().iter().all(others) {
                    return None;
                }
                let members = changed.members_mut().iter_mut();
                let member = members.into_iter().find(|one| one.number == from)?;
                (member.number, member.slot) = (number, slot);
            }
            Aspect::Member(from, to, of) => {
                let new = member(new, to)?;
                let member = changed
                    .members_mut()
                    .iter_mut()
                    .find(|one| one.number == from)?;
                of.copy(member, new);
            }
            Aspect::ValueAdded(number) => {
                let value = listed(new)?.iter().find(|value| value.number == number)?;
                let values = listed_mut(&mut changed)?;
                if values.iter().any(|value| value.number == number) {
                    return None;
                }
                values.push(value.clone());
            }
            Aspect::ValueRemoved(number) => {
                listed_mut(&mut changed)?.retain(|value| value.number != number);
            }
            Aspect::ValueRenumbered(from, to) => {
                let values = listed_mut(&mut changed)?;
                if values.iter().any(|value| value.number == to) {
                    return None;
                }
                values.iter_mut().find(|value| value.number == from)?.number = to;
            }
            Aspect::ValueNames(from, to) => {
                let new = listed(new)?.iter().find(|value| value.number == to)?;
                let values = listed_mut(&mut changed)?;
                let value = values.iter_mut().find(|value| value.number == from)?;
                (value.name, value.aliases) = (new.name.clone(), new.aliases.clone());
            }
        }
        Some(changed)
    }
}

impl Own {
    fn copy(self, to: &mut Definition, from: &Definition) {
        match self {
            Self::Openness => {
                if let (What::Enum { open: to, .. }, What::Enum { open, .. }) =
                    (&mut to.what, &from.what)
                {
                    *to = *open;
                }
            }
            Self::Layout => to.layout = from.layout,
            Self::Dialect => to.json = from.json,
            Self::Form => {
                (to.form, to.is_tuple, to.is_unit) = (from.form, from.is_tuple, from.is_unit);
            }
            Self::Unknown => to.keeps_unknown = from.keeps_unknown,
            Self::MessageSet => to.is_message_set = from.is_message_set,
            Self::Reserved => to.reserved.clone_from(&from.reserved),
            Self::Extensions => to.extensions.clone_from(&from.extensions),
            Self::Oneofs => to.oneofs.clone_from(&from.oneofs),
            Self::Aliases => to.aliases.clone_from(&from.aliases),
            Self::Rules => to.rules.clone_from(&from.rules),
        }
    }
}

impl Of {
    fn copy(self, to: &mut Member, from: &Member) {
        match self {
            Self::Name => {
                to.name.clone_from(&from.name);
                to.json_name.clone_from(&from.json_name);
                to.aliases.clone_from(&from.aliases);
            }
            Self::JsonName => to.json_name.clone_from(&from.json_name),
            Self::Aliases => to.aliases.clone_from(&from.aliases),
            Self::Slot => to.slot = from.slot,
            Self::Type => {
                // What a type brings with it: how it is written, and what is read as it was.
                let is_list =
                    |one: &Member| matches!(bare(&one.ty), Shape::List(_) | Shape::Fixed(..));
                if !(is_list(to) && is_list(from)) {
                    to.is_packed = from.is_packed;
                }
                to.ty.clone_from(&from.ty);
                to.was.clone_from(&from.was);
                to.rules.retain(|rule| from.rules.contains(rule));
                Self::Encoding.copy(to, from);
                if is_required(to) == is_required(from) {
                    stand(to, from);
                }
            }
            Self::Encoding => {
                (to.encoding, to.key, to.map_value) = (from.encoding, from.key, from.map_value);
            }
            Self::Packing => to.is_packed = from.is_packed,
            Self::Presence => {
                option(to, from);
                stand(to, from);
            }
            Self::Oneof => {
                to.oneof.clone_from(&from.oneof);
                option(to, from);
                if is_required(to) == is_required(from) {
                    stand(to, from);
                }
            }
            Self::Default => {
                let was_told = tells_default(to);
                to.default = from.default;
                to.default_bytes.clone_from(&from.default_bytes);
                match (was_told, tells_default(from)) {
                    (true, false) if !has_default(from) => to.presence = Presence::Implicit,
                    (_, true) if to.presence == Presence::Implicit => {
                        to.presence = Presence::Explicit
                    }
                    _ => {}
                }
            }
            Self::Rules => to.rules.clone_from(&from.rules),
            Self::Since => to.since = from.since,
            Self::Was => to.was.clone_from(&from.was),
        }
    }
}

/// The type without the option around it.
pub(super) fn bare(shape: &Shape) -> &Shape {
    match shape {
        Shape::Option(inner) => inner,
        shape => shape,
    }
}

pub(super) fn is_required(member: &Member) -> bool {
    member.presence == Presence::Required
}

fn has_default(member: &Member) -> bool {
    member.default.is_some() || member.default_bytes.is_some()
}

/// Whether presence is told for the sake of a default alone.
fn tells_default(member: &Member) -> bool {
    let is_told = member.presence == Presence::Explicit && has_default(member);
    is_told && member.oneof.is_none() && !matches!(member.ty, Shape::Option(_))
}

/// Makes a member an option where the other is one.
fn option(to: &mut Member, from: &Member) {
    let ty = bare(&to.ty).clone();
    to.ty = match from.ty {
        Shape::Option(_) => Shape::Option(Box::new(ty)),
        _ => ty,
    };
}

/// Gives a member the presence of another, but for what their defaults make of it.
fn stand(to: &mut Member, from: &Member) {
    to.presence = match from.presence {
        Presence::Explicit if tells_default(from) && !has_default(to) => Presence::Implicit,
        Presence::Implicit if tells_default(to) => Presence::Explicit,
        presence => presence,
    };
}

/// Calls types, and the oneofs of a type, otherwise.
pub(super) fn renamed(
    definition: &Definition,
    types: &BTreeMap<String, String>,
    oneofs: &BTreeMap<String, String>,
) -> Definition {
    let mut definition = definition.clone();
    for member in definition.members_mut() {
        let shapes = member.was.iter_mut().chain([&mut member.ty]);
        shapes.for_each(|shape| rename(shape, types));
    }
    rename_oneofs(&mut definition, oneofs);
    definition
}

fn rename(shape: &mut Shape, types: &BTreeMap<String, String>) {
    match shape {
        Shape::Named(name) => {
            if let Some(other) = types.get(name) {
                name.clone_from(other);
            }
        }
        Shape::List(inner) | Shape::Fixed(inner, _) | Shape::Option(inner) => rename(inner, types),
        Shape::Map(key, value) => {
            rename(key, types);
            rename(value, types);
        }
        _ => {}
    }
}

fn rename_oneofs(definition: &mut Definition, oneofs: &BTreeMap<String, String>) {
    let rename = |name: &mut String| {
        if let Some(other) = oneofs.get(name) {
            name.clone_from(other);
        }
    };
    let members = definition.members_mut().iter_mut();
    members
        .filter_map(|one| one.oneof.as_mut())
        .for_each(rename);
    definition
        .oneofs
        .iter_mut()
        .for_each(|group| rename(&mut group.name));
}

fn member(definition: &Definition, number: u32) -> Option<&Member> {
    let mut members = definition.members().iter();
    members.find(|member| member.number == number)
}

fn list(definition: &mut Definition) -> Option<&mut Vec<Member>> {
    match &mut definition.what {
        What::Message(members) | What::Union(members) => Some(members),
        _ => None,
    }
}

fn listed(definition: &Definition) -> Option<&[Listed]> {
    match &definition.what {
        What::Enum { values, .. } => Some(values),
        _ => None,
    }
}

fn listed_mut(definition: &mut Definition) -> Option<&mut Vec<Listed>> {
    match &mut definition.what {
        What::Enum { values, .. } => Some(values),
        _ => None,
    }
}
