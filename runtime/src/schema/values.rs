//! The values of an enum, what is never used again, and constant arguments.

use alloc::vec::Vec;
use core::fmt;

use super::Type;
use crate::codec::Codec;

/// A value of an enum without data.
#[derive(Clone, Copy, Debug)]
pub struct EnumValue {
    number: i32,
    name: Named,
    aliases: &'static [&'static str],
}

/// A name, or what tells it as the program runs.
#[derive(Clone, Copy, Debug)]
enum Named {
    As(&'static str),
    By(fn() -> &'static str),
}

/// A number, name or slot that is never used again.
#[derive(Clone, Copy, Debug)]
pub struct Reserved {
    numbers: Option<(u32, u32)>,
    name: Option<&'static str>,
    slot: Option<u32>,
    ty: Option<Type>,
    owner: Option<u32>,
}

/// What a message says of a oneof as a whole: that it must be set, or what it reads as where it is not.
#[derive(Clone, Copy, Debug)]
pub struct Oneof {
    name: &'static str,
    default_of: Option<(Type, DefaultOf)>,
}

/// A default as its bytes on MessagePack.
#[derive(Clone, Copy, Debug)]
pub(super) enum DefaultOf {
    /// Of a type of the program.
    Computed(fn() -> Vec<u8>),
    /// Of a type that was loaded.
    #[cfg(feature = "dynamic")]
    Bytes(&'static [u8]),
}

impl DefaultOf {
    pub(super) fn bytes(self) -> Vec<u8> {
        match self {
            Self::Computed(value) => value(),
            #[cfg(feature = "dynamic")]
            Self::Bytes(value) => value.to_vec(),
        }
    }
}

/// A constant argument of a generic type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
            name: Named::As(name),
            aliases: &[],
        }
    }

    /// A value whose name a function has, which always gives the same: that of an enum whose own code is written by another tool.
    #[must_use]
    #[inline]
    pub const fn named(number: i32, name: fn() -> &'static str) -> Self {
        Self {
            number,
            name: Named::By(name),
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
    pub fn name(&self) -> &'static str {
        match self.name {
            Named::As(name) => name,
            Named::By(name) => name(),
        }
    }

    /// Further names that readers accept.
    #[must_use]
    #[inline]
    pub const fn aliases(&self) -> &'static [&'static str] {
        self.aliases
    }
}

impl Oneof {
    /// A oneof that must be set.
    #[must_use]
    #[inline]
    pub const fn required(name: &'static str) -> Self {
        Self {
            name,
            default_of: None,
        }
    }

    /// A oneof that reads as a value where it is not set; given by the type of the enum and its bytes on MessagePack.
    #[must_use]
    #[inline]
    pub const fn new(name: &'static str, ty: Type, default: fn() -> Vec<u8>) -> Self {
        Self {
            name,
            default_of: Some((ty, DefaultOf::Computed(default))),
        }
    }

    /// [`new`](Self::new) with the bytes.
    #[cfg(feature = "dynamic")]
    pub(crate) const fn loaded(name: &'static str, ty: Type, default: &'static [u8]) -> Self {
        Self {
            name,
            default_of: Some((ty, DefaultOf::Bytes(default))),
        }
    }

    /// The name.
    #[must_use]
    #[inline]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What it reads as where it is not set: the type of the enum, and its bytes on MessagePack. Without that it must be set.
    #[must_use]
    pub fn default(&self) -> Option<(Type, Vec<u8>)> {
        let (ty, value) = self.default_of?;
        Some((ty, value.bytes()))
    }
}

impl Reserved {
    const NONE: Self = Self {
        numbers: None,
        name: None,
        slot: None,
        ty: None,
        owner: None,
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

    /// As what the removed field of that number had.
    #[must_use]
    #[inline]
    pub const fn of(mut self, number: u32) -> Self {
        self.owner = Some(number);
        self
    }

    /// The number of the removed field that had this name or slot, where that is told.
    #[must_use]
    #[inline]
    pub const fn owner(&self) -> Option<u32> {
        self.owner
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
