//! Validation rules, from `everwire.FieldRules`: rules have the same names there and in the model.

use everwire_model::model::raw::{Argument, Rule};
use everwire_model::model::{Diagnostic, Literal, Located, RuleName};
use prost_reflect::{DynamicMessage, FieldDescriptor, Kind, Value};

use super::Lower;
use super::everwire::Said;

/// The id of the rule.
pub(crate) const ID: &str = "rules-type";

impl Lower<'_> {
    /// The rules of a field.
    pub(super) fn rules_of(&self, field: &FieldDescriptor, said: Option<&Said>) -> Vec<Rule> {
        let rules = said.and_then(|said| said.inner("validate"));
        rules
            .map(|rules| self.rules(field, whole(field), &rules))
            .unwrap_or_default()
    }

    /// `required` alone, as a rule of its own: of a oneof.
    pub(super) fn required_rule(&self, said: Option<&Said>) -> Vec<Rule> {
        let at = self.said_flag(said, "required");
        at.map(|at| Rule {
            name: RuleName::Required,
            at,
            argument: Argument::Nothing,
        })
        .into_iter()
        .collect()
    }

    fn rules(
        &self,
        field: &FieldDescriptor,
        group: Option<&'static str>,
        said: &Said,
    ) -> Vec<Rule> {
        let mut rules = Vec::new();
        for (part, value) in said.message.fields() {
            match value {
                Value::Bool(true) if part.name() == "required" => {
                    let at = said.at(self, "required");
                    rules.push(Rule {
                        name: RuleName::Required,
                        at,
                        argument: Argument::Nothing,
                    });
                }
                Value::Message(_) if group == Some(part.name()) => {
                    if let Some(inner) = said.inner(part.name()) {
                        rules.extend(self.group(field, &inner));
                    }
                }
                Value::Message(_) => self.misplaced(field, group, part.name(), said),
                _ => {}
            }
        }
        rules
    }

    fn group(&self, field: &FieldDescriptor, said: &Said) -> Vec<Rule> {
        let rule = |(part, value): (FieldDescriptor, &Value)| {
            let name = RuleName::from_name(part.name())?;
            let at = said.at(self, part.name());
            let argument = match (name, value) {
                (RuleName::Items | RuleName::Keys | RuleName::Values, Value::Message(_)) => {
                    let inner = said.inner(part.name())?;
                    Argument::Rules(self.rules(field, inside(field, name), &inner))
                }
                (RuleName::Const, value) => Argument::Literal(Located::new(literal(value)?, at)),
                (_, Value::Bool(raised)) => raised.then_some(Argument::Nothing)?,
                (_, Value::List(values)) => {
                    let literals = values.iter().filter_map(literal);
                    Argument::List(literals.map(|literal| Located::new(literal, at)).collect())
                }
                (_, value) => Argument::Literal(Located::new(literal(value)?, at)),
            };
            Some(Rule { name, at, argument })
        };
        said.message.fields().filter_map(rule).collect()
    }

    fn misplaced(&self, field: &FieldDescriptor, group: Option<&str>, found: &str, said: &Said) {
        let message = format!(
            "rules for `{found}` do not fit `{}`, which is {}",
            field.name(),
            describe(field)
        );
        let help = match group {
            Some(group) => format!("write `validate.{group}`, which has the rules of this type"),
            None => "remove the rules; of a message, only `required` can be asked".to_owned(),
        };
        self.report(Diagnostic::new(ID, said.at(self, found), message).help(help));
    }
}

/// The group of rules for a field as a whole.
fn whole(field: &FieldDescriptor) -> Option<&'static str> {
    match field {
        field if field.is_map() => Some("map"),
        field if field.is_list() => Some("repeated"),
        field => group_of(&field.kind()),
    }
}

/// The group of rules for elements, keys or values of a field.
fn inside(field: &FieldDescriptor, name: RuleName) -> Option<&'static str> {
    match (name, field.kind()) {
        (RuleName::Items, kind) => group_of(&kind),
        (RuleName::Keys, Kind::Message(entry)) => group_of(&entry.map_entry_key_field().kind()),
        (_, Kind::Message(entry)) => group_of(&entry.map_entry_value_field().kind()),
        _ => None,
    }
}

fn group_of(kind: &Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Double => "double",
        Kind::Float => "float",
        Kind::Int32 => "int32",
        Kind::Int64 => "int64",
        Kind::Uint32 => "uint32",
        Kind::Uint64 => "uint64",
        Kind::Sint32 => "sint32",
        Kind::Sint64 => "sint64",
        Kind::Fixed32 => "fixed32",
        Kind::Fixed64 => "fixed64",
        Kind::Sfixed32 => "sfixed32",
        Kind::Sfixed64 => "sfixed64",
        Kind::Bool => "bool",
        Kind::String => "string",
        Kind::Bytes => "bytes",
        Kind::Enum(_) => "enum",
        Kind::Message(message) => match message.full_name() {
            "google.protobuf.Duration" => "duration",
            "google.protobuf.Timestamp" => "timestamp",
            _ => return None,
        },
    })
}

fn describe(field: &FieldDescriptor) -> String {
    match (whole(field), field.kind()) {
        (Some("map"), _) => "a map".to_owned(),
        (Some("repeated"), _) => "repeated".to_owned(),
        (_, Kind::Enum(one)) => format!("the enum `{}`", one.full_name()),
        (_, Kind::Message(message)) => format!("a `{}`", message.full_name()),
        (group, _) => format!("`{}`", group.unwrap_or_default()),
    }
}

fn literal(value: &Value) -> Option<Literal> {
    Some(match value {
        Value::Bool(value) => Literal::Bool(*value),
        Value::I32(value) | Value::EnumNumber(value) => Literal::Int(i128::from(*value)),
        Value::I64(value) => Literal::Int(i128::from(*value)),
        Value::U32(value) => Literal::Int(i128::from(*value)),
        Value::U64(value) => Literal::Int(i128::from(*value)),
        Value::F32(value) => Literal::Float(f64::from(*value)),
        Value::F64(value) => Literal::Float(*value),
        Value::String(value) => Literal::Str(value.clone()),
        Value::Bytes(value) => Literal::Bytes(value.to_vec()),
        Value::Message(message) => time(message)?,
        Value::List(_) | Value::Map(_) => return None,
    })
}

fn time(message: &DynamicMessage) -> Option<Literal> {
    use prost_reflect::ReflectMessage;
    let seconds = message.get_field_by_name("seconds")?.as_i64()?;
    let nanos = message.get_field_by_name("nanos")?.as_i32()?;
    match message.descriptor().full_name() {
        "google.protobuf.Duration" => Some(Literal::Duration { seconds, nanos }),
        "google.protobuf.Timestamp" => Some(Literal::Timestamp { seconds, nanos }),
        _ => None,
    }
}
