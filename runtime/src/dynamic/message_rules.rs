//! The rules of a message as a whole, and those variants of its oneofs that are required.

use super::Message;
use super::check::Typed;
use super::value::Value;
use crate::schema::{Field, Presence};
use crate::validate::{Checker, MessageRule, Rule, Validate, require_variant};

/// Checks the rules of a message as a whole.
pub(super) fn check<C: Checker>(message: &Message, c: &mut C) {
    for rule in message.schema().rules() {
        match rule {
            MessageRule::Oneof { fields, required } => {
                let set = fields.iter().filter(|name| is_set(message, name));
                c.message_oneof(fields, set.count(), *required);
            }
            MessageRule::Variant { oneof } => c.oneof(oneof, has_variant(message, oneof)),
        }
    }
}

fn has_variant(message: &Message, oneof: &str) -> bool {
    let mut fields = message.schema().fields().iter().enumerate();
    fields.any(|(index, field)| {
        let is_its = field.oneof().is_some_and(|own| own == oneof);
        is_its && message.at(index).is_some()
    })
}

fn is_set(message: &Message, name: &str) -> bool {
    let mut fields = message.schema().fields().iter().enumerate();
    let found = fields.find(|(_, field)| field.name() == name);
    let Some((field, value)) = found.and_then(|(index, field)| Some((field, message.at(index)?)))
    else {
        return false;
    };
    match (value, field.presence()) {
        (Value::Null, _) => false,
        (value, Presence::Implicit) if field.oneof().is_none() => {
            let ty = field.ty();
            !Typed { ty, value }.is_zero()
        }
        _ => true,
    }
}

/// Checks that a variant is the one that is set, where it is required.
pub(super) fn variant<C: Checker>(field: &Field, is_set: bool, c: &mut C) {
    let rules = field.rules();
    if rules.contains(&Rule::Required) && !rules.contains(&Rule::IgnoreAlways) {
        require_variant(field.name(), is_set, c);
    }
}
