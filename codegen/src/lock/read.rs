//! From facts back to a definition.

use everwire::dynamic::{Definition, Gone, Group, Listed, Member, What};
use everwire::schema::{Constant, Dialect, Layout};

use super::spell::{ENCODINGS, FORMS, PRESENCES};
use super::words::Words;
use super::{Fact, rule, shape};

/// Why facts make no definition.
pub(super) enum Unread<'a> {
    /// This one says nothing that is known.
    Fact(&'a Fact),
    /// What this one is about has none of that key, which everything of its kind has.
    Without(&'a Fact, &'static str),
    /// What this one is about cannot have its number.
    Number(&'a Fact),
}

/// The numbers that a field or a variant may have.
const NUMBERS: std::ops::RangeInclusive<u32> = 1..=0x1fff_ffff;

/// A definition of the facts about a type, sorted, none of which says what was accepted.
pub(super) fn definition<'a>(facts: &[&'a Fact]) -> Result<Definition, Unread<'a>> {
    let own = facts.partition_point(|fact| fact.number.is_none());
    let (own, of_members) = facts.split_at(own);
    let name = facts.first().map_or("", |fact| &*fact.type_name);
    let mut definition = Definition::new(name, What::Message(Vec::new()));
    for fact in own {
        own_fact(&mut definition, &fact.text).ok_or(Unread::Fact(fact))?;
    }
    if let Some(first) = facts.first().filter(|fact| fact.key() != "kind") {
        return Err(without(facts, first, "kind"));
    }
    let members = of_members.chunk_by(|one, other| one.number == other.number);
    match &mut definition.what {
        What::Message(list) | What::Union(list) => {
            for said in members {
                list.push(member(said)?);
            }
        }
        What::Enum { values, .. } => {
            for said in members {
                values.push(listed(said)?);
            }
        }
        _ => {}
    }
    if matches!(definition.what, What::Union(_)) {
        for member in definition.members_mut() {
            member.presence = everwire::schema::Presence::Explicit;
        }
    }
    Ok(definition)
}

fn own_fact(definition: &mut Definition, text: &str) -> Option<()> {
    let mut words = Words::new(text);
    match words.word()? {
        "message" => match words.word() {
            Some("tuple") => definition.is_tuple = true,
            Some("unit") => definition.is_unit = true,
            Some(_) => return None,
            None => {}
        },
        "union" => definition.what = What::Union(Vec::new()),
        "enum" => {
            let open = match words.word()? {
                "open" => true,
                "closed" => false,
                _ => return None,
            };
            definition.what = What::Enum {
                values: Vec::new(),
                open,
            };
        }
        "generic" => {
            words.name()?.clone_into(&mut definition.name);
            while !words.is_empty() {
                if words.eat("=") {
                    definition.constants.push(constant(&mut words)?);
                } else {
                    definition.arguments.push(shape::read(&mut words)?);
                }
            }
        }
        "alias" => definition.aliases.push(words.word()?.to_owned()),
        "json" => definition.json = words.eat("proto").then_some(Dialect::Proto)?,
        "form" => definition.form = named(FORMS, &mut words)?,
        "layout" => definition.layout = words.eat("map").then_some(Layout::Map)?,
        "message_set" => definition.is_message_set = true,
        "unknown" => definition.keeps_unknown = words.eat("kept").then_some(true)?,
        "extensions" => {
            let first = words.number()?;
            words.eat("to").then_some(())?;
            definition.extensions.push((first, words.number()?));
        }
        "reserved" => definition.reserved.push(gone(&mut words)?),
        "holds" => definition.rules.push(rule::read_of_message(&mut words)?),
        "oneof" => {
            let name = words.called()?;
            let default = match words.word()? {
                "required" => None,
                "default" => Some((shape::read(&mut words)?, words.bytes()?)),
                _ => return None,
            };
            definition.oneofs.push(Group { name, default });
        }
        _ => return None,
    }
    words.is_empty().then_some(())
}

fn constant(words: &mut Words<'_>) -> Option<Constant> {
    if words.rest().starts_with('"') {
        return Some(Constant::Char(words.string()?.chars().next()?));
    }
    Some(match words.name()? {
        "true" => Constant::Bool(true),
        "false" => Constant::Bool(false),
        number => Constant::Int(number.parse().ok()?),
    })
}

