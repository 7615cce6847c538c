//! The values of an enum, what is never used again, and constant arguments.

use core::fmt;

use super::Type;
use crate::codec::Codec;

/// A value of an enum without data.
#[derive(Clone, Copy, Debug)]
pub struct EnumValue {
    number: i32,
    name: &'static str,
    aliases: &'static [&'static str],
}

/// A number, name or slot that is never used again.
#[derive(Clone, Copy, Debug)]
pub struct Reserved {
    numbers: Option<(u32, u32)>,
    name: Option<&'static str>,
    slot: Option<u32>,
    ty: Option<Type>,
}

/// A constant argument of a generic type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Constant {
    /// An integer.
    Int(i128),
    /// A bool.
    Bool(bool),
    /// A char.
    Char(char),
}

impl fmt::Display for Constant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Constant::Int(number) => write!(f, "{number}"),
            Constant::Bool(value) => write!(f, "{value}"),
            Constant::Char(letter) => write!(f, "{letter:?}"),
        }
    }
}

impl EnumValue {
    /// A value.
    #[must_use]
    #[inline]
    pub const fn new(number: i32, name: &'static str) -> Self {
        Self {
            number,
            name,
            aliases: &[],
        }
    }

    /// With further names that readers accept.
    #[must_use]
    #[inline]
    pub const fn with_aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// The number.
    #[must_use]
    #[inline]
    pub const fn number(&self) -> i32 {
        self.number
    }

    /// The name.
    #[must_use]
    #[inline]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Further names that readers accept.
    #[must_use]
    #[inline]
    pub const fn aliases(&self) -> &'static [&'static str] {
        self.aliases
    }
}

impl Reserved {
    const NONE: Self = Self {
        numbers: None,
        name: None,
        slot: None,
        ty: None,
    };

    /// The numbers from `first` to `last`, both included.
    #[must_use]
    #[inline]
    pub const fn numbers(first: u32, last: u32) -> Self {
        Self {
            numbers: Some((first, last)),
            ..Self::NONE
        }
    }

    /// A name.
    #[must_use]
    #[inline]
    pub const fn name(name: &'static str) -> Self {
        Self {
            name: Some(name),
            ..Self::NONE
        }
    }

    /// A slot of MessagePack, and the type whose zero fills it; nil without a type.
    #[must_use]
    #[inline]
    pub const fn slot(slot: u32, ty: Option<Type>) -> Self {
        Self {
            slot: Some(slot),
            ty,
            ..Self::NONE
        }
    }

    /// Whether a removed field's type has a zero to fill its slot with. An enum without 0 has none, nor has one with data, nor
    /// an array of those.
    #[must_use]
    pub const fn has_zero<T: Codec>() -> bool {
        let mut ty = T::TYPE;
        while let Type::Fixed(Type::List(element), _) = ty {
            ty = **element;
        }
        T::ABSENT || matches!(ty, Type::Message(_))
    }

    /// The first and last reserved number.
    #[must_use]
    #[inline]
    pub const fn as_numbers(&self) -> Option<(u32, u32)> {
        self.numbers
    }

    /// The reserved name.
    #[must_use]
    #[inline]
    pub const fn as_name(&self) -> Option<&'static str> {
        self.name
    }

    /// The reserved slot, and the type whose zero fills it.
    #[must_use]
    #[inline]
    pub const fn as_slot(&self) -> Option<(u32, Option<Type>)> {
        match self.slot {
            Some(slot) => Some((slot, self.ty)),
            None => None,
        }
    }
}
