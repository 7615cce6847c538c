//! From `FieldRules` to the model's rules, which have the same names.

use everwire_model::model::raw::{Argument, Rule};
use everwire_model::model::{Diagnostic, Literal, Located, RuleName};
use prost_reflect::{DynamicMessage, FieldDescriptor, ReflectMessage, Value};

use super::group::{self, Group};
use super::literal::{literal, word};
use super::{ID, required, text};
use crate::lower::Lower;
use crate::lower::everwire::Said;

impl Lower<'_> {
    /// The rules of a value to which those of a group belong.
    pub(super) fn rules(&self, field: &FieldDescriptor, group: &Group, said: &Said) -> Vec<Rule> {
        let mut rules = Vec::new();
        self.each_cel(said, field.name());
        for (part, value) in said.message.fields() {
            let at = said.at(self, part.name());
            match (part.name(), value) {
                ("cel" | "cel_expression", _) => {}
                ("required", Value::Bool(is_raised)) => {
                    rules.extend(is_raised.then(|| required(at)))
                }
                ("ignore", Value::EnumNumber(number)) => match word("ignore", *number) {
                    Ok(word) => rules.extend(word.map(|word| text(RuleName::Ignore, at, word))),
                    Err(()) => self.unknown(at, &format!("`ignore = {number}`"), field.name()),
                },
                (name, Value::Message(_)) if group.name() == Some(name) => {
                    if let Some(inner) = said.inner(name) {
                        rules.extend(self.group(field, group, &inner));
                    }
                }
                (name, Value::Message(_)) => self.misplaced(field, group, name, said),
                (name, _) => self.unknown(at, &format!("`{name}`"), field.name()),
            }
        }
        self.each_unknown_number(said, field.name());
        rules
    }

    fn group(&self, field: &FieldDescriptor, group: &Group, said: &Said) -> Vec<Rule> {
        self.each_predefined(said, field.name());
        self.each_unknown_number(said, field.name());
        let parts = said.message.fields();
        parts
            .filter_map(|(part, value)| self.rule(field, group, said, part.name(), value))
            .collect()
    }

    fn rule(
        &self,
        field: &FieldDescriptor,
        group: &Group,
        said: &Said,
        part: &str,
        value: &Value,
    ) -> Option<Rule> {
        let at = said.at(self, part);
        let Some(name) = RuleName::from_name(part) else {
            self.unknown(at, &format!("`{part}`"), field.name());
            return None;
        };
        let is_wide = matches!(group, Group::One("int128" | "uint128"));
        let literal = |value: &Value| match value.as_str() {
            Some(text) if is_wide => text.parse().ok().map(Literal::Int),
            _ => literal(value),
        };
        let argument = match (name, value) {
            (RuleName::Items | RuleName::Keys | RuleName::Values, Value::Message(_)) => {
                let inner = said.inner(part)?;
                let rules = self.rules(field, group.inside(name), &inner);
                if rules.is_empty() {
                    return None;
                }
                Argument::Rules(rules)
            }
            (RuleName::WellKnownRegex, Value::EnumNumber(number)) => match word(part, *number) {
                Ok(word) => return word.map(|word| text(name, at, word)),
                Err(()) => {
                    self.unknown(at, &format!("`{part} = {number}`"), field.name());
                    return None;
                }
            },
            (RuleName::Const | RuleName::Strict, value) => {
                Argument::Literal(Located::new(literal(value)?, at))
            }
            (_, Value::Bool(raised)) => raised.then_some(Argument::Nothing)?,
            (_, Value::List(values)) => {
                let literals = values.iter().filter_map(literal);
                Argument::List(literals.map(|literal| Located::new(literal, at)).collect())
            }
            (_, value) => Argument::Literal(Located::new(literal(value)?, at)),
        };
        Some(Rule { name, at, argument })
    }

    fn misplaced(&self, field: &FieldDescriptor, group: &Group, found: &str, said: &Said) {
        let message = format!(
            "rules for `{found}` do not fit `{}`, which is {}",
            field.name(),
            group::describe(field)
        );
        let own = match is_of_protovalidate(&said.message) {
            true => "",
            false => "validate.",
        };
        let help = match group.name() {
            Some(group) => format!("write `{own}{group}`, which has the rules of this type"),
            None => "remove the rules; of a message, only `required` can be asked".to_owned(),
        };
        self.report(Diagnostic::new(ID, said.at(self, found), message).help(help));
    }
}

/// Whether it is one of protovalidate's messages.
fn is_of_protovalidate(message: &DynamicMessage) -> bool {
    message.descriptor().package_name() == "buf.validate"
}
