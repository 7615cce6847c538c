//! A raw item as the rules look at it: which kind it is, and every message, variant and value in
//! it, with the numbers and names that they have or would have.
//!
//! A view judges nothing; where the item is wrong, it holds what can be told.

use crate::model::raw::{self, Body, Fields, Says};
use crate::model::{At, Located, RenameAll, Selector, Shape, Style, name};

/// What an item is on the wires, as far as its declaration shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Message,
    Newtype,
    Enum,
    Union,
    Proxy,
}

pub(crate) struct View<'a> {
    pub(crate) item: &'a raw::Item,
    pub(crate) class: Class,
    /// The item itself, or those variants of a union that hold fields.
    pub(crate) messages: Vec<Message<'a>>,
    /// The variants that stand on the wires: neither `other` nor `skip`.
    pub(crate) variants: Vec<Variant<'a>>,
    /// Everything that is written as a value.
    pub(crate) values: Vec<Value<'a>>,
}

/// A set of fields with numbers of its own.
pub(crate) struct Message<'a> {
    /// `Order`, `Event::Cancelled`.
    pub(crate) owner: String,
    /// Whether any field has a number.
    pub(crate) numbered: bool,
    pub(crate) reserved: &'a [raw::Reserved],
    pub(crate) fields: Vec<Field<'a>>,
}

pub(crate) struct Field<'a> {
    pub(crate) raw: &'a raw::Field,
    /// Its name in Rust.
    pub(crate) label: String,
    /// Its name on the wires.
    pub(crate) name: String,
    pub(crate) role: Role,
    /// Its numbers, written or counted: none where it has none, several for a oneof.
    pub(crate) numbers: Vec<Numbered>,
    pub(crate) position: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Plain,
    Oneof,
    Flatten,
    Unknown,
    Skipped,
}

#[derive(Clone, Copy)]
pub(crate) struct Numbered {
    pub(crate) number: Located<i128>,
    pub(crate) slot: Located<i128>,
}

pub(crate) struct Variant<'a> {
    pub(crate) raw: &'a raw::Variant,
    pub(crate) label: String,
    pub(crate) name: String,
    pub(crate) number: Option<Located<i128>>,
    pub(crate) position: usize,
}

/// A value: a field, the inside of a newtype, or the payload of a variant.
pub(crate) struct Value<'a> {
    pub(crate) label: String,
    pub(crate) says: &'a Says,
    pub(crate) ty: &'a raw::Type,
    /// Whether it is a field that can be absent.
    pub(crate) is_field: bool,
}

impl<'a> View<'a> {
    pub(crate) fn new(item: &'a raw::Item) -> Self {
        let class = class(item);
        let mut view = View {
            item,
            class,
            messages: Vec::new(),
            variants: Vec::new(),
            values: Vec::new(),
        };
        match &item.body {
            _ if class == Class::Proxy => {}
            Body::Struct(fields) if class == Class::Newtype => {
                for field in fields.fields.iter().filter(|field| on_wire(field)) {
                    view.values.push(Value::of_field(field, false));
                }
            }
            Body::Struct(fields) => {
                let owner = name::plain(&item.ident);
                let case = item.rename_all.map(|case| case.value);
                view.add_message(owner, fields, &item.reserved, case);
            }
            Body::Enum(variants) => view.add_variants(variants),
        }
        view
    }

    fn add_message(
        &mut self,
        owner: String,
        fields: &'a Fields,
        reserved: &'a [raw::Reserved],
        case: Option<RenameAll>,
    ) {
        let message = Message::new(owner, fields, reserved, case);
        let wired = message
            .fields
            .iter()
            .filter(|field| !matches!(field.role, Role::Unknown | Role::Skipped));
        self.values
            .extend(wired.map(|field| Value::of_field(field.raw, true)));
        self.messages.push(message);
    }

    fn add_variants(&mut self, variants: &'a [raw::Variant]) {
        let numbers = variant_numbers(variants, self.class);
        let case = self.item.rename_all.map(|case| case.value);
        for (position, (variant, number)) in variants.iter().zip(numbers).enumerate() {
            if variant.other.is_some() || variant.skip.is_some() {
                continue;
            }
            let label = name::plain(&variant.ident);
            let name = match (&variant.says.rename, case) {
                (Some(rename), _) => rename.value.clone(),
                (None, Some(case)) => case.variant(&label),
                (None, None) => label.clone(),
            };
            match payload(variant) {
                Payload::Unit => {}
                Payload::Newtype(field) => self.values.push(Value {
                    label: label.clone(),
                    says: &variant.says,
                    ty: &field.ty,
                    is_field: false,
                }),
                Payload::Fields => {
                    let owner = format!("{}::{label}", name::plain(&self.item.ident));
                    let case = variant.rename_all.map(|case| case.value);
                    self.add_message(owner, &variant.fields, &variant.reserved, case);
                }
            }
            self.variants.push(Variant {
                raw: variant,
                label,
                name,
                number,
                position,
            });
        }
    }
}

impl<'a> Message<'a> {
    pub(crate) fn new(
        owner: String,
        fields: &'a Fields,
        reserved: &'a [raw::Reserved],
        case: Option<RenameAll>,
    ) -> Self {
        let numbered = fields
            .fields
            .iter()
            .any(|field| on_wire(field) && (field.number.is_some() || field.oneof.is_some()));
        let mut count = 0;
        let fields = fields
            .fields
            .iter()
            .enumerate()
            .map(|(position, raw)| {
                let role = role(raw);
                if role == Role::Plain && !numbered {
                    count += 1;
                }
                let numbers = match (&raw.oneof, raw.number) {
                    _ if !on_wire(raw) || role == Role::Flatten => Vec::new(),
                    (Some(oneof), _) => oneof
                        .numbers
                        .iter()
                        .map(|one| Numbered::new(one.number, one.slot))
                        .collect(),
                    (None, Some(number)) => vec![Numbered::new(number, raw.slot)],
                    (None, None) if numbered => Vec::new(),
                    (None, None) => vec![Numbered::new(Located::new(count, raw.at), raw.slot)],
                };
                let label = label(raw);
                Field {
                    name: field_name(raw, &label, &numbers, case),
                    raw,
                    label,
                    role,
                    numbers,
                    position,
                }
            })
            .collect();
        Message {
            owner,
            numbered,
            reserved,
            fields,
        }
    }

