//! Messages: objects, and arrays where they are tuples.

use std::collections::BTreeSet;

use everwire::dynamic::{Member, Shape};
use everwire::schema::{Dialect, Presence};
use everwire::validate::{Literal, MessageRule, Rule};
use serde_json::{Value, json};

use super::value::nullable;
use super::{Document, Object, any_of, docs, object};
use crate::export::types::Described;

impl Document<'_> {
    pub(super) fn message(&self, described: &Described) -> Object {
        let definition = &described.definition;
        if definition.is_unit {
            return self.value(&Shape::Unit);
        }
        let members = definition.members();
        let object = self.object(described, members);
        if !definition.is_tuple {
            return object;
        }
        let items = members.iter().map(|member| {
            // The native dialect has an element for each, null where nothing is.
            Value::Object(self.member(described, member))
        });
        let mut array = super::object(json!({
            "type": "array",
            "prefixItems": items.collect::<Vec<_>>(),
        }));
        if self.dialect == Dialect::Native {
            array.insert("minItems".into(), members.len().into());
            array.insert("maxItems".into(), members.len().into());
        }
        any_of(vec![Value::Object(array), Value::Object(object)])
    }

    fn object(&self, described: &Described, members: &[Member]) -> Object {
        let definition = &described.definition;
        let mut properties = Object::new();
        let mut all: Vec<Value> = Vec::new();
        let mut required: Vec<Value> = Vec::new();
        for member in members {
            let schema = self.member(described, member);
            for name in names(member, self.dialect) {
                properties.insert(name.clone(), Value::Object(schema.clone()));
            }
            let is_needed =
                member.presence == Presence::Required || self.must_be_there(definition, member);
            if is_needed && member.oneof.is_none() {
                match names(member, self.dialect).as_slice() {
                    [one] => required.push(one.as_str().into()),
                    names => all.push(json!({
                        "anyOf": names.iter().map(|name| json!({ "required": [name] })).collect::<Vec<_>>(),
                    })),
                }
            }
        }
        let oneofs: BTreeSet<&String> = members
            .iter()
            .filter_map(|one| one.oneof.as_ref())
            .collect();
        for oneof in oneofs {
            let must_be_set = definition
                .oneofs
                .iter()
                .any(|one| one.name == *oneof && one.default.is_none());
            let held = members
                .iter()
                .filter(|one| one.oneof.as_ref() == Some(oneof));
            let mut alternatives: Vec<Value> = Vec::new();
            for member in held {
                for name in names(member, self.dialect) {
                    alternatives.push(json!({ "required": [name] }));
                }
            }
            if !must_be_set {
                let none = json!({ "not": { "anyOf": alternatives.clone() } });
                alternatives.push(none);
            }
            all.push(json!({ "oneOf": alternatives }));
        }
        all.extend(
            definition
                .rules
                .iter()
                .map(|rule| self.whole(members, rule)),
        );
        let mut schema = object(json!({ "type": "object" }));
        if !properties.is_empty() {
            schema.insert("properties".into(), Value::Object(properties));
        }
        if !required.is_empty() {
            schema.insert("required".into(), Value::Array(required));
        }
        if !all.is_empty() {
            schema.insert("allOf".into(), Value::Array(all));
        }
        schema
    }

    /// A rule of the message as a whole: how many of some members are set.
    fn whole(&self, members: &[Member], rule: &MessageRule) -> Value {
        let (fields, required) = match rule {
            MessageRule::Oneof { fields, required } => (fields, required),
            MessageRule::Variant { oneof } => {
                let its = |member: &&Member| member.oneof.as_deref() == Some(oneof);
                let set = members.iter().filter(its).map(|member| self.set(member));
                return json!({ "anyOf": set.collect::<Vec<_>>() });
            }
            _ => return json!(true),
        };
        let named = fields
            .iter()
            .filter_map(|name| members.iter().find(|member| member.name == *name));
        let mut set: Vec<Value> = named.map(|member| self.set(member)).collect();
        if !required {
            let none = json!({ "not": { "anyOf": set.clone() } });
            set.push(none);
        }
        json!({ "oneOf": set })
    }

    /// That a member is set: it is there, and not null; without presence of its own, neither zero nor empty.
    fn set(&self, member: &Member) -> Value {
        let mut value = object(json!({ "not": { "type": "null" } }));
        let has_presence = matches!(member.ty, Shape::Option(_)) || member.oneof.is_some();
        if !has_presence && member.presence == Presence::Implicit {
            self.not_zero(&member.ty, &mut value);
        }
        let names = names(member, self.dialect);
        let names = names
            .iter()
            .map(|name| json!({ "required": [name], "properties": { name: value.clone() } }));
        json!({ "anyOf": names.collect::<Vec<_>>() })
    }

    /// The schema of a member, with its rules and what is said of it.
    pub(super) fn member(&self, described: &Described, member: &Member) -> Object {
        let of = format!("{}.{}", described.definition.full_name(), member.name);
        let is_nullable = matches!(member.ty, Shape::Option(_));
        let (shape, is_needed) = match &member.ty {
            Shape::Option(inner) => (&**inner, member.rules.contains(&Rule::Required)),
            shape => (shape, false),
        };
        let mut schema = self.ruled(
            &of,
            shape,
            &member.rules,
            is_nullable || member.oneof.is_some(),
        );
        if is_nullable && !is_needed {
            schema = nullable(schema);
        }
        let number = i64::from(member.number);
        let told = docs(described.notes.docs_of(number));
        if !told.is_empty() {
            schema.insert("description".into(), told.into());
        }
        if described.notes.is_deprecated(number) {
            schema.insert("deprecated".into(), true.into());
        }
        let default = match (&member.default, &member.ty) {
            (Some(Literal::Bool(value)), _) => Some(json!(value)),
            (Some(Literal::Int(value)), Shape::Int(_)) => {
                i64::try_from(*value).ok().map(|value| json!(value))
            }
            (Some(Literal::Float(value)), _) if value.is_finite() => Some(json!(value)),
            (Some(Literal::Str(value)), Shape::String) => Some(json!(value)),
            _ => None,
        };
        if let Some(default) = default {
            schema.insert("default".into(), default);
        }
        schema
    }
}

/// The names by which a reader takes a member: first the one that the dialect writes.
pub(super) fn names(member: &Member, dialect: Dialect) -> Vec<String> {
    let own = match dialect {
        Dialect::Native => [&member.name, &member.json_name],
        Dialect::Proto => [&member.json_name, &member.name],
    };
    let mut names: Vec<String> = Vec::new();
    for name in own.into_iter().chain(&member.aliases) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}
