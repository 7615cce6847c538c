//! Types as constant data: what a message, an enum and their fields are called and how they are numbered.
//!
//! Everything here is built by `const fn`s and read by the wires, by [`inspect`](crate::inspect) and by tools. Types link
//! to each other by function, so that recursive and generic types work.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

use crate::validate::{Literal, Rule};

/// A link to the schema of another type; a function, so that types may refer to themselves.
pub type Link = fn() -> &'static Schema;

/// The description of a type.
///
/// ```
/// use everwire::Codec;
///
/// #[derive(Codec)]
/// #[codec(name = "shop.v1.Line")]
/// struct Line {
///     #[codec(1)] sku: String,
///     #[codec(2)] quantity: u32,
/// }
///
/// assert_eq!(Line::SCHEMA.name(), "shop.v1.Line");
/// assert_eq!(Line::SCHEMA.fields()[1].name(), "quantity");
/// assert_eq!(Line::SCHEMA.fields()[1].slot(), 1);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    name: &'static str,
    arguments: &'static [Type],
    kind: Kind,
    version: u32,
    aliases: &'static [&'static str],
    json: Dialect,
    layout: Layout,
    reserved: &'static [Reserved],
    tuple: bool,
}

/// What a [`Schema`] describes.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Kind {
    /// A value that has no name of its own: a scalar, a list, a map.
    Value(Type),
    /// A message: numbered fields, in slot order.
    Message(&'static [Field]),
    /// An enum with data: exactly one of the variants, in number order.
    Union(&'static [Field]),
    /// An enum without data.
    Enum {
        /// The values, in declaration order.
        values: &'static [EnumValue],
        /// Whether numbers outside the list are kept as they are.
        open: bool,
    },
}

/// The form that a message takes in MessagePack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// An array with a field's value at its slot.
    Array,
    /// A map keyed by field number; absent fields are left out.
    Map,
}

/// The form that JSON output takes. The reader accepts both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Dialect {
    /// What serde_json writes for the same struct.
    #[default]
    Native,
    /// Canonical ProtoJSON.
    Proto,
}

/// Whether a field knows the difference between absent and zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Zero and empty are absent.
    Implicit,
    /// Absent is a state of its own, or the field is always written.
    Explicit,
    /// Absent is an error.
    Required,
}

/// How protobuf writes the integers (or the message) of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// An integer type of Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is the Rust type of its name")]
pub enum Int {
    U8,
    U16,
    U32,
    U64,
    U128,
    Usize,
    I8,
    I16,
    I32,
    I64,
    I128,
    Isize,
}