fn gone(words: &mut Words<'_>) -> Option<Gone> {
    if words.rest().starts_with('"') {
        return Some(Gone::Name(words.string()?));
    }
    if words.eat("slot") {
        let slot = words.number()?;
        let ty = if words.is_empty() {
            None
        } else {
            Some(shape::read(words)?)
        };
        return Some(Gone::Slot(slot, ty));
    }
    let first = words.number()?;
    let last = if words.eat("to") {
        words.number()?
    } else {
        first
    };
    Some(Gone::Numbers(first, last))
}

fn named<T: Copy>(table: &[(&str, T)], words: &mut Words<'_>) -> Option<T> {
    let name = words.word()?;
    Some(table.iter().find(|(other, _)| *other == name)?.1)
}

/// The number that facts are about.
fn number<'a, T: TryFrom<i64>>(said: &[&'a Fact]) -> Result<(T, &'a Fact), Unread<'a>> {
    let first = said[0];
    let number = first.number.unwrap_or_default().try_into();
    Ok((number.map_err(|_| Unread::Number(first))?, first))
}

/// A fact that is missing, or the one that may have been it.
fn without<'a>(said: &[&'a Fact], first: &'a Fact, key: &'static str) -> Unread<'a> {
    let unknown = said.iter().find(|fact| !fact.is_known());
    unknown.map_or(Unread::Without(first, key), |fact| Unread::Fact(fact))
}

/// What the fact of a key says.
fn find<'a, T>(
    said: &[&'a Fact],
    key: &'static str,
    read: impl FnOnce(&mut Words<'_>) -> Option<T>,
) -> Result<T, Unread<'a>> {
    let fact = said.iter().find(|fact| fact.key() == key);
    let fact = fact.ok_or_else(|| without(said, said[0], key))?;
    whole(&fact.text[key.len()..], read).ok_or(Unread::Fact(fact))
}

fn listed<'a>(said: &[&'a Fact]) -> Result<Listed, Unread<'a>> {
    let (number, _) = number(said)?;
    let mut value = Listed {
        number,
        name: find(said, "name", |words| words.called())?,
        aliases: Vec::new(),
    };
    for fact in said {
        let mut words = Words::new(&fact.text);
        match (words.word(), words.called()) {
            (Some("name"), _) => {}
            (Some("alias"), Some(alias)) => value.aliases.push(alias),
            _ => return Err(Unread::Fact(fact)),
        }
    }
    Ok(value)
}

fn member<'a>(said: &[&'a Fact]) -> Result<Member, Unread<'a>> {
    let (number, first) = number(said)?;
    if !NUMBERS.contains(&number) {
        return Err(Unread::Number(first));
    }
    let name = find(said, "name", |words| words.called())?;
    let mut member = Member::new(number, name, find(said, "type", shape::read)?);
    if said.iter().any(|fact| fact.key() == "oneof") {
        member.presence = everwire::schema::Presence::Explicit;
    }
    for fact in said {
        told(&mut member, &fact.text).ok_or(Unread::Fact(fact))?;
    }
    Ok(member)
}

fn whole<T>(text: &str, read: impl FnOnce(&mut Words<'_>) -> Option<T>) -> Option<T> {
    let mut words = Words::new(text);
    let value = read(&mut words)?;
    words.is_empty().then_some(value)
}

fn told(member: &mut Member, text: &str) -> Option<()> {
    let mut words = Words::new(text);
    match words.word()? {
        "name" | "type" => return Some(()),
        "slot" => member.slot = words.number()?,
        "json_name" => member.json_name = words.called()?,
        "alias" => member.aliases.push(words.called()?),
        "presence" => member.presence = named(PRESENCES, &mut words)?,
        "default" if words.eat("msgpack ") => member.default_bytes = Some(words.bytes()?),
        "default" => member.default = Some(rule::read_literal(&mut words)?),
        "encoding" => member.encoding = named(ENCODINGS, &mut words)?,
        "key" => member.key = named(ENCODINGS, &mut words)?,
        "value" => member.map_value = named(ENCODINGS, &mut words)?,
        "unpacked" => member.is_packed = false,
        "oneof" => member.oneof = Some(words.called()?),
        "since" => member.since = words.number()?,
        "was" => member.was.push(shape::read(&mut words)?),
        "rule" => member.rules.push(rule::read(&mut words)?),
        _ => return None,
    }
    words.is_empty().then_some(())
}
