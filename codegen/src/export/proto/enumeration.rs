//! Enums without data.

use everwire::dynamic::Listed;

use super::super::types::Described;
use super::text::{Text, accepted, quoted};
use super::{FileFacts, Proto};

impl Proto<'_> {
    pub(super) fn enumeration(
        &self,
        facts: &FileFacts,
        described: &Described,
        values: &[Listed],
        is_open: bool,
        text: &mut Text,
    ) {
        let definition = &described.definition;
        let full = definition.full_name();
        let Some(name) = self.names.get(&full) else {
            return;
        };
        text.docs(&described.notes.docs);
        text.block(&format!("enum {}", name.own), |text| {
            if described.notes.is_deprecated {
                text.line("option deprecated = true;");
            }
            let mut ours = self.own_options(facts, described, "enum");
            if !is_open {
                ours.push("option (everwire.enum).closed = true;".to_owned());
            }
            if !ours.is_empty() {
                facts.import_options();
            }
            for option in &ours {
                text.line(option);
            }
            text.gap();
            for statement in self.reserved_values(definition, values) {
                text.line(&statement);
            }
            text.gap();
            if let Some(own) = self.scopes.placeholder(&full) {
                facts.import_options();
                let options = ["(everwire.value).placeholder = true".to_owned()];
                text.declared(&format!("{own} = 0"), &options);
            }
            // The first value is the one of number 0.
            let (zero, rest): (Vec<_>, Vec<_>) = values.iter().partition(|one| one.number == 0);
            for value in zero.into_iter().chain(rest) {
                self.value(facts, described, value, text);
            }
        });
    }

    fn value(&self, facts: &FileFacts, described: &Described, value: &Listed, text: &mut Text) {
        let definition = &described.definition;
        let own = self.scopes.value(&definition.full_name(), value.number);
        let number = i64::from(value.number);
        let mut options = Vec::new();
        if described.notes.is_deprecated(number) {
            options.push("deprecated = true".to_owned());
        }
        let mut ours = Vec::new();
        if own != value.name {
            ours.push(format!("(everwire.value).name = {}", quoted(&value.name)));
        }
        let aliases = value.aliases.iter();
        ours.extend(aliases.map(|alias| format!("(everwire.value).alias = {}", quoted(alias))));
        let wanted = definition.accepted.iter();
        let wanted = wanted.filter(|one| one.number == Some(number));
        ours.extend(wanted.map(|one| format!("(everwire.value).accept = {}", accepted(one))));
        if !ours.is_empty() {
            facts.import_options();
        }
        options.extend(ours);
        let docs = described.notes.docs_of(number);
        if !docs.is_empty() {
            text.gap();
        }
        text.docs(docs);
        text.declared(&format!("{own} = {}", value.number), &options);
        if !docs.is_empty() {
            text.gap();
        }
    }
}
