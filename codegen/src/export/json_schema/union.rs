//! Enums with data: an object of one member, whose name is the variant's; without data, the name alone.

use everwire::dynamic::{Member, Shape};
use serde_json::{Value, json};

use super::message::names;
use super::{Document, Object, any_of};
use crate::export::types::Described;

impl Document<'_> {
    pub(super) fn union(&self, described: &Described, members: &[Member]) -> Object {
        let mut all: Vec<Value> = Vec::new();
        let mut known: Vec<String> = Vec::new();
        for member in members {
            let payload = self.member(described, member);
            let names = names(member, self.dialect);
            if member.ty == Shape::Unit {
                all.push(json!({ "enum": names }));
            }
            for name in &names {
                all.push(json!({
                    "type": "object",
                    "properties": { name.clone(): payload },
                    "required": [name],
                    "maxProperties": 1,
                }));
            }
            known.extend(names);
        }
        if described.definition.keeps_unknown {
            // What came is written again.
            let other = json!({ "not": { "enum": known } });
            all.push(json!({ "type": "string", "not": { "enum": known } }));
            all.push(json!({ "type": "object", "propertyNames": other, "minProperties": 1, "maxProperties": 1 }));
        }
        any_of(all)
    }
}
