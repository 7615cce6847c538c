//! `unmatched-option`: an option of the caller's means nothing that is generated.
//!
//! A hook that meets no message would be a check that never runs.

use everwire_model::model::{At, Diagnostic};
use prost_reflect::{EnumDescriptor, FieldDescriptor, Kind, MessageDescriptor};

use super::select::Selection;
use super::service;
use crate::options::Options;
use crate::pattern::Pattern;
use crate::source::Source;

/// The id of the rule.
const ID: &str = "unmatched-option";

/// One diagnostic for each option that meets nothing; they have no place in a schema.
pub(super) fn find(options: &Options, selection: &Selection, source: &Source) -> Vec<Diagnostic> {
    let mut named = Named::new(selection);
    named.services = service::all(source)
        .map(|one| one.full_name().to_owned())
        .collect();
    let mut found = Vec::new();
    for (name, _) in &options.hooks {
        let meets = [&named.messages, &named.fields];
        if !meets.iter().any(|names| has(names, name)) {
            let what = "message or field that is generated";
            found.push(diagnostic("hook", name, what, &meets));
        }
    }
    for (name, _) in &options.upgrades {
        if !has(&named.messages, name) {
            let what = "message that is generated";
            found.push(diagnostic("upgrade", name, what, &[&named.messages]));
        }
    }
    for (name, _) in &options.extern_paths {
        if !is_declared(source, name.trim_matches('.')) {
            let what = "package, message or enum of the schemas";
            found.push(diagnostic("extern_path", name, what, &[]));
        }
    }
    let types = [&named.messages, &named.enums, &named.oneofs];
    let members = [&named.fields, &named.values, &named.oneofs];
    let mut patterns =
        |option: &str, patterns: Vec<&Pattern>, meets: &[&Vec<String>], what: &str| {
            for pattern in patterns.iter().filter(|pattern| !pattern.is_everything()) {
                let mut names = meets.iter().copied().flatten();
                if !names.any(|name| pattern.matches(name)) {
                    let what = format!("{what} that is generated");
                    found.push(diagnostic(option, pattern.as_str(), &what, meets));
                }
            }
        };
    let (a_type, a_member) = ("message, enum or oneof", "field, enum value or oneof");
    patterns(
        "type_attribute",
        keys(&options.type_attributes),
        &types,
        a_type,
    );
    patterns(
        "field_attribute",
        keys(&options.field_attributes),
        &members,
        a_member,
    );
    patterns("derive", keys(&options.derives), &types, a_type);
    patterns(
        "map_type",
        keys(&options.map_types),
        &[&named.maps],
        "map field",
    );
    patterns(
        "bytes_type",
        keys(&options.bytes_types),
        &[&named.bytes],
        "`bytes` field",
    );
    let unverified = options.unverified.iter().collect();
    patterns("unverified", unverified, &[&named.texts], "`string` field");
    let boxed = options.boxed.iter().collect();
    patterns("boxed", boxed, &[&named.nested], "field of a message type");
    let prost = options.prost.iter().collect();
    patterns("prost", prost, &[&named.messages], "message");
    let serde = options.serde.iter().collect();
    let own = [&named.messages, &named.enums];
    patterns("serde", serde, &own, "message or enum");
    let mut services = |option: &str, asked: &[Pattern]| {
        let asked = asked.iter().collect();
        patterns(option, asked, &[&named.services], "service");
    };
    services("tonic_clients", &options.tonic_clients);
    services("tonic_servers", &options.tonic_servers);
    found
}

/// The full names of all that is generated.
#[derive(Default)]
struct Named {
    messages: Vec<String>,
    enums: Vec<String>,
    oneofs: Vec<String>,
    fields: Vec<String>,
    values: Vec<String>,
    maps: Vec<String>,
    /// Of `bytes` fields; the values of maps are called as the entry's field is.
    bytes: Vec<String>,
    /// Of `string` fields, and of maps that have such keys or values.
    texts: Vec<String>,
    /// Of fields that hold a message.
    nested: Vec<String>,
    services: Vec<String>,
}

impl Named {
    fn new(selection: &Selection) -> Self {
        let mut named = Named::default();
        selection.enums.iter().for_each(|one| named.add_enum(one));
        for message in selection.all_messages() {
            named.add_message(&message);
        }
        named
    }

    fn add_message(&mut self, message: &MessageDescriptor) {
        self.messages.push(message.full_name().to_owned());
        message.child_enums().for_each(|one| self.add_enum(&one));
        let oneofs = message.oneofs().filter(|oneof| !oneof.is_synthetic());
        self.oneofs
            .extend(oneofs.map(|oneof| oneof.full_name().to_owned()));
        message.fields().for_each(|field| self.add_field(&field));
    }

    fn add_field(&mut self, field: &FieldDescriptor) {
        let name = field.full_name().to_owned();
        match field.kind() {
            Kind::Message(entry) if field.is_map() => {
                let value = entry.map_entry_value_field();
                if value.kind() == Kind::Bytes {
                    self.bytes.push(value.full_name().to_owned());
                }
                if [entry.map_entry_key_field(), value]
                    .iter()
                    .any(|part| part.kind() == Kind::String)
                {
                    self.texts.push(name.clone());
                }
                self.maps.push(name.clone());
            }
            Kind::Message(_) => self.nested.push(name.clone()),
            Kind::Bytes => self.bytes.push(name.clone()),
            Kind::String => self.texts.push(name.clone()),
            _ => {}
        }
        self.fields.push(name);
    }

    fn add_enum(&mut self, one: &EnumDescriptor) {
        self.enums.push(one.full_name().to_owned());
        self.values
            .extend(one.values().map(|value| value.full_name().to_owned()));
    }
}

fn keys(pairs: &[(Pattern, String)]) -> Vec<&Pattern> {
    pairs.iter().map(|(pattern, _)| pattern).collect()
}

fn has(names: &[String], name: &str) -> bool {
    let name = name.trim_start_matches('.');
    names.iter().any(|one| one == name)
}

fn is_declared(source: &Source, name: &str) -> bool {
    let is_within = |full_name: &str| {
        full_name
            .strip_prefix(name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    name.is_empty()
        || source
            .pool
            .all_messages()
            .any(|one| is_within(one.full_name()))
        || source
            .pool
            .all_enums()
            .any(|one| is_within(one.full_name()))
}

/// The help names what is called alike at its end, where there is such a thing.
fn diagnostic(option: &str, name: &str, what: &str, meets: &[&Vec<String>]) -> Diagnostic {
    let message = format!("`{name}`, given for `{option}`, means no {what}");
    let own = |name: &str| name.rsplit('.').next().unwrap_or_default().to_lowercase();
    let mut names = meets.iter().copied().flatten();
    let help = match names.find(|one| own(one) == own(name)) {
        Some(alike) => format!("write `{alike}`, or remove the option"),
        None => "write its full name, which begins with the package, or remove the option".into(),
    };
    Diagnostic::new(ID, At::default(), message).help(help)
}
