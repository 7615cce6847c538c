//! `message-oneof`: a rule of the message names no fields, or one that it cannot count.
//!
//! `rule(oneof(a, b))` lets at most one of these fields be set, and with `required` asks for one. It
//! names two fields or more of the message, each once, by their names.
//!
//! ```text
//! #[codec(rule(oneof(email, fone)))]   // write phone
//! struct Contact {
//!     #[codec(1)] email: String,
//!     #[codec(2)] phone: String,
//! }
//! ```

use super::view::{Class, Field, Message, Role, View};
use crate::model::raw::MessageOneofField;
use crate::model::{Diagnostic, name};

pub(crate) const ID: &str = "message-oneof";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    let owner = name::plain(&view.item.ident);
    for rule in &view.item.rules {
        let message = match (view.class, view.messages.as_slice()) {
            (Class::Message, [message]) => message,
            _ => {
                let text =
                    format!("`oneof` has no effect on `{owner}`, which is no struct with fields");
                found.push(Diagnostic::new(ID, rule.at, text).help("remove the rule"));
                continue;
            }
        };
        if rule.fields.is_empty() {
            let text = format!("`oneof` of `{owner}` names no field");
            let help = "name the fields of which at most one is set, or remove the rule";
            found.push(Diagnostic::new(ID, rule.at, text).help(help));
        }
        for (index, named) in rule.fields.iter().enumerate() {
            let earlier = rule.fields.get(..index).unwrap_or_default();
            let same = |other: &&MessageOneofField| other.name.value == named.name.value;
            if let Some(first) = earlier.iter().find(same) {
                let text = format!("`oneof` of `{owner}` names `{}` twice", named.name.value);
                found.push(
                    Diagnostic::new(ID, named.name.at, text)
                        .label(first.name.at, "the first one")
                        .help("keep one of them"),
                );
                continue;
            }
            found.extend(judge(message, &owner, named));
        }
    }
}

fn judge(message: &Message<'_>, owner: &str, named: &MessageOneofField) -> Option<Diagnostic> {
    let name = &named.name.value;
    let Some(field) = find(message, named) else {
        let names: Vec<String> = message
            .fields
            .iter()
            .filter(|field| field.role == Role::Plain)
            .map(|field| format!("`{}`", field.name))
            .collect();
        let text = format!("`oneof` of `{owner}` names `{name}`, which is no field of it");
        let help = match names.as_slice() {
            [] => "remove the name".to_owned(),
            names => format!("the fields are {}", names.join(", ")),
        };
        return Some(Diagnostic::new(ID, named.name.at, text).help(help));
    };
    let why = match field.role {
        Role::Plain => return None,
        Role::Oneof if named.number.is_some() => return None,
        Role::Oneof => "whose variants are the fields",
        Role::Flatten => "whose own fields are flattened",
        Role::Unknown => "which keeps unknown fields",
        Role::Skipped => "which `skip` leaves off every wire",
    };
    let text = format!("`oneof` of `{owner}` names `{name}`, {why}");
    Some(Diagnostic::new(ID, named.name.at, text).help("remove the name"))
}

/// The field of a number, or of that name on the wires, or in Rust.
pub(crate) fn find<'m, 'a>(
    message: &'m Message<'a>,
    named: &MessageOneofField,
) -> Option<&'m Field<'a>> {
    let name = named.name.value.as_str();
    let by = |test: &dyn Fn(&Field<'a>) -> bool| message.fields.iter().find(|field| test(field));
    match named.number {
        Some(number) => by(&|field| {
            let mut numbers = field.numbers.iter();
            numbers.any(|one| one.number.value == number)
        }),
        None => by(&|field| field.name == name && field.role == Role::Plain)
            .or_else(|| by(&|field| field.label == name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, at, field, found, item_enum, message, variant};
    use crate::model::At;
    use crate::model::raw::{Item, MessageOneof};

    fn oneof(item: Item, names: &[&str]) -> Item {
        let fields = names.iter().map(|name| MessageOneofField {
            name: at((*name).to_owned()),
            number: None,
        });
        let rule = MessageOneof {
            at: At(1),
            fields: fields.collect(),
            required: None,
        };
        item.with(|item| item.rules.push(rule))
    }

    #[test]
    fn a_rule_names_fields_of_its_message_each_once() {
        let order = || {
            message([
                field("id", U32).numbered(1),
                field("code", U32).numbered(2),
                field("event", crate::model::Shape::Opaque).oneof([3]),
            ])
        };
        assert_eq!(found(check, &oneof(order(), &["id", "code"])), [""; 0]);
        assert_eq!(
            found(check, &oneof(order(), &["id", "name", "id", "event"])),
            [
                "`oneof` of `Order` names `name`, which is no field of it\nhelp: the fields are `id`, `code`",
                "`oneof` of `Order` names `id` twice\nhelp: keep one of them",
                "`oneof` of `Order` names `event`, whose variants are the fields\nhelp: remove the name",
            ]
        );
        assert_eq!(
            found(check, &oneof(order(), &[])),
            [
                "`oneof` of `Order` names no field\nhelp: name the fields of which at most one is set, or remove the rule"
            ]
        );
        assert_eq!(
            found(check, &oneof(item_enum([variant("A")]), &["a"])),
            [
                "`oneof` has no effect on `Event`, which is no struct with fields\nhelp: remove the rule"
            ]
        );
    }
}
