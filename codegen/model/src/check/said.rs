//! What a field says, as a list of attribute names and places; no rule, but what rules ask.

use crate::model::raw::{self, Says};
use crate::model::{At, Encoding, RuleName};

/// The attributes that speak of a field's value.
pub(crate) fn of_value(says: &Says) -> Vec<(&'static str, At)> {
    let mut said = Vec::new();
    said.extend(says.default.as_ref().map(|default| ("default", default.at)));
    said.extend(says.required.map(|at| ("required", at)));
    said.extend(says.encoding.map(|one| (encoding(one.value), one.at)));
    said.extend(says.key.map(|one| ("key", one.at)));
    said.extend(says.value.map(|one| ("value", one.at)));
    said.extend(says.unpacked.map(|at| ("unpacked", at)));
    said.extend(says.with.as_ref().map(|with| ("with", with.at)));
    said.extend(says.was.iter().map(|was| ("was", was.at)));
    said.extend(
        says.rules
            .iter()
            .map(|rule| (rule_word(rule.name), rule.at)),
    );
    said.extend(says.hooks.iter().map(|hook| ("validate", hook.at)));
    said
}

/// The attributes that speak of a field's name and history.
pub(crate) fn of_name(says: &Says) -> Vec<(&'static str, At)> {
    let mut said = Vec::new();
    said.extend(says.rename.as_ref().map(|name| ("rename", name.at)));
    said.extend(says.json_name.as_ref().map(|name| ("json_name", name.at)));
    said.extend(says.aliases.iter().map(|name| ("alias", name.at)));
    said.extend(says.since.map(|since| ("since", since.at)));
    said.extend(says.accepts.iter().map(|accept| ("accept", accept.at)));
    said
}

/// The attributes that give a field its place.
pub(crate) fn of_place(field: &raw::Field) -> Vec<(&'static str, At)> {
    let mut said = Vec::new();
    said.extend(field.number.map(|number| ("number", number.at)));
    said.extend(field.slot.map(|slot| ("slot", slot.at)));
    said.extend(field.oneof.as_ref().map(|oneof| ("oneof", oneof.at)));
    said.extend(field.flatten.map(|at| ("flatten", at)));
    said.extend(field.unknown.map(|at| ("unknown", at)));
    said.extend(field.skip.map(|at| ("skip", at)));
    said
}

/// An encoding as attributes spell it.
pub(crate) fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Zigzag => "sint",
        Encoding::Group => "group",
        Encoding::Default | Encoding::Fixed => "fixed",
    }
}

fn rule_word(rule: RuleName) -> &'static str {
    match rule {
        RuleName::Required => "rule(required)",
        other => other.name(),
    }
}
