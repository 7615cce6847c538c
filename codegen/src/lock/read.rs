//! From facts back to a definition.

use everwire::dynamic::{Accepted, Definition, Gone, Group, Listed, Member, What};
use everwire::schema::{Constant, Dialect, Layout};

use super::spell::{ENCODINGS, FORMS, PRESENCES};
use super::words::Words;
use super::{rule, shape};

/// A definition of the facts about it, or the fact that says nothing.
pub(super) fn definition<'a>(
    name: &str,
    facts: impl Iterator<Item = (Option<i64>, &'a str)>,
) -> Result<Definition, String> {
    let mut members: Vec<(i64, Vec<&str>)> = Vec::new();
    let mut own = Vec::new();
    for (number, text) in facts {
        match number {
            None => own.push(text),
            Some(number) => match members.iter_mut().find(|(other, _)| *other == number) {
                Some((_, said)) => said.push(text),
                None => members.push((number, vec![text])),
            },
        }
    }
    members.sort_by_key(|(number, _)| *number);
    let of_members = members.iter_mut().flat_map(|(number, said)| {
        let accepted = said.extract_if(.., |text| text.starts_with("accepted "));
        accepted.map(|text| (*number, text))
    });
    let of_members: Vec<_> = of_members.collect();
    members.retain(|(_, said)| !said.is_empty());
    let wrong = |text: &str| text.to_owned();
    let mut definition = Definition::new(name, What::Message(Vec::new()));
    for text in &own {
        own_fact(&mut definition, text).ok_or_else(|| wrong(text))?;
    }
    for (number, text) in of_members {
        let accepted = whole(&text["accepted ".len()..], |words| {
            accepted(Some(number), words)
        });
        definition
            .accepted
            .push(accepted.ok_or_else(|| wrong(text))?);
    }
    definition.accepted.sort_unstable();
    match &mut definition.what {
        What::Message(list) | What::Union(list) => {
            for (number, said) in members {
                list.push(member(number, &said)?);
            }
        }
        What::Enum { values, .. } => {
            for (number, said) in members {
                values.push(listed(number, &said)?);
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
        "oneof" => {
            let name = words.called()?;
            let default = match words.word()? {
                "required" => None,
                "default" => Some((shape::read(&mut words)?, words.bytes()?)),
                _ => return None,
            };
            definition.oneofs.push(Group { name, default });
        }
        "accepted" => definition.accepted.push(accepted(None, &mut words)?),
        _ => return None,
    }
    words.is_empty().then_some(())
}

fn accepted(number: Option<i64>, words: &mut Words<'_>) -> Option<Accepted> {
    Some(Accepted {
        number,
        change: words.string()?,
        reason: words.string()?,
    })
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

fn listed(number: i64, said: &[&str]) -> Result<Listed, String> {
    let wrong = || format!("value {number}");
    let mut value = Listed {
        number: number.try_into().map_err(|_| wrong())?,
        name: String::new(),
        aliases: Vec::new(),
    };
    for text in said {
        let mut words = Words::new(text);
        match (words.word(), words.called()) {
            (Some("name"), Some(name)) => value.name = name,
            (Some("alias"), Some(alias)) => value.aliases.push(alias),
            _ => return Err((*text).to_owned()),
        }
    }
    if value.name.is_empty() {
        return Err(wrong());
    }
    Ok(value)
}

fn member(number: i64, said: &[&str]) -> Result<Member, String> {
    let wrong = || format!("field {number}");
    let find = |key: &str| {
        let mut said = said.iter();
        said.find_map(|text| text.strip_prefix(key)?.strip_prefix(' '))
    };
    let name = find("name")
        .and_then(|text| whole(text, |words| words.called()))
        .ok_or_else(wrong)?;
    let ty = find("type")
        .and_then(|text| whole(text, shape::read))
        .ok_or_else(wrong)?;
    let number = u32::try_from(number).map_err(|_| wrong())?;
    let mut member = Member::new(number, name, ty);
    if find("oneof").is_some() {
        member.presence = everwire::schema::Presence::Explicit;
    }
    for text in said {
        fact(&mut member, text).ok_or_else(|| (*text).to_owned())?;
    }
    Ok(member)
}

fn whole<T>(text: &str, read: impl FnOnce(&mut Words<'_>) -> Option<T>) -> Option<T> {
    let mut words = Words::new(text);
    let value = read(&mut words)?;
    words.is_empty().then_some(value)
}

fn fact(member: &mut Member, text: &str) -> Option<()> {
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
