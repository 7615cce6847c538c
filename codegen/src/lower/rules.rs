//! Validation rules, from `everwire.FieldRules`: rules have the same names there and in the model.

use everwire_model::model::raw::{Argument, Rule};
use everwire_model::model::{Diagnostic, Literal, Located, RuleName};
use prost_reflect::{DynamicMessage, FieldDescriptor, Kind, Value};

use super::Lower;
use super::everwire::Said;
use super::rust::Form;

/// The id of the rule.
pub(crate) const ID: &str = "rules-type";

/// The groups of rules that fit a value and what is in it.
#[derive(Clone, Debug)]
enum Group {
    /// A message: only `required`.
    None,
    One(&'static str),
    List(Box<Group>),
    Map(Box<Group>, Box<Group>),
}

impl Lower<'_> {
    /// The rules of a field, whose type in Rust may be another than the one that it declares.
    pub(super) fn rules_of(
        &self,
        field: &FieldDescriptor,
        rust: Option<&Form>,
        said: Option<&Said>,
    ) -> Vec<Rule> {
        let rules = said.and_then(|said| said.inner("validate"));
        let group = || match rust {
            Some(form) => of_form(form, field),
            None => whole(field),
        };
        rules
            .map(|rules| self.rules(field, &group(), &rules))
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

    fn rules(&self, field: &FieldDescriptor, group: &Group, said: &Said) -> Vec<Rule> {
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
                Value::Message(_) if group.name() == Some(part.name()) => {
                    if let Some(inner) = said.inner(part.name()) {
                        rules.extend(self.group(field, group, &inner));
                    }
                }
                Value::Message(_) => self.misplaced(field, group, part.name(), said),
                _ => {}
            }
        }
        rules
    }

    fn group(&self, field: &FieldDescriptor, group: &Group, said: &Said) -> Vec<Rule> {
        let is_wide = matches!(group, Group::One("int128" | "uint128"));
        let literal = |value: &Value| match value.as_str() {
            Some(text) if is_wide => text.parse().ok().map(Literal::Int),
            _ => literal(value),
        };
        let rule = |(part, value): (FieldDescriptor, &Value)| {
            let name = RuleName::from_name(part.name())?;
            let at = said.at(self, part.name());
            let argument = match (name, value) {
                (RuleName::Items | RuleName::Keys | RuleName::Values, Value::Message(_)) => {
                    let inner = said.inner(part.name())?;
                    Argument::Rules(self.rules(field, group.inside(name), &inner))
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

    fn misplaced(&self, field: &FieldDescriptor, group: &Group, found: &str, said: &Said) {
        let message = format!(
            "rules for `{found}` do not fit `{}`, which is {}",
            field.name(),
            describe(field)
        );
        let help = match group.name() {
            Some(group) => format!("write `validate.{group}`, which has the rules of this type"),
            None => "remove the rules; of a message, only `required` can be asked".to_owned(),
        };
        self.report(Diagnostic::new(ID, said.at(self, found), message).help(help));
    }
}

impl Group {
    /// The name of the member of `everwire.FieldRules`.
    fn name(&self) -> Option<&'static str> {
        match self {
            Group::None => None,
            Group::One(name) => Some(name),
            Group::List(_) => Some("repeated"),
            Group::Map(..) => Some("map"),
        }
    }

    /// That of elements, keys or values.
    fn inside(&self, name: RuleName) -> &Group {
        match (self, name) {
            (Group::List(element), RuleName::Items) => element,
            (Group::Map(key, _), RuleName::Keys) => key,
            (Group::Map(_, value), RuleName::Values) => value,
            _ => &Group::None,
        }
    }
}

/// The groups of a field as it is declared.
fn whole(field: &FieldDescriptor) -> Group {
    match field.kind() {
        Kind::Message(entry) if field.is_map() => Group::Map(
            Box::new(group_of(&entry.map_entry_key_field().kind())),
            Box::new(group_of(&entry.map_entry_value_field().kind())),
        ),
        kind if field.is_list() => Group::List(Box::new(group_of(&kind))),
        kind => group_of(&kind),
    }
}

/// The groups of a type in Rust.
fn of_form(form: &Form, field: &FieldDescriptor) -> Group {
    let inner = |form: &Form| Box::new(of_form(form, field));
    match form {
        Form::Option(held) => of_form(held, field),
        Form::List(element) => Group::List(inner(element)),
        Form::Map(key, value) => Group::Map(inner(key), inner(value)),
        Form::Bool => Group::One("bool"),
        Form::Int(int) if int.bits == 128 => Group::One(match int.signed {
            true => "int128",
            false => "uint128",
        }),
        // The encoding of an integer that is the field itself is part of the name.
        Form::Int(_) if !matches!(field.kind(), Kind::Message(_) | Kind::Bytes) => {
            group_of(&field.kind())
        }
        Form::Int(int) => Group::One(match (int.bits, int.signed) {
            (64, true) => "int64",
            (64, false) => "uint64",
            (_, true) => "int32",
            (_, false) => "uint32",
        }),
        Form::Float32 => Group::One("float"),
        Form::Float64 => Group::One("double"),
        Form::Char | Form::String => Group::One("string"),
        Form::Bytes => Group::One("bytes"),
        Form::Duration => Group::One("duration"),
        Form::Timestamp => Group::One("timestamp"),
        Form::Unit | Form::Uuid | Form::Foreign => Group::None,
        Form::Named(name) => match field.parent_message().parent_pool().get_enum_by_name(name) {
            Some(_) => Group::One("enum"),
            None => match name.as_str() {
                "google.protobuf.Duration" => Group::One("duration"),
                "google.protobuf.Timestamp" => Group::One("timestamp"),
                _ => Group::None,
            },
        },
    }
}

fn group_of(kind: &Kind) -> Group {
    Group::One(match kind {
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
            _ => return Group::None,
        },
    })
}

fn describe(field: &FieldDescriptor) -> String {
    match field.kind() {
        _ if field.is_map() => "a map".to_owned(),
        _ if field.is_list() => "repeated".to_owned(),
        Kind::Enum(one) => format!("the enum `{}`", one.full_name()),
        Kind::Message(message) => format!("a `{}`", message.full_name()),
        kind => format!("`{}`", group_of(&kind).name().unwrap_or_default()),
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