/// The type of a value.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Type {
    /// `bool`.
    Bool,
    /// An integer.
    Int(Int),
    /// `f32`.
    Float32,
    /// `f64`.
    Float64,
    /// `char`.
    Char,
    /// UTF-8 text.
    String,
    /// Bytes.
    Bytes,
    /// A span of time, google.protobuf.Duration.
    Duration,
    /// A point in time, google.protobuf.Timestamp.
    Timestamp,
    /// A struct without fields, or `()`.
    Unit,
    /// An enum without data.
    Enum(Link),
    /// A message.
    Message(Link),
    /// An enum with data.
    Union(Link),
    /// A list, set or array of elements.
    List(&'static Type),
    /// A map from key to value.
    Map(&'static Type, &'static Type),
    /// A value that may be absent.
    Option(&'static Type),
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
    encoding: Encoding,
    key: Encoding,
    value: Encoding,
    packed: bool,
    oneof: Option<&'static str>,
    since: u32,
    rules: &'static [Rule],
}

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

impl Schema {
    const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            arguments: &[],
            kind,
            version: 0,
            aliases: &[],
            json: Dialect::Native,
            layout: Layout::Array,
            reserved: &[],
            tuple: false,
        }
    }

    /// The schema of a value that has no name.
    #[must_use]
    #[inline]
    pub const fn value(ty: Type) -> Self {
        Self::new("", Kind::Value(ty))
    }

    /// The schema of a message; `fields` in slot order.
    ///
    /// # Panics
    ///
    /// At compile time, if slots or numbers do not ascend: a flattened struct whose numbers do not stand where it is declared.
    #[must_use]
    #[inline]
    pub const fn message(name: &'static str, fields: &'static [Field]) -> Self {
        let mut i = 1;
        while i < fields.len() {
            assert!(
                fields[i - 1].slot < fields[i].slot,
                "the slots of a message must ascend: help: declare a flattened field where its numbers stand, and give the fields around it \
                 numbers below and above them"
            );
            i += 1;
        }
        Self::new(name, Kind::Message(fields))
    }

    /// The schema of an enum with data; `variants` in number order.
    #[must_use]
    #[inline]
    pub const fn union(name: &'static str, variants: &'static [Field]) -> Self {
        Self::new(name, Kind::Union(variants))
    }

    /// The schema of an enum without data.
    #[must_use]
    #[inline]
    pub const fn enumeration(name: &'static str, values: &'static [EnumValue], open: bool) -> Self {
        Self::new(name, Kind::Enum { values, open })
    }

    /// With the arguments of a generic type, which are part of its full name.
    #[must_use]
    #[inline]
    pub const fn with_arguments(mut self, arguments: &'static [Type]) -> Self {
        self.arguments = arguments;
        self
    }

    /// With a version; 0 is unversioned.
    #[must_use]
    #[inline]
    pub const fn with_version(mut self, version: u32) -> Self {
        self.version = version;
        self
    }

    /// With former full names.
    #[must_use]
    #[inline]
    pub const fn with_aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// With the form of JSON output.
    #[must_use]
    #[inline]
    pub const fn with_json(mut self, json: Dialect) -> Self {
        self.json = json;
        self
    }

    /// With the form in MessagePack.
    #[must_use]
    #[inline]
    pub const fn with_layout(mut self, layout: Layout) -> Self {
        self.layout = layout;
        self
    }

    /// With numbers, names and slots that are never used again.
    #[must_use]
    #[inline]
    pub const fn with_reserved(mut self, reserved: &'static [Reserved]) -> Self {
        self.reserved = reserved;
        self
    }

    /// Of a message that is a tuple: its fields have no names, and the native dialect of JSON writes an array.
    #[must_use]
    #[inline]
    pub const fn as_tuple(mut self) -> Self {
        self.tuple = true;
        self
    }

    /// Whether the message is a tuple, which the native dialect of JSON writes as an array.
    #[must_use]
    #[inline]
    pub const fn is_tuple(&self) -> bool {
        self.tuple
    }

    /// The name, without the arguments of a generic type; empty for a value without a name.
    #[must_use]
    #[inline]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The full name, with the arguments of a generic type: `shop.v1.Page<shop.v1.Order>`.
    #[must_use]
    pub fn full_name(&self) -> Cow<'static, str> {
        if self.arguments.is_empty() {
            return Cow::Borrowed(self.name);
        }
        let mut name = String::from(self.name);
        for (i, argument) in self.arguments.iter().enumerate() {
            name.push(if i == 0 { '<' } else { ',' });
            name.push_str(&alloc::format!("{argument}"));
        }
        name.push('>');
        Cow::Owned(name)
    }

    /// What is described.
    #[must_use]
    #[inline]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The fields of a message or the variants of an enum with data; otherwise none.
    #[must_use]
    #[inline]
    pub const fn fields(&self) -> &'static [Field] {
        match self.kind {
            Kind::Message(fields) | Kind::Union(fields) => fields,
            _ => &[],
        }
    }

    /// The values of an enum without data; otherwise none.
    #[must_use]
    #[inline]
    pub const fn values(&self) -> &'static [EnumValue] {
        match self.kind {
            Kind::Enum { values, .. } => values,
            _ => &[],
        }
    }

    /// The version; 0 is unversioned.
    #[must_use]
    #[inline]
    pub const fn version(&self) -> u32 {
        self.version
    }

    /// Former full names.
    #[must_use]
    #[inline]
    pub const fn aliases(&self) -> &'static [&'static str] {
        self.aliases
    }

    /// The form of JSON output when this type is the root.
    #[must_use]
    #[inline]
    pub const fn json(&self) -> Dialect {
        self.json
    }

    /// The form in MessagePack.
    #[must_use]
    #[inline]
    pub const fn layout(&self) -> Layout {
        self.layout
    }

    /// Numbers, names and slots that are never used again.
    #[must_use]
    #[inline]
    pub const fn reserved(&self) -> &'static [Reserved] {
        self.reserved
    }

    /// The number of slots that a writer fills in MessagePack: up to the last field or typed reserved slot.
    #[must_use]
    #[inline]
    pub const fn slots(&self) -> u32 {
        let fields = self.fields();
        let mut slots = match fields.last() {
            Some(last) => last.slot + 1,
            None => 0,
        };
        let mut i = 0;
        while i < self.reserved.len() {
            if let (Some(slot), Some(_)) = (self.reserved[i].slot, self.reserved[i].ty)
                && slot >= slots
            {
                slots = slot + 1;
            }
            i += 1;
        }
        slots
    }

    /// The variant of `number`, as a field of the message that holds this enum as the oneof `oneof`. What has no variants is no
    /// enum with data, or has mistakes of its own, which are told elsewhere.
    ///
    /// # Panics
    ///
    /// At compile time, where there is no such variant.
    #[must_use]
    #[inline]
    pub const fn variant(&self, number: u32, oneof: &'static str) -> Field {
        let variants = self.fields();
        if variants.is_empty() {
            return Field::new(number, oneof, Type::Unit);
        }
        let mut i = 0;
        while i < variants.len() {
            if variants[i].number == number {
                let mut field = variants[i];
                field.oneof = Some(oneof);
                return field;
            }
            i += 1;
        }
        panic!(
            "the list of `oneof(…)` names a number that the enum has no variant for: help: list the numbers of its variants"
        )
    }

    /// The position of the variant of `number`; 0 where there is none, which [`variant`](Self::variant) tells.
    #[must_use]
    #[inline]
    pub const fn position(&self, number: u32) -> usize {
        let variants = self.fields();
        let mut i = 0;
        while i < variants.len() {
            if variants[i].number == number {
                return i;
            }
            i += 1;
        }
        0
    }

    /// Fails to compile if the enum has more than `count` variants, so that a oneof's list leaves none out.
    ///
    /// # Panics
    ///
    /// At compile time, where it has more.
    pub const fn assert_variants(&self, count: usize) {
        assert!(
            self.fields().len() <= count || self.fields().is_empty(),
            "the list of `oneof(…)` leaves out a variant of the enum: help: list the numbers of all variants"
        );
    }
}