    /// The smallest number that is above every number in use or reserved.
    pub(crate) fn next_number(&self) -> i128 {
        let used = self.fields.iter().flat_map(|field| &field.numbers);
        let reserved = self.reserved.iter().flat_map(|group| &group.numbers);
        used.map(|numbered| numbered.number.value)
            .chain(reserved.map(|range| range.value.1))
            .filter(|number| *number < i128::from(crate::model::FieldNumber::MAX))
            .max()
            .map_or(1, |number| match number.max(0) + 1 {
                19_000..=19_999 => 20_000,
                next => next,
            })
    }
}

impl Numbered {
    fn new(number: Located<i128>, slot: Option<Located<i128>>) -> Self {
        let counted = Located::new(number.value.saturating_sub(1), number.at);
        Numbered {
            number,
            slot: slot.unwrap_or(counted),
        }
    }
}

impl<'a> Value<'a> {
    fn of_field(field: &'a raw::Field, is_field: bool) -> Self {
        Value {
            label: label(field),
            says: &field.says,
            ty: &field.ty,
            is_field,
        }
    }
}

/// What a variant holds, as far as its declaration shows.
pub(crate) enum Payload<'a> {
    Unit,
    Newtype(&'a raw::Field),
    Fields,
}

pub(crate) fn payload(variant: &raw::Variant) -> Payload<'_> {
    match (variant.fields.style, variant.fields.fields.as_slice()) {
        (Style::Unit, _) => Payload::Unit,
        (Style::Tuple, [field]) if says_nothing_of_place(field) => Payload::Newtype(field),
        _ => Payload::Fields,
    }
}

fn class(item: &raw::Item) -> Class {
    if item.from.is_some() || item.try_from.is_some() || item.into.is_some() {
        return Class::Proxy;
    }
    match &item.body {
        Body::Struct(_) if item.transparent.is_some() => Class::Newtype,
        Body::Struct(fields) => match (fields.style, fields.fields.as_slice()) {
            (Style::Tuple, [field]) if says_nothing_of_place(field) => Class::Newtype,
            _ => Class::Message,
        },
        Body::Enum(variants) => {
            let with_data = variants.iter().any(|variant| match variant.other {
                Some(_) => matches!(
                    variant.fields.fields.as_slice(),
                    [field] if field.ty.shape == Shape::UnknownFields
                ),
                None if variant.faulty && variant.number.is_none() => false,
                None => variant.skip.is_none() && variant.fields.style != Style::Unit,
            });
            if with_data { Class::Union } else { Class::Enum }
        }
    }
}

fn says_nothing_of_place(field: &raw::Field) -> bool {
    field.number.is_none() && field.slot.is_none() && role(field) == Role::Plain
}

fn role(field: &raw::Field) -> Role {
    if field.skip.is_some() {
        Role::Skipped
    } else if field.unknown.is_some() {
        Role::Unknown
    } else if field.flatten.is_some() {
        Role::Flatten
    } else if field.oneof.is_some() {
        Role::Oneof
    } else {
        Role::Plain
    }
}

fn on_wire(field: &raw::Field) -> bool {
    field.skip.is_none() && field.unknown.is_none()
}

/// The name of a field in Rust, without `r#`.
pub(crate) fn label(field: &raw::Field) -> String {
    match &field.selector {
        Selector::Named(ident) => name::plain(ident),
        Selector::Index(index) => index.to_string(),
    }
}

fn field_name(
    field: &raw::Field,
    label: &str,
    numbers: &[Numbered],
    case: Option<RenameAll>,
) -> String {
    match (&field.says.rename, &field.selector, case) {
        (Some(rename), ..) => rename.value.clone(),
        (None, Selector::Named(_), Some(case)) => case.field(label),
        (None, Selector::Named(_), None) => label.to_owned(),
        (None, Selector::Index(index), _) => {
            let counted = i128::try_from(*index).unwrap_or_default() + 1;
            let number = numbers.first().map_or(counted, |one| one.number.value);
            format!("f{number}")
        }
    }
}

/// The number of each variant, where it has one: its own; else, where no variant has one, Rust's,
/// where any is written; else its place, from 0 without data and from 1 with.
fn variant_numbers(variants: &[raw::Variant], class: Class) -> Vec<Option<Located<i128>>> {
    let wired = |variant: &&raw::Variant| variant.other.is_none() && variant.skip.is_none();
    if variants
        .iter()
        .filter(wired)
        .any(|variant| variant.number.is_some())
    {
        return variants.iter().map(|variant| variant.number).collect();
    }
    let by_rust = variants
        .iter()
        .any(|variant| variant.discriminant.is_some());
    let mut next: i128 = if class == Class::Union && !by_rust {
        1
    } else {
        0
    };
    variants
        .iter()
        .map(|variant| {
            if by_rust {
                next = variant.discriminant.map_or(next, |number| number.value);
            } else if !wired(&variant) {
                return None;
            }
            let at: At = variant.discriminant.map_or(variant.at, |number| number.at);
            let number = Located::new(next, if by_rust { at } else { variant.at });
            next = next.saturating_add(1);
            Some(number)
        })
        .collect()
}
