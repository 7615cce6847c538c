//! Messages.

use std::collections::BTreeSet;

use everwire::dynamic::Member;
use everwire::schema::Layout;
use everwire::validate::MessageRule;

use super::super::types::Described;
use super::declare::Place;
use super::field::{Owner, Written};
use super::text::{Text, quoted, quoted_bytes};
use super::{FileFacts, Proto};

/// The highest slot of a field in the form of an array.
const LAST_OF_ARRAY: u32 = 255;

impl Proto<'_> {
    pub(super) fn message(
        &self,
        facts: &FileFacts,
        described: &Described,
        members: &[Member],
        text: &mut Text,
    ) {
        let definition = &described.definition;
        let full = definition.full_name();
        self.around(facts, described, text, |proto, facts, place, text| {
            let mut options = Vec::new();
            let is_shaped = match (
                definition.is_unit,
                definition.is_tuple && !members.is_empty(),
            ) {
                (true, _) => Some("UNIT"),
                (false, true) => Some("TUPLE"),
                (false, false) => None,
            };
            let is_above = members.last().is_some_and(|last| last.slot > LAST_OF_ARRAY);
            if let Some(rust) = is_shaped {
                options.push(format!("option (everwire.message).rust = {rust};"));
            }
            if definition.layout == Layout::Map && !is_above {
                options.push("option (everwire.message).msgpack = MAP;".to_owned());
            }
            proto.head(facts, described, place, options, text);
            let mut seen = BTreeSet::new();
            let mut all = Vec::new();
            for member in members {
                let Some(oneof) = &member.oneof else {
                    let written = proto.written(place, described, member, Owner::Message);
                    proto.field_lines(described, member, &written, text);
                    all.push(written);
                    continue;
                };
                if !seen.insert(oneof) {
                    continue;
                }
                text.gap();
                let notes = described.notes.oneofs.get(oneof);
                text.docs(notes.map_or(&[], |notes| &notes.docs));
                let own = proto.scopes.oneof(&full, oneof);
                let of_oneof = members
                    .iter()
                    .filter(|one| one.oneof.as_ref() == Some(oneof));
                let written: Vec<(&Member, Written)> = of_oneof
                    .map(|one| (one, proto.written(place, described, one, Owner::Oneof)))
                    .collect();
                text.block(&format!("oneof {own}"), |text| {
                    proto.oneof_options(facts, described, oneof, text);
                    for (member, written) in &written {
                        proto.field_lines(described, member, written, text);
                    }
                });
                text.gap();
                all.extend(written.into_iter().map(|(_, written)| written));
            }
            all
        });
    }

    /// A message with what is declared in it; `inside` writes its options and fields.
    pub(super) fn around(
        &self,
        facts: &FileFacts,
        described: &Described,
        text: &mut Text,
        inside: impl FnOnce(&Self, &FileFacts, &mut Place<'_>, &mut Text) -> Vec<Written>,
    ) {
        let full = described.definition.full_name();
        let Some(name) = self.names.get(&full) else {
            return;
        };
        let mut taken = self.scopes.taken(&name.full);
        text.docs(&described.notes.docs);
        text.block(&format!("message {}", name.own), |text| {
            let mut place = Place {
                facts,
                scope: &name.full,
                package: &name.package,
                taken: &mut taken,
            };
            let written = inside(self, facts, &mut place, text);
            for one in &written {
                self.wrappers(facts, &one.declared.wrappers, text);
            }
            for child in self.names.children(&full) {
                text.gap();
                self.declaration(facts, child, text);
            }
        });
    }

    /// What a message says of itself.
    pub(super) fn head(
        &self,
        facts: &FileFacts,
        described: &Described,
        place: &mut Place<'_>,
        mut ours: Vec<String>,
        text: &mut Text,
    ) {
        let definition = &described.definition;
        if described.notes.is_deprecated {
            text.line("option deprecated = true;");
        }
        if definition.is_message_set {
            text.line("option message_set_wire_format = true;");
        }
        ours.extend(self.own_options(facts, described, "message"));
        if definition.keeps_unknown != facts.keeps_unknown && super::is_keeper(definition) {
            let keeps = definition.keeps_unknown;
            ours.push(format!("option (everwire.message).unknown = {keeps};"));
        }
        for rule in &definition.rules {
            let MessageRule::Oneof { fields, required } = rule else {
                continue;
            };
            let full = definition.full_name();
            let named = fields.iter().filter_map(|name| {
                let mut members = definition.members().iter();
                let member = members.find(|member| member.name == *name)?;
                Some(quoted(self.scopes.member(&full, member.number)))
            });
            let mut said = format!("fields: [{}]", named.collect::<Vec<_>>().join(", "));
            if *required {
                said += ", required: true";
            }
            ours.push(format!(
                "option (everwire.message).validate.oneof = {{ {said} }};"
            ));
        }
        let notes = &described.notes;
        let hooks = notes.hooks.iter().map(|hook| ("hook", hook));
        let upgrade = notes.upgrade.iter().map(|upgrade| ("upgrade", upgrade));
        for (option, function) in hooks.chain(upgrade) {
            if let Some(path) = self.path(&definition.full_name(), function) {
                let path = quoted(path);
                ours.push(format!("option (everwire.message).{option} = {path};"));
            }
        }
        let (statements, options) = self.reserved(place, definition);
        ours.extend(options);
        if !ours.is_empty() {
            facts.import_options();
        }
        for option in &ours {
            text.line(option);
        }
        text.gap();
        for statement in &statements {
            text.line(statement);
        }
        for (first, last) in &definition.extensions {
            let last = match *last {
                536_870_911.. => "max".to_owned(),
                last => last.to_string(),
            };
            text.line(&format!("extensions {first} to {last};"));
        }
        text.gap();
    }

    /// A field with its doc comment; what has one stands apart.
    pub(super) fn field_lines(
        &self,
        described: &Described,
        member: &Member,
        written: &Written,
        text: &mut Text,
    ) {
        let docs = described.notes.docs_of(i64::from(member.number));
        if !docs.is_empty() {
            text.gap();
        }
        text.docs(docs);
        text.declared(&written.head, &written.options);
        if !docs.is_empty() {
            text.gap();
        }
    }

    fn oneof_options(
        &self,
        facts: &FileFacts,
        described: &Described,
        oneof: &str,
        text: &mut Text,
    ) {
        let definition = &described.definition;
        let is_required = |rule: &MessageRule| matches!(rule, MessageRule::Variant { oneof: own } if *own == oneof);
        if definition.rules.iter().any(is_required) {
            facts.import_options();
            text.line("option (everwire.oneof).required = true;");
            text.gap();
        }
        let groups = definition.oneofs.iter();
        for group in groups.filter(|group| group.name == oneof) {
            facts.import_options();
            let Some((_, bytes)) = &group.default else {
                text.line("option (everwire.oneof).must_be_set = true;");
                text.gap();
                continue;
            };
            // An array of the number and an empty one, which a variant without a value is.
            let mut members = definition.members().iter();
            let found = members.find(|member| {
                let number = everwire::msgpack::to_vec(&member.number).unwrap_or_default();
                member.oneof.as_deref() == Some(oneof)
                    && **bytes == [&[0x92], &*number, &[0x90]].concat()
            });
            let said = match found {
                Some(member) => {
                    let own = self.scopes.member(&definition.full_name(), member.number);
                    format!("default = {}", quoted(own))
                }
                None => format!("default_msgpack = {}", quoted_bytes(bytes)),
            };
            text.line(&format!("option (everwire.oneof).{said};"));
            text.gap();
        }
    }
}
