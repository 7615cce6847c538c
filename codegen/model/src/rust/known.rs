//! Which attributes belong on what.

use super::Reader;
use super::setting::Setting;
use crate::check::{misplaced_attribute, unknown_attribute};
use crate::model::RuleName;

/// What an attribute stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Type,
    Field,
    Variant,
    /// Inside `items(…)`, `keys(…)`, `values(…)` and `rule(…)`.
    Rules,
    /// Inside `rule(…)` on a type.
    MessageRules,
}

const TYPE: &[&str] = &[
    "accept",
    "alias",
    "crate",
    "extensions",
    "from",
    "into",
    "json",
    "message_set",
    "msgpack",
    "name",
    "prost",
    "rename_all",
    "reserved",
    "rule",
    "serde",
    "transparent",
    "try_from",
    "upgrade",
    "validate",
    "version",
];

const FIELD: &[&str] = &[
    "accept",
    "alias",
    "default",
    "fixed",
    "flatten",
    "group",
    "json_name",
    "key",
    "number",
    "oneof",
    "rename",
    "required",
    "rule",
    "since",
    "sint",
    "skip",
    "slot",
    "unknown",
    "unpacked",
    "validate",
    "value",
    "was",
    "with",
];

const VARIANT: &[&str] = &[
    "accept",
    "alias",
    "fixed",
    "group",
    "json_name",
    "key",
    "msgpack",
    "number",
    "other",
    "rename",
    "rename_all",
    "reserved",
    "rule",
    "since",
    "sint",
    "skip",
    "unpacked",
    "validate",
    "value",
    "with",
];

impl Level {
    /// What a person calls it.
    fn describe(self) -> &'static str {
        match self {
            Level::Type => "a type",
            Level::Field => "a field",
            Level::Variant => "a variant",
            Level::Rules => "a list of rules",
            Level::MessageRules => "a list of a message's rules",
        }
    }

    /// The attributes that are no validation rules.
    fn own(self) -> &'static [&'static str] {
        match self {
            Level::Type => TYPE,
            Level::Field => FIELD,
            Level::Variant => VARIANT,
            Level::Rules => &[],
            Level::MessageRules => &["oneof"],
        }
    }

    fn has_rules(self) -> bool {
        !matches!(self, Level::Type | Level::MessageRules)
    }

    fn knows(self, name: &str) -> bool {
        let rule = RuleName::from_name(name).is_some() && name != "required";
        self.own().contains(&name) || (self.has_rules() && rule)
    }
}

/// Tells of an attribute that its level does not have.
pub(super) fn refuse(reader: &mut Reader, level: Level, setting: &Setting) {
    let (name, at) = (setting.name.as_str(), setting.at);
    let others = [Level::Type, Level::Field, Level::Variant];
    let there: Vec<&str> = others
        .into_iter()
        .filter(|other| *other != level && other.knows(name))
        .map(Level::describe)
        .collect();
    let diagnostic = if there.is_empty() {
        let rules = RuleName::ALL.iter().map(|(_, name, _)| *name);
        let rules = rules.filter(|_| level.has_rules());
        let known: Vec<&str> = level.own().iter().copied().chain(rules).collect();
        let listed = if level.own().is_empty() {
            &known
        } else {
            level.own()
        };
        let also = if level.own().is_empty() || !level.has_rules() {
            ""
        } else {
            ", and validation rules"
        };
        unknown_attribute::diagnostic(at, name, level.describe(), &known, listed, also)
    } else {
        misplaced_attribute::diagnostic(at, name, level.describe(), &there)
    };
    reader.report(diagnostic);
}
