//! Types as constant data: what a message, an enum and their fields are called and how they are numbered.
//!
//! Everything here is built by `const fn`s and read by the wires, by [`inspect`](crate::inspect()) and by tools. Types link
//! to each other by function, so that recursive and generic types work.

mod accepted;
mod field;
mod form;
mod former;
mod link;
mod members;
mod names;
mod ty;
mod values;
mod variants;
mod was;

pub use accepted::Accepted;
pub use field::{Encoding, Field, Presence};
pub use form::{Dialect, Form, Layout};
pub use link::Link;
pub use ty::{Int, Type};
pub use values::{Constant, EnumValue, Oneof, Reserved};

use crate::validate::MessageRule;
use alloc::borrow::Cow;
use alloc::string::String;

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
    constants: &'static [Constant],
    kind: Kind,
    version: u32,
    aliases: &'static [&'static str],
    json: Dialect,
    form: Form,
    layout: Layout,
    reserved: &'static [Reserved],
    extensions: &'static [(u32, u32)],
    message_set: bool,
    tuple: bool,
    unit: bool,
    keeps_unknown: bool,
    oneofs: &'static [Oneof],
    rules: &'static [MessageRule],
    accepted: &'static [Accepted],
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

impl Schema {
    const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            arguments: &[],
            constants: &[],
            kind,
            version: 0,
            aliases: &[],
            json: Dialect::Native,
            form: Form::Plain,
            layout: Layout::Array,
            reserved: &[],
            extensions: &[],
            message_set: false,
            tuple: false,
            unit: false,
            keeps_unknown: false,
            oneofs: &[],
            rules: &[],
            accepted: &[],
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
    /// At compile time, if slots do not ascend: a flattened struct whose numbers do not stand where it is declared.
    #[must_use]
    #[inline]
    pub const fn message(name: &'static str, fields: &'static [Field]) -> Self {
        let mut i = 1;
        while i < fields.len() {
            assert!(
                fields[i - 1].slot() < fields[i].slot(),
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

    /// With the constant arguments of a generic type, which are part of its full name too.
    #[must_use]
    #[inline]
    pub const fn with_constants(mut self, constants: &'static [Constant]) -> Self {
        self.constants = constants;
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

    /// With the form that a well-known type has in JSON.
    #[must_use]
    #[inline]
    pub const fn with_form(mut self, form: Form) -> Self {
        self.form = form;
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

    /// With the ranges of numbers that extensions may have, ends included.
    #[must_use]
    #[inline]
    pub const fn with_extensions(mut self, ranges: &'static [(u32, u32)]) -> Self {
        self.extensions = ranges;
        self
    }

    /// Of a message whose extensions protobuf writes as the items of a message set (`message_set_wire_format`).
    #[must_use]
    #[inline]
    pub const fn as_message_set(mut self) -> Self {
        self.message_set = true;
        self
    }

    /// Of a message that is a tuple: its fields have no names, and the native dialect of JSON writes an array.
    #[must_use]
    #[inline]
    pub const fn as_tuple(mut self) -> Self {
        self.tuple = true;
        self
    }

    /// Of a message that is a struct without fields, whose type is [`Type::Unit`].
    #[must_use]
    #[inline]
    pub const fn as_unit(mut self) -> Self {
        self.unit = true;
        self
    }

    /// Whether the message is a struct without fields, whose type is [`Type::Unit`].
    #[must_use]
    #[inline]
    pub const fn is_unit(&self) -> bool {
        self.unit
    }

    /// Of a type that keeps what it does not know.
    #[must_use]
    #[inline]
    pub const fn keeping_unknown(mut self) -> Self {
        self.keeps_unknown = true;
        self
    }

    /// With what is said of oneofs as a whole.
    #[must_use]
    #[inline]
    pub const fn with_oneofs(mut self, oneofs: &'static [Oneof]) -> Self {
        self.oneofs = oneofs;
        self
    }

    /// With the rules of the message as a whole.
    #[must_use]
    #[inline]
    pub const fn with_rules(mut self, rules: &'static [MessageRule]) -> Self {
        self.rules = rules;
        self
    }

    /// The rules of the message as a whole; those of fields are told by [`Field::rules`].
    #[must_use]
    #[inline]
    pub const fn rules(&self) -> &'static [MessageRule] {
        self.rules
    }

    /// Whether the type keeps what it does not know.
    #[must_use]
    #[inline]
    pub const fn keeps_unknown(&self) -> bool {
        self.keeps_unknown
    }

    /// The oneofs that must be set, or that read as something where they are not.
    #[must_use]
    #[inline]
    pub const fn oneofs(&self) -> &'static [Oneof] {
        self.oneofs
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

    /// The full name, with the arguments of a generic type, the constants last: `shop.v1.Page<shop.v1.Order,20>`.
    #[must_use]
    pub fn full_name(&self) -> Cow<'static, str> {
        if self.arguments.is_empty() && self.constants.is_empty() {
            return Cow::Borrowed(self.name);
        }
        let mut name = String::from(self.name);
        let types = self.arguments.iter().map(|ty| alloc::format!("{ty}"));
        let constants = self.constants.iter().map(|one| alloc::format!("{one}"));
        for (i, argument) in types.chain(constants).enumerate() {
            name.push(if i == 0 { '<' } else { ',' });
            name.push_str(&argument);
        }
        name.push('>');
        Cow::Owned(name)
    }

    /// The types among the arguments of a generic type.
    #[must_use]
    #[inline]
    pub const fn arguments(&self) -> &'static [Type] {
        self.arguments
    }

    /// The constants among the arguments of a generic type.
    #[must_use]
    #[inline]
    pub const fn constants(&self) -> &'static [Constant] {
        self.constants
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

    /// The form in JSON, if it is a well-known type.
    #[must_use]
    #[inline]
    pub const fn form(&self) -> Form {
        self.form
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

    /// The ranges of numbers that extensions may have, ends included.
    #[must_use]
    #[inline]
    pub const fn extensions(&self) -> &'static [(u32, u32)] {
        self.extensions
    }

    /// Whether an extension may have this number.
    #[must_use]
    pub const fn can_have_extension(&self, number: u32) -> bool {
        let mut i = 0;
        while i < self.extensions.len() {
            let (first, last) = self.extensions[i];
            if first <= number && number <= last {
                return true;
            }
            i += 1;
        }
        false
    }

    /// Whether protobuf writes the message's extensions as the items of a message set.
    #[must_use]
    #[inline]
    pub const fn is_message_set(&self) -> bool {
        self.message_set
    }

    /// The number of slots that a writer fills in MessagePack: up to the last field or typed reserved slot.
    #[must_use]
    #[inline]
    pub const fn slots(&self) -> u32 {
        let fields = self.fields();
        let mut slots = match fields.last() {
            Some(last) => last.slot() + 1,
            None => 0,
        };
        let mut i = 0;
        while i < self.reserved.len() {
            if let Some((slot, Some(_))) = self.reserved[i].as_slot()
                && slot >= slots
            {
                slots = slot + 1;
            }
            i += 1;
        }
        slots
    }
}