impl Type {
    /// Whether nil stands for a value of this type, so that it cannot stand in an `Option`.
    #[must_use]
    #[inline]
    pub const fn is_nilable(&self) -> bool {
        matches!(self, Type::Option(_) | Type::Unit)
    }

    /// Whether this is a list or a map.
    #[must_use]
    #[inline]
    pub const fn is_collection(&self) -> bool {
        matches!(self, Type::List(_) | Type::Map(..))
    }

    /// The schema behind a message or an enum.
    #[must_use]
    pub fn schema(&self) -> Option<&'static Schema> {
        match self {
            Type::Enum(link) | Type::Message(link) | Type::Union(link) => Some(link()),
            _ => None,
        }
    }
}

/// The type as it stands in a generic type's full name.
impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Bool => f.write_str("bool"),
            Type::Int(int) => f.write_str(int.name()),
            Type::Float32 => f.write_str("f32"),
            Type::Float64 => f.write_str("f64"),
            Type::Char => f.write_str("char"),
            Type::String => f.write_str("string"),
            Type::Bytes => f.write_str("bytes"),
            Type::Duration => f.write_str("duration"),
            Type::Timestamp => f.write_str("timestamp"),
            Type::Unit => f.write_str("unit"),
            Type::Enum(link) | Type::Message(link) | Type::Union(link) => {
                f.write_str(&link().full_name())
            }
            Type::List(element) => write!(f, "list<{element}>"),
            Type::Map(key, value) => write!(f, "map<{key},{value}>"),
            Type::Option(inner) => write!(f, "option<{inner}>"),
        }
    }
}

impl Int {
    /// The Rust type's name.
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        match self {
            Int::U8 => "u8",
            Int::U16 => "u16",
            Int::U32 => "u32",
            Int::U64 => "u64",
            Int::U128 => "u128",
            Int::Usize => "usize",
            Int::I8 => "i8",
            Int::I16 => "i16",
            Int::I32 => "i32",
            Int::I64 => "i64",
            Int::I128 => "i128",
            Int::Isize => "isize",
        }
    }

    /// Whether protobuf and ProtoJSON treat the integer as one of 64 bits.
    #[must_use]
    #[inline]
    pub const fn is_wide(self) -> bool {
        matches!(self, Int::U64 | Int::I64 | Int::Usize | Int::Isize)
    }

    /// Whether this is `u128` or `i128`.
    #[must_use]
    #[inline]
    pub const fn is_128(self) -> bool {
        matches!(self, Int::U128 | Int::I128)
    }

    /// Whether negative values exist.
    #[must_use]
    #[inline]
    pub const fn is_signed(self) -> bool {
        matches!(
            self,
            Int::I8 | Int::I16 | Int::I32 | Int::I64 | Int::I128 | Int::Isize
        )
    }
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
            encoding: Encoding::Default,
            key: Encoding::Default,
            value: Encoding::Default,
            packed: true,
            oneof: None,
            since: 0,
            rules: &[],
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
        if matches!(self.presence, Presence::Implicit) && !is_zero(&default) {
            self.presence = Presence::Explicit;
        }
        self.default = Some(default);
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
    #[must_use]
    #[inline]
    pub const fn with_rules(mut self, rules: &'static [Rule]) -> Self {
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

    /// What an absent field reads as, where that is not its type's wire default.
    #[must_use]
    #[inline]
    pub const fn default(&self) -> Option<Literal> {
        self.default
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

const fn is_zero(literal: &Literal) -> bool {
    match *literal {
        Literal::Bool(value) => !value,
        Literal::Int(value) => value == 0,
        Literal::Uint(value) => value == 0,
        Literal::Float(value) => value.to_bits() == 0,
        Literal::Str(value) => value.is_empty(),
        Literal::Bytes(value) => value.is_empty(),
        _ => false,
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
