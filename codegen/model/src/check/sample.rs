//! Raw items for the tests of the rules, written as literals.

use proc_macro2::{Ident, Span};

use super::view::View;
use crate::model::raw::{
    Argument, Body, Field, Fields, Item, Oneof, OneofNumber, Reserved, Rule, Type, Variant,
};
use crate::model::{At, Diagnostic, Int, Literal, Located, RuleName, Selector, Shape, Style};

pub(crate) const I32: Shape = Shape::Int(Int {
    signed: true,
    bits: 32,
});
pub(crate) const U32: Shape = Shape::Int(Int {
    signed: false,
    bits: 32,
});

/// The texts of what one rule finds in an item.
pub(crate) fn found(check: fn(&View<'_>, &mut Vec<Diagnostic>), item: &Item) -> Vec<String> {
    let mut found = Vec::new();
    check(&View::new(item), &mut found);
    found.iter().map(Diagnostic::text).collect()
}

pub(crate) fn at<T>(value: T) -> Located<T> {
    Located::new(value, At(1))
}

pub(crate) fn message(fields: impl IntoIterator<Item = Field>) -> Item {
    let fields = Fields {
        style: Style::Named,
        fields: fields.into_iter().collect(),
    };
    Item::new(ident("Order"), At(0), Body::Struct(fields))
}

pub(crate) fn tuple(fields: impl IntoIterator<Item = Shape>) -> Item {
    let fields = Fields {
        style: Style::Tuple,
        fields: fields
            .into_iter()
            .enumerate()
            .map(|(index, shape)| Field::new(Selector::Index(index), At(1), ty(shape)))
            .collect(),
    };
    Item::new(ident("Order"), At(0), Body::Struct(fields))
}

pub(crate) fn item_enum(variants: impl IntoIterator<Item = Variant>) -> Item {
    let variants = variants.into_iter().collect();
    Item::new(ident("Event"), At(0), Body::Enum(variants))
}

pub(crate) fn variant(name: &str) -> Variant {
    Variant::new(ident(name), At(1))
}

pub(crate) fn field(name: &str, shape: Shape) -> Field {
    Field::new(Selector::named(name), At(1), ty(shape))
}

pub(crate) fn option(shape: Shape) -> Shape {
    Shape::Option(Box::new(shape))
}

pub(crate) fn list(shape: Shape) -> Shape {
    Shape::List(Box::new(shape))
}

pub(crate) fn map(key: Shape, value: Shape) -> Shape {
    Shape::Map(Box::new(key), Box::new(value))
}

pub(crate) fn rule(name: RuleName, argument: Argument) -> Rule {
    Rule {
        name,
        at: At(2),
        argument,
    }
}

pub(crate) fn int(value: i128) -> Argument {
    Argument::Literal(at(Literal::Int(value)))
}

pub(crate) fn text(value: &str) -> Argument {
    Argument::Literal(at(Literal::Str(value.to_owned())))
}

pub(crate) fn ty(shape: Shape) -> Type {
    Type {
        shape,
        at: At(3),
        ..Type::default()
    }
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

impl Field {
    pub(crate) fn numbered(mut self, number: i128) -> Self {
        self.number = Some(at(number));
        self
    }

    pub(crate) fn in_slot(mut self, slot: i128) -> Self {
        self.slot = Some(Located::new(slot, At(4)));
        self
    }

    pub(crate) fn oneof(mut self, numbers: impl IntoIterator<Item = i128>) -> Self {
        let numbers = numbers.into_iter().map(|number| OneofNumber {
            number: at(number),
            slot: None,
        });
        self.oneof = Some(Oneof {
            at: At(5),
            numbers: numbers.collect(),
        });
        self
    }

    pub(crate) fn rules(mut self, rules: impl IntoIterator<Item = Rule>) -> Self {
        self.says.rules = rules.into_iter().collect();
        self
    }

    pub(crate) fn with(mut self, say: impl FnOnce(&mut Self)) -> Self {
        say(&mut self);
        self
    }
}

impl Variant {
    pub(crate) fn numbered(mut self, number: i128) -> Self {
        self.number = Some(at(number));
        self
    }

    pub(crate) fn holding(mut self, style: Style, fields: impl IntoIterator<Item = Field>) -> Self {
        self.fields = Fields {
            style,
            fields: fields.into_iter().collect(),
        };
        self
    }

    /// `Name(T)`.
    pub(crate) fn of(self, shape: Shape) -> Self {
        self.holding(
            Style::Tuple,
            [Field::new(Selector::Index(0), At(1), ty(shape))],
        )
    }

    pub(crate) fn with(mut self, say: impl FnOnce(&mut Self)) -> Self {
        say(&mut self);
        self
    }
}

impl Item {
    pub(crate) fn with(mut self, say: impl FnOnce(&mut Self)) -> Self {
        say(&mut self);
        self
    }
}

impl Reserved {
    pub(crate) fn numbers(numbers: impl IntoIterator<Item = (i128, i128)>) -> Self {
        Reserved {
            at: At(6),
            numbers: numbers.into_iter().map(at).collect(),
            ..Reserved::default()
        }
    }

    pub(crate) fn named(mut self, name: &str) -> Self {
        self.names.push(at(name.to_owned()));
        self
    }
}
