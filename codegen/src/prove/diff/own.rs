//! What types say differently of themselves.

use everwire::dynamic::Definition;
use everwire::schema::{Dialect, Layout};

use super::super::change::{self, Aspect, Own};
use super::both::{Both, less};
use crate::lock::spell;

impl Both<'_> {
    pub(super) fn own(&mut self) {
        let (old, new) = (self.old, self.new);
        let layout = |one: &Definition| match one.layout {
            Layout::Array => "msgpack array",
            Layout::Map => "msgpack map",
        };
        self.told(
            "layout-changed",
            Own::Layout,
            layout(old).into(),
            layout(new).into(),
        );
        let dialect = |one: &Definition| match one.json {
            Dialect::Native => "json native",
            Dialect::Proto => "json proto",
        };
        self.told(
            "dialect-changed",
            Own::Dialect,
            dialect(old).into(),
            dialect(new).into(),
        );
        let form = |one: &Definition| spell::form(one);
        self.told("form-changed", Own::Form, form(old), form(new));
        let keeps = |one: &Definition| match one.keeps_unknown {
            true => "unknown kept",
            false => "unknown skipped",
        };
        self.told(
            "unknown-changed",
            Own::Unknown,
            keeps(old).into(),
            keeps(new).into(),
        );
        let set = |one: &Definition| match one.is_message_set {
            true => "message set",
            false => "message",
        };
        self.told(
            "message-set-changed",
            Own::MessageSet,
            set(old).into(),
            set(new).into(),
        );
        // A oneof that is called otherwise is told as such.
        let before = change::renamed(old, self.types, &super::renamed(old, new));
        let oneofs = |one: &Definition| spell::oneofs(one).join(", ");
        self.told("oneof-said", Own::Oneofs, oneofs(&before), oneofs(new));
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
            (
                "message-rule-changed",
                "rule",
                Own::Rules,
                spell::message_rules,
            ),
            ("aliases-changed", "alias", Own::Aliases, |one| {
                one.aliases.clone()
            }),
        ] {
            let (before, after) = (facts(old), facts(new));
            let (gone, mut come) = (less(&before, &after), less(&after, &before));
            if own == Own::Reserved && self.has_removed() {
                // What is reserved with a removal is a part of that.
                come.clear();
            }
            if own == Own::Aliases {
                // The name that the type had is told where it is renamed.
                come.retain(|alias| alias.as_str() != self.name);
            }
            self.say_list(rule, None, (what, &gone, &come), Aspect::Own(own));
        }
    }

    fn told(&mut self, rule: &'static str, own: Own, from: String, to: String) {
        if from != to {
            self.say(rule, None, format!("{from} -> {to}"), Aspect::Own(own));
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
}
