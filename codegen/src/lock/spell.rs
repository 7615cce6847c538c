//! What a definition says, fact by fact, each in one form only: comments, the order of declarations and the like are not in it.

use everwire::dynamic::{Definition, Gone, Listed, Member, What};
use everwire::schema::{Constant, Dialect, Encoding, Form, Layout, Presence};

use super::rule;
pub(crate) use super::shape::shape;
use super::words::{called, hex, quoted};

/// A fact, and the number of the member that it is about.
pub(crate) type Said = (Option<i64>, String);

/// The forms of well-known types, by name.
pub(super) const FORMS: &[(&str, Form)] = &[
    ("plain", Form::Plain),
    ("bare", Form::Bare),
    ("value", Form::Value),
    ("null", Form::Null),
    ("timestamp", Form::Timestamp),
    ("duration", Form::Duration),
    ("field_mask", Form::FieldMask),
    ("any", Form::Any),
];

/// Encodings, by name.
pub(super) const ENCODINGS: &[(&str, Encoding)] = &[
    ("default", Encoding::Default),
    ("zigzag", Encoding::Zigzag),
    ("fixed", Encoding::Fixed),
    ("group", Encoding::Group),
];

/// Presences, by name.
pub(super) const PRESENCES: &[(&str, Presence)] = &[
    ("implicit", Presence::Implicit),
    ("explicit", Presence::Explicit),
    ("required", Presence::Required),
];

