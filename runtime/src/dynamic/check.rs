//! What checks a value of a type that is data by the rules of its schema. Hooks are functions of a program, and are not known here.

use alloc::vec::Vec;

use super::message::{Active, default, former};
use super::{Dynamic, Key, Message, Union, Value, type_of};
use super::{known, message_rules};
use crate::schema::{Field, Int, Schema, Type};
use crate::validate::{
    Checker, Context, Kind, ListedRules, Rules, Shallow, Subject, Validate, list, map, required,
};

/// A value and its type.
pub(super) struct Typed<'v> {
    pub(super) ty: Type,
    pub(super) value: &'v Value,
}

/// The key of a map and its type.
struct TypedKey<'v> {
    ty: Type,
    key: &'v Key,
}

impl Typed<'_> {
    /// Checks rules that are data, so that what nests needs no type of rules for each level.
    fn check_listed<C: Checker>(&self, rules: &ListedRules, c: &mut C) {
        match (self.ty, self.value) {
            (Type::Option(_), Value::Null) => {
                if rules.plan().required {
                    required::report(c);
                }
            }
            (Type::Option(inner) | Type::Fixed(inner, _), value) => {
                Typed { ty: *inner, value }.check_listed(rules, c);
            }
            (Type::List(element), Value::List(elements)) => {
                let ty = *element;
                let elements: Vec<_> = elements.iter().map(|value| Typed { ty, value }).collect();
                list::check(elements.iter(), rules, c);
            }
            (Type::Map(key, value), Value::Map(entries)) => {
                let typed = |(own, held)| {
                    let (of_key, of_value) = (*key, *value);
                    let key = TypedKey {
                        ty: of_key,
                        key: own,
                    };
                    let value = Typed {
                        ty: of_value,
                        value: held,
                    };
                    (key, value)
                };
                let entries: Vec<(TypedKey<'_>, Typed<'_>)> = entries.iter().map(typed).collect();
                map::check(entries.iter().map(|(key, value)| (key, value)), rules, c);
            }
            (_, Value::Message(message)) => message.check_value(rules, c),
            (_, Value::Union(union)) => union.check_value(rules, c),
            _ => {
                if let Some(subject) = self.subject() {
                    subject.check(rules.plan(), c);
                }
            }
        }
    }
}

impl Validate for Typed<'_> {
    const DESCENDS: bool = true;

    fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        self.check_listed(&ListedRules::held(rules), c);
    }

    fn is_zero(&self) -> bool {
        match self.value {
            Value::Null => true,
            Value::List(elements) => elements.is_empty(),
            Value::Map(entries) => entries.is_empty(),
            Value::Uuid(uuid) => *uuid == [0; 16],
            _ => self.subject().is_some_and(Subject::is_zero),
        }
    }

    fn subject(&self) -> Option<Subject<'_>> {
        match self.ty {
            Type::Option(inner) | Type::Fixed(inner, _) => scalar(*inner, self.value),
            ty => scalar(ty, self.value),
        }
    }

    fn count(&self) -> Option<usize> {
        match self.value {
            Value::List(elements) => Some(elements.len()),
            Value::Map(entries) => Some(entries.len()),
            _ => None,
        }
    }

    fn check_field<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        let plan = rules.plan();
        c.ruled(self, plan, |c| {
            let goes_on = match self.ty {
                Type::Option(_) => !plan.ignore_always,
                _ => required::check(|| self.is_zero(), plan, c),
            };
            if goes_on {
                self.check_value(rules, c);
            }
        });
    }
}

impl Validate for TypedKey<'_> {
    fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        if let Some(subject) = self.subject() {
            subject.check(rules.plan(), c);
        }
    }

    fn is_zero(&self) -> bool {
        self.subject().is_some_and(Subject::is_zero)
    }

    fn subject(&self) -> Option<Subject<'_>> {
        Some(match (self.key, self.ty) {
            (Key::Bool(value), _) => Subject::Bool(*value),
            (Key::Int(number), Type::Int(int)) => integer(*number, int),
            (Key::Uint(number), _) => Subject::Uint(*number, Kind::Uint128),
            (Key::Char(value), _) => Subject::Char(*value),
            (Key::String(text), _) => Subject::Str(text),
            (Key::Enum(number), ty) => enumeration(*number, ty),
            _ => return None,
        })
    }
}

