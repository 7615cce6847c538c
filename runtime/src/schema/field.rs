//! [`Field`]: a row of a message's table.

use alloc::vec::Vec;

use super::values::DefaultOf;
use super::{Accepted, Type};
use crate::dispatch::Wire;
use crate::options::Options;
use crate::validate::{Literal, Rule, assert_fit};

/// Whether a field knows the difference between absent and zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Presence {
    /// Zero and empty are absent.
    Implicit,
    /// Absent is a state of its own, or the field is always written.
    Explicit,
    /// Absent is an error.
    Required,
}

/// How protobuf writes the integers (or the message) of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Varints; length-delimited messages.
    Default,
    /// ZigZag varints (`sint32`, `sint64`).
    Zigzag,
    /// Four or eight bytes, little-endian (`fixed32`, `sfixed64`, …).
    Fixed,
    /// A message between a start-group and an end-group tag.
    Group,
}

/// A field of a message, or a variant of an enum with data.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    number: u32,
    slot: u32,
    name: &'static str,
    json_name: &'static str,
    aliases: &'static [&'static str],
    ty: Type,
    presence: Presence,
    default: Option<Literal>,
    default_of: Option<DefaultOf>,
    encoding: Encoding,
    key: Encoding,
    value: Encoding,
    packed: bool,
    oneof: Option<&'static str>,
    since: u32,
    pub(super) was: &'static [Type],
    rules: &'static [Rule],
    pub(super) accepted: &'static [Accepted],
}

impl Field {
    /// A field of `number` and `name`, at the slot `number - 1`; explicit presence for `Option`, implicit otherwise.
    #[must_use]
    #[inline]
    pub const fn new(number: u32, name: &'static str, ty: Type) -> Self {
        Self {
            number,
            slot: number.wrapping_sub(1),
            name,
            json_name: name,
            aliases: &[],
            ty,
            presence: match ty {
                Type::Option(_) => Presence::Explicit,
                _ => Presence::Implicit,
            },
            default: None,
            default_of: None,
            encoding: Encoding::Default,
            key: Encoding::Default,
            value: Encoding::Default,
            packed: true,
            oneof: None,
            since: 0,
            was: &[],
            rules: &[],
            accepted: &[],
        }
    }

    /// A variant of an enum with data: its presence is explicit.
    ///
    /// # Panics
    ///
    /// At compile time, if it holds an `Option`: no wire can tell a variant that holds `None` from one that is not active.
    #[must_use]
    #[inline]
    pub const fn variant(number: u32, name: &'static str, ty: Type) -> Self {
        assert!(
            !matches!(ty, Type::Option(_)),
            "a variant cannot hold an `Option`: help: add a variant without data for `None`, or put a struct of one field between"
        );
        let mut field = Self::new(number, name, ty);
        field.presence = Presence::Explicit;
        field
    }

    /// As a variant of the oneof of that name.
    #[must_use]
    #[inline]
    pub const fn in_oneof(mut self, oneof: &'static str) -> Self {
        self.oneof = Some(oneof);
        self
    }

    /// With a slot of its own.
    #[must_use]
    #[inline]
    pub const fn with_slot(mut self, slot: u32) -> Self {
        self.slot = slot;
        self
    }

    /// With a name in ProtoJSON that differs from the name.
    #[must_use]
    #[inline]
    pub const fn with_json_name(mut self, json_name: &'static str) -> Self {
        self.json_name = json_name;
        self
    }

    /// With further names that JSON readers accept.
    #[must_use]
    #[inline]
    pub const fn with_aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// Absent is an error.
    #[must_use]
    #[inline]
    pub const fn required(mut self) -> Self {
        self.presence = Presence::Required;
        self
    }

    /// The difference between absent and zero is kept.
    #[must_use]
    #[inline]
    pub const fn explicit(mut self) -> Self {
        self.presence = Presence::Explicit;
        self
    }

    /// With what an absent field reads as; where that is not zero, the field is always written.
    #[must_use]
    #[inline]
    pub const fn with_default(mut self, default: Literal) -> Self {
        if matches!(self.presence, Presence::Implicit) && !default.is_zero() {
            self.presence = Presence::Explicit;
        }
        self.default = Some(default);
        self
    }

    /// With what an absent field reads as, where that is no literal: the value's bytes on MessagePack. The field is always written.
    #[must_use]
    #[inline]
    pub const fn with_default_of(self, value: fn() -> Vec<u8>) -> Self {
        self.with_default_bytes(value).explicit()
    }

    /// With what an absent field reads as on the wires, where a conversion stands between that and its default: the bytes on MessagePack.
    #[must_use]
    #[inline]
    pub const fn with_default_bytes(mut self, value: fn() -> Vec<u8>) -> Self {
        self.default_of = Some(DefaultOf::Computed(value));
        self
    }

    /// [`with_default_bytes`](Self::with_default_bytes) of a type that is loaded.
    #[cfg(feature = "dynamic")]
    pub(crate) const fn with_loaded_default(mut self, value: &'static [u8]) -> Self {
        self.default_of = Some(DefaultOf::Bytes(value));
        self
    }

