//! Rules of a message as a whole.

use crate::check::message_oneof::find;
use crate::check::view::Message;
use crate::model::field::Role;
use crate::model::raw::MessageOneof;
use crate::model::{FieldNumber, MessageRule, OneofMember, Rule, Struct};

/// Adds the rules to the message that has these fields. What they name is not asked for more while it is not set, unless its own
/// rules say what is ignored.
pub(super) fn add(message: &mut Struct, view: &Message<'_>, rules: &[MessageOneof]) {
    for rule in rules {
        let members = rule.fields.iter().filter_map(|named| {
            let found = find(view, named)?;
            let field = message
                .fields
                .iter()
                .position(|field| field.member.position == found.position)?;
            let variant = named.number.and_then(FieldNumber::new);
            let variant = variant.filter(|_| matches!(message.fields[field].role, Role::Oneof(_)));
            let name = match named.number {
                Some(_) => named.name.value.clone(),
                None => message.fields[field].name.clone(),
            };
            Some(OneofMember {
                name,
                field,
                variant,
            })
        });
        let members: Vec<_> = members.collect();
        for member in members.iter().filter(|member| member.variant.is_none()) {
            let rules = &mut message.fields[member.field].rules;
            let is_said = rules
                .iter()
                .any(|rule| matches!(rule, Rule::IgnoreIfZero | Rule::IgnoreAlways));
            if !rules.is_empty() && !is_said {
                rules.push(Rule::IgnoreIfZero);
            }
        }
        message.rules.push(MessageRule::Oneof {
            members,
            required: rule.required.is_some(),
        });
    }
}