fn scalar(ty: Type, value: &Value) -> Option<Subject<'_>> {
    Some(match (value, ty) {
        (Value::Bool(value), _) => Subject::Bool(*value),
        (Value::Int(number), Type::Int(int)) => integer(*number, int),
        (Value::Uint(number), _) => Subject::Uint(*number, Kind::Uint128),
        (Value::Float32(value), _) => Subject::Float(f64::from(*value), Kind::Float),
        (Value::Float64(value), _) => Subject::Float(*value, Kind::Double),
        (Value::Char(value), _) => Subject::Char(*value),
        (Value::String(text), _) => Subject::Str(text),
        (Value::Bytes(bytes), _) => Subject::Bytes(bytes),
        (Value::Duration(span), _) => return span.subject(),
        (Value::Timestamp(time), _) => return time.subject(),
        (Value::Enum(number), ty) => enumeration(*number, ty),
        _ => return None,
    })
}

fn integer(number: i128, int: Int) -> Subject<'static> {
    let kind = match int {
        Int::U8 | Int::U16 | Int::U32 => Kind::Uint32,
        Int::U64 | Int::Usize => Kind::Uint64,
        Int::U128 => Kind::Uint128,
        Int::I8 | Int::I16 | Int::I32 => Kind::Int32,
        Int::I64 | Int::Isize => Kind::Int64,
        Int::I128 => Kind::Int128,
    };
    match u128::try_from(number) {
        Ok(number) if !int.is_signed() => Subject::Uint(number, kind),
        _ => Subject::Int(number, kind),
    }
}

fn enumeration(number: i32, ty: Type) -> Subject<'static> {
    let values = ty.schema().map_or(&[][..], Schema::values);
    Subject::Enum {
        number,
        defined: values.iter().any(|value| value.number() == number),
    }
}

impl Validate for Message {
    const DESCENDS: bool = true;

    fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        if !known::check(self, rules, c) {
            c.message(|c| self.check_fields(c));
        }
    }

    fn check_fields<C: Checker>(&self, c: &mut C) {
        let message = self.settled();
        message_rules::check(&message, c);
        for (index, field) in self.schema().fields().iter().enumerate() {
            if !C::DEEP && field.rules().is_empty() {
                continue;
            }
            match (message.at(index), field.oneof()) {
                (Some(value), _) => check_one(field, value, c),
                (None, Some(_)) => message_rules::variant(field, false, c),
                (None, None) => {
                    if let Some(value) = default(field) {
                        check_one(field, &value, c);
                    }
                }
            }
        }
    }
}

/// Whether the one field of a wrapper is a scalar; its rules are checked then.
pub(super) fn checks_scalar<C: Checker>(message: &Message, rules: &ListedRules, c: &mut C) -> bool {
    let Some(field) = message.schema().fields().first() else {
        return false;
    };
    let absent = default(field);
    let value = message.at(0).or(absent.as_ref());
    let subject = value.and_then(|value| scalar(field.ty(), value));
    if let Some(subject) = subject {
        subject.check(rules.plan(), c);
    }
    subject.is_some()
}

impl Validate for Union {
    const DESCENDS: bool = true;

    fn check_value<R: Rules, C: Checker>(&self, _: &R, c: &mut C) {
        c.message(|c| self.check_fields(c));
    }

    fn check_fields<C: Checker>(&self, c: &mut C) {
        if let Active::Known(index, value) = &self.active
            && let Some(variant) = self.schema().fields().get(*index)
        {
            check_one(variant, value, c);
        }
        for (index, variant) in self.schema().fields().iter().enumerate() {
            let is_set = matches!(&self.active, Active::Known(active, _) if *active == index);
            message_rules::variant(variant, is_set, c);
        }
    }
}

/// Whether a message or the variant of an enum meets the rules of its own fields, those of nested messages apart.
pub(super) fn accepts(value: &impl Validate, context: &Context<'_>) -> bool {
    let mut own = Shallow::given(context);
    value.check_fields(&mut own);
    own.is_valid()
}

/// The rules are those of the field's own type, and say nothing of a value of a former one.
fn check_one<C: Checker>(field: &Field, value: &Value, c: &mut C) {
    if former(field, value).is_some() {
        return;
    }
    let typed = Typed {
        ty: field.ty(),
        value,
    };
    c.field(field.name(), &typed, &ListedRules::of(field));
}

impl Validate for Dynamic {
    const DESCENDS: bool = true;

    fn check_value<R: Rules, C: Checker>(&self, rules: &R, c: &mut C) {
        let typed = Typed {
            ty: type_of(Dynamic::schema(self)),
            value: self.value(),
        };
        typed.check_value(rules, c);
    }
}