pub(super) fn name_of<T: PartialEq>(table: &[(&'static str, T)], value: &T) -> &'static str {
    let row = table.iter().find(|(_, other)| other == value);
    row.map_or("", |(name, _)| name)
}

/// All that a definition says of its type; what it accepts is no part of that.
pub(crate) fn facts(definition: &Definition) -> Vec<Said> {
    let mut facts = Vec::new();
    let mut own = |text: String| facts.push((None, text));
    own(match &definition.what {
        What::Union(_) => "union".into(),
        What::Enum { open: true, .. } => "enum open".into(),
        What::Enum { .. } => "enum closed".into(),
        _ => match (definition.is_tuple, definition.is_unit) {
            (true, _) => "message tuple".into(),
            (_, true) => "message unit".into(),
            _ => "message".into(),
        },
    });
    if definition.full_name() != definition.name {
        let arguments = definition.arguments.iter().map(shape);
        let constants = definition.constants.iter().map(constant);
        let all: Vec<_> = arguments.chain(constants).collect();
        own(format!("generic {} {}", definition.name, all.join(" ")));
    }
    for alias in &definition.aliases {
        own(format!("alias {alias}"));
    }
    if definition.json == Dialect::Proto {
        own("json proto".into());
    }
    if definition.form != Form::Plain {
        own(format!("form {}", name_of(FORMS, &definition.form)));
    }
    if definition.layout == Layout::Map {
        own("layout map".into());
    }
    if definition.is_message_set {
        own("message_set".into());
    }
    if definition.keeps_unknown {
        own("unknown kept".into());
    }
    for range in extensions(definition) {
        own(format!("extensions {range}"));
    }
    for gone in reserved(definition) {
        own(format!("reserved {gone}"));
    }
    for oneof in oneofs(definition) {
        own(format!("oneof {oneof}"));
    }
    for rule in message_rules(definition) {
        own(format!("holds {rule}"));
    }
    match &definition.what {
        What::Enum { values, .. } => values.iter().for_each(|value| listed(value, &mut facts)),
        What::Union(members) => members.iter().for_each(|one| member(one, true, &mut facts)),
        _ => definition
            .members()
            .iter()
            .for_each(|one| member(one, false, &mut facts)),
    }
    facts.sort_unstable();
    facts.dedup();
    facts
}

/// A change that was accepted, and why.
pub(super) fn accepted(change: &str, reason: &str) -> String {
    format!("accepted {} {}", quoted(change), quoted(reason))
}

fn listed(value: &Listed, facts: &mut Vec<Said>) {
    let mut say = |text| facts.push((Some(i64::from(value.number)), text));
    say(format!("name {}", called(&value.name)));
    for alias in &value.aliases {
        say(format!("alias {}", called(alias)));
    }
}

fn member(member: &Member, is_variant: bool, facts: &mut Vec<Said>) {
    let plain = Member::new(member.number, &*member.name, member.ty.clone());
    let mut say = |text| facts.push((Some(i64::from(member.number)), text));
    say(format!("name {}", called(&member.name)));
    say(format!("type {}", shape(&member.ty)));
    if member.slot != plain.slot && !is_variant {
        say(format!("slot {}", member.slot));
    }
    if member.json_name != member.name {
        say(format!("json_name {}", called(&member.json_name)));
    }
    for alias in &member.aliases {
        say(format!("alias {}", called(alias)));
    }
    if member.presence != plain.presence && !is_variant && member.oneof.is_none() {
        say(format!("presence {}", name_of(PRESENCES, &member.presence)));
    }
    if let Some(default) = default(member) {
        say(format!("default {default}"));
    }
    for (what, encoding) in [
        ("encoding", member.encoding),
        ("key", member.key),
        ("value", member.map_value),
    ] {
        if encoding != Encoding::Default {
            say(format!("{what} {}", name_of(ENCODINGS, &encoding)));
        }
    }
    if !member.is_packed {
        say("unpacked".into());
    }
    if let Some(oneof) = &member.oneof {
        say(format!("oneof {}", called(oneof)));
    }
    if member.since != 0 {
        say(format!("since {}", member.since));
    }
    for was in &member.was {
        say(format!("was {}", shape(was)));
    }
    for rule in rules(&member.rules) {
        say(format!("rule {rule}"));
    }
}

/// The presence of a field, in a word.
pub(crate) fn presence(member: &Member) -> &'static str {
    match (member.presence, &member.ty) {
        (Presence::Required, _) => "required",
        (_, everwire::dynamic::Shape::Option(_)) => "optional",
        (Presence::Explicit, _) if default(member).is_none() && member.oneof.is_none() => {
            "explicit"
        }
        _ => "plain",
    }
}

/// What a field reads as where it is absent, if that was chosen.
pub(crate) fn default(member: &Member) -> Option<String> {
    match (&member.default_bytes, &member.default) {
        (Some(bytes), _) => Some(format!("msgpack 0x{}", hex(bytes))),
        (None, Some(literal)) => Some(rule::literal(literal)),
        (None, None) => None,
    }
}

/// The rules of a field, in normal form.
pub(crate) fn rules(all: &[everwire::validate::Rule]) -> Vec<String> {
    rule::rules(all)
}

/// A field's type with its encoding.
pub(crate) fn member_type(member: &Member) -> String {
    let mut text = shape(&member.ty);
    for (what, encoding) in [
        ("", member.encoding),
        ("key ", member.key),
        ("value ", member.map_value),
    ] {
        if encoding != Encoding::Default {
            text = format!("{what}{} {text}", name_of(ENCODINGS, &encoding));
        }
    }
    text
}

/// How a type stands on the wires beyond its fields.
pub(crate) fn form(definition: &Definition) -> String {
    match (definition.is_tuple, definition.is_unit) {
        (true, _) => "tuple".into(),
        (_, true) => "unit".into(),
        _ => name_of(FORMS, &definition.form).into(),
    }
}

/// What is said of oneofs as a whole.
pub(crate) fn oneofs(definition: &Definition) -> Vec<String> {
    let said = definition.oneofs.iter().map(|group| match &group.default {
        None => format!("{} required", called(&group.name)),
        Some((ty, bytes)) => format!(
            "{} default {} 0x{}",
            called(&group.name),
            shape(ty),
            hex(bytes)
        ),
    });
    said.collect()
}

/// The rules of the message as a whole, each in one form.
pub(crate) fn message_rules(definition: &Definition) -> Vec<String> {
    let said = definition.rules.iter().map(rule::of_message);
    let mut said: Vec<_> = said.collect();
    said.sort_unstable();
    said.dedup();
    said
}

/// What is reserved.
pub(crate) fn reserved(definition: &Definition) -> Vec<String> {
    let said = definition.reserved.iter().map(|gone| match gone {
        Gone::Numbers(first, last) if first == last => format!("{first}"),
        Gone::Numbers(first, last) => format!("{first} to {last}"),
        Gone::Name(name) => quoted(name),
        Gone::Slot(slot, None) => format!("slot {slot}"),
        Gone::Slot(slot, Some(ty)) => format!("slot {slot} {}", shape(ty)),
    });
    said.collect()
}

/// The ranges of extensions.
pub(crate) fn extensions(definition: &Definition) -> Vec<String> {
    let ranges = definition.extensions.iter();
    ranges
        .map(|(first, last)| format!("{first} to {last}"))
        .collect()
}

fn constant(constant: &Constant) -> String {
    match constant {
        Constant::Int(number) => format!("={number}"),
        Constant::Char(letter) => format!("={}", quoted(&letter.to_string())),
        other => format!("={other}"),
    }
}