    /// [`with_rules`](Self::with_rules) that are known to fit.
    #[cfg(feature = "dynamic")]
    pub(crate) const fn with_loaded_rules(mut self, rules: &'static [Rule]) -> Self {
        self.rules = rules;
        self
    }

    /// With protobuf's encoding of the value, or of a list's elements.
    #[must_use]
    #[inline]
    pub const fn with_encoding(mut self, encoding: Encoding) -> Self {
        self.encoding = encoding;
        self
    }

    /// With protobuf's encoding of a map's keys.
    #[must_use]
    #[inline]
    pub const fn with_key(mut self, encoding: Encoding) -> Self {
        self.key = encoding;
        self
    }

    /// With protobuf's encoding of a map's values.
    #[must_use]
    #[inline]
    pub const fn with_value(mut self, encoding: Encoding) -> Self {
        self.value = encoding;
        self
    }

    /// Repeated scalars are written one by one in protobuf.
    #[must_use]
    #[inline]
    pub const fn unpacked(mut self) -> Self {
        self.packed = false;
        self
    }

    /// With the version that brought the field.
    #[must_use]
    #[inline]
    pub const fn with_since(mut self, since: u32) -> Self {
        self.since = since;
        self
    }

    /// With validation rules.
    ///
    /// # Panics
    ///
    /// At compile time, if a rule is none of values of the field's type.
    #[must_use]
    #[inline]
    pub const fn with_rules(mut self, rules: &'static [Rule]) -> Self {
        assert_fit(rules, self.ty);
        self.rules = rules;
        self
    }

    /// The field number, 1 to 536,870,911.
    #[must_use]
    #[inline]
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// The position in a MessagePack array, from 0.
    #[must_use]
    #[inline]
    pub const fn slot(&self) -> u32 {
        self.slot
    }

    /// The name, as the native dialect of JSON writes it.
    #[must_use]
    #[inline]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The name in ProtoJSON.
    #[must_use]
    #[inline]
    pub const fn json_name(&self) -> &'static str {
        self.json_name
    }

    /// Further names that JSON readers accept.
    #[must_use]
    #[inline]
    pub const fn aliases(&self) -> &'static [&'static str] {
        self.aliases
    }

    /// The type.
    #[must_use]
    #[inline]
    pub const fn ty(&self) -> Type {
        self.ty
    }

    /// Whether absent differs from zero.
    #[must_use]
    #[inline]
    pub const fn presence(&self) -> Presence {
        self.presence
    }

    /// What an absent field reads as, where that is not its type's wire default and was written as a literal.
    #[must_use]
    #[inline]
    pub const fn default(&self) -> Option<Literal> {
        self.default
    }

    /// Whether an absent field reads as something that was chosen for it.
    #[must_use]
    #[inline]
    pub const fn has_default(&self) -> bool {
        self.default.is_some() || self.default_of.is_some()
    }

    /// The number that an absent field of an enum or an integer reads as, where that is not its type's wire default.
    ///
    /// ```
    /// use everwire::Codec;
    ///
    /// #[derive(Codec)]
    /// enum Status {
    ///     #[codec(1)]
    ///     Draft,
    ///     #[codec(2)]
    ///     Paid,
    /// }
    ///
    /// #[derive(Codec)]
    /// struct Order {
    ///     #[codec(1, default = Status::Paid)]
    ///     status: Status,
    ///     #[codec(2, default = 7)]
    ///     copies: u32,
    ///     #[codec(3)]
    ///     id: u32,
    /// }
    /// let numbers: Vec<_> = Order::SCHEMA.fields().iter().map(|field| field.default_number()).collect();
    /// assert_eq!(numbers, [Some(2), Some(7), None]);
    /// ```
    #[must_use]
    pub fn default_number(&self) -> Option<i128> {
        match (self.default_bytes(), self.default) {
            (Some(value), _) => Options::new().decode(Wire::MsgPack, &value).ok(),
            (None, Some(Literal::Int(number))) => Some(number),
            _ => None,
        }
    }

    /// What an absent field reads as, where that was written as an expression or stands behind a conversion: its bytes on MessagePack.
    #[must_use]
    pub fn default_bytes(&self) -> Option<Vec<u8>> {
        Some(self.default_of?.bytes())
    }

    /// Protobuf's encoding of the value, or of a list's elements.
    #[must_use]
    #[inline]
    pub const fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Protobuf's encoding of a map's keys.
    #[must_use]
    #[inline]
    pub const fn key(&self) -> Encoding {
        self.key
    }

    /// Protobuf's encoding of a map's values.
    #[must_use]
    #[inline]
    pub const fn map_value(&self) -> Encoding {
        self.value
    }

    /// Whether repeated scalars are packed in protobuf.
    #[must_use]
    #[inline]
    pub const fn is_packed(&self) -> bool {
        self.packed
    }

    /// The oneof that the field belongs to.
    #[must_use]
    #[inline]
    pub const fn oneof(&self) -> Option<&'static str> {
        self.oneof
    }

    /// The version that brought the field; 0 is unversioned.
    #[must_use]
    #[inline]
    pub const fn since(&self) -> u32 {
        self.since
    }

    /// The validation rules.
    #[must_use]
    #[inline]
    pub const fn rules(&self) -> &'static [Rule] {
        self.rules
    }
}
