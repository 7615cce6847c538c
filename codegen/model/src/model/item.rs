//! A checked item: a message, a newtype, an enum, a union.

use proc_macro2::{Ident, TokenStream};

use super::accept::Accept;
use super::field::{Field, Member, Role, Skipped};
use super::generics::Generics;
use super::number::{FieldNumber, Slot};
use super::rule::MessageRule;

/// A type that gets the traits.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its name in Rust.
    pub ident: Ident,
    /// Its doc comment, one string a line, without the comment marks.
    pub docs: Vec<String>,
    /// Its visibility; empty means private.
    pub vis: TokenStream,
    /// Attributes and derives to write before it where it is defined.
    pub attributes: TokenStream,
    /// Whether the type itself is to be written, or only implemented for.
    pub define: bool,
    /// Its generic parameters.
    pub generics: Generics,
    /// The path of the runtime, `::everwire` by default.
    pub crate_path: TokenStream,
    /// Its full name, `shop.v1.Order`; a generic type's arguments are not part of it here.
    pub full_name: String,
    /// Its version; 0 is unversioned.
    pub version: u32,
    /// Full names that it had before.
    pub aliases: Vec<String>,
    /// Which JSON it writes as the root.
    pub json: Dialect,
    /// Its form in JSON, if it is a well-known type.
    pub form: Form,
    /// The ranges of numbers that extensions may have, ends included.
    pub extensions: Vec<(u32, u32)>,
    /// Whether protobuf writes its extensions as the items of a message set.
    pub message_set: bool,
    /// Whether it has serde's traits, too.
    pub serde: bool,
    /// Paths of functions that check the whole value.
    pub hooks: Vec<TokenStream>,
    /// The breaks of the type that are wanted.
    pub accepts: Vec<Accept>,
    /// The path of the function that is told what older and newer versions have written.
    pub upgrade: Option<TokenStream>,
    /// Whether it is a `prost::Message` too.
    pub prost: bool,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// What it is.
    pub kind: Kind,
}

/// What an item is on the wires.
#[derive(Clone, Debug)]
#[allow(
    clippy::large_enum_variant,
    reason = "there is one for each item, and it is never moved about"
)]
pub enum Kind {
    /// A message.
    Struct(Struct),
    /// Its one inner value.
    Newtype(Newtype),
    /// A number with names.
    Enum(Enum),
    /// A message with one oneof; or that oneof, inside another message.
    Union(Union),
    /// Another type, converted.
    Proxy(Proxy),
}

/// Which JSON a type writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Dialect {
    /// serde_json's habits.
    #[default]
    Native,
    /// Canonical ProtoJSON.
    Proto,
}

/// The form that a type has in JSON: one of its own, if it is a well-known type (ProtoJSON, "Representation of each type").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Form {
    /// That of any message or enum.
    #[default]
    Plain,
    /// That of its one field.
    Bare,
    /// Any JSON value, by the variant of its oneof.
    Value,
    /// The only value of an enum: null.
    Null,
    /// RFC 3339.
    Timestamp,
    /// Seconds with an `s`.
    Duration,
    /// Paths in one string.
    FieldMask,
    /// The message that it holds, with an `@type`.
    Any,
}

/// Which MessagePack form a message has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Layout {
    /// An array, a field in each slot.
    #[default]
    Array,
    /// A map, keyed by number.
    Map,
}

/// How fields are declared in Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Style {
    /// `{ a: A }`.
    #[default]
    Named,
    /// `(A)`.
    Tuple,
    /// Nothing.
    Unit,
}

/// A message's fields.
#[derive(Clone, Debug, Default)]
pub struct Struct {
    /// How they are declared.
    pub style: Style,
    /// The fields on the wires, in slot order; a oneof stands at its first slot, a flattened
    /// field after the field that is declared before it.
    pub fields: Vec<Field>,
    /// The table: one entry for each number, in slot order.
    pub entries: Vec<Entry>,
    /// The member that keeps unknown fields.
    pub unknown: Option<Member>,
    /// The members that no wire carries, in declaration order.
    pub skipped: Vec<Skipped>,
    /// Numbers, slots and names of fields that are gone.
    pub reserved: Vec<Reserved>,
    /// The MessagePack form.
    pub layout: Layout,
    /// Rules of the message as a whole.
    pub rules: Vec<MessageRule>,
}

/// An entry of a message's table; `field` is an index into [`Struct::fields`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A plain field.
    Field {
        /// Which one.
        field: usize,
        /// Its number.
        number: FieldNumber,
        /// Its slot.
        slot: Slot,
    },
    /// One variant of a oneof.
    Variant {
        /// The oneof.
        field: usize,
        /// The variant's number.
        number: FieldNumber,
        /// The variant's slot.
        slot: Slot,
    },
    /// All entries of a flattened field's type.
    Flatten {
        /// Which one.
        field: usize,
    },
}

/// A newtype: on every wire, its inner value.
#[derive(Clone, Debug)]
pub struct Newtype {
    /// How it is declared.
    pub style: Style,
    /// The inner value; its role is [`Role::Inner`].
    pub field: Field,
    /// The members that no wire carries, in declaration order.
    pub skipped: Vec<Skipped>,
}

/// An enum without data.
#[derive(Clone, Debug)]
pub struct Enum {
    /// The values, in declaration order, of distinct numbers.
    pub values: Vec<Value>,
    /// The variant `Other(i32)` of an open enum.
    pub other: Option<Other>,
    /// The variants that no wire carries.
    pub skipped: Vec<SkippedVariant>,
    /// Numbers and names of values that are gone.
    pub reserved: Vec<Reserved>,
    /// Whether fields hold its values as `i32`, known or not, and its method `as_str_name` has their names, as prost's do.
    pub held_as_i32: bool,
}

/// The variant that takes what the type does not know.
#[derive(Clone, Debug)]
pub struct Other {
    /// Its name in Rust.
    pub ident: Ident,
    /// The type of its payload.
    pub ty: TokenStream,
    /// Its doc comment.
    pub docs: Vec<String>,
    /// Attributes to write before it where the item is defined.
    pub attributes: TokenStream,
    /// Its place in the declaration, counted from 0.
    pub position: usize,
}

/// A variant that no wire carries: it is never read, and to write it is an error.
#[derive(Clone, Debug)]
pub struct SkippedVariant {
    /// Its name in Rust; `Name { .. }` matches it, whatever it holds.
    pub ident: Ident,
    /// Its place in the declaration, counted from 0.
    pub position: usize,
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub struct Value {
    /// Its name in Rust.
    pub ident: Ident,
    /// Its number.
    pub number: i32,
    /// Its name on the wires.
    pub name: String,
    /// Whether that was chosen for it, and is not its name in Rust.
    pub is_named: bool,
    /// Further names that JSON readers take.
    pub aliases: Vec<String>,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// The version of the type that brought the value.
    pub since: Option<u32>,
    /// The breaks of the value that are wanted.
    pub accepts: Vec<Accept>,
    /// Its doc comment.
    pub docs: Vec<String>,
    /// Attributes to write before it where the item is defined.
    pub attributes: TokenStream,
    /// Its place in the declaration, counted from 0.
    pub position: usize,
}

/// An enum with data.
#[derive(Clone, Debug)]
pub struct Union {
    /// The variants, by number.
    pub variants: Vec<Variant>,
    /// The variant `Other(UnknownFields)`.
    pub other: Option<Other>,
    /// The variants that no wire carries.
    pub skipped: Vec<SkippedVariant>,
    /// Numbers and names of variants that are gone.
    pub reserved: Vec<Reserved>,
}

/// A variant of a union.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Its name in Rust.
    pub ident: Ident,
    /// Its number.
    pub number: FieldNumber,
    /// Its name: in native JSON, in paths, in the schema.
    pub name: String,
    /// Its name in ProtoJSON.
    pub json_name: String,
    /// Further names that JSON readers take.
    pub aliases: Vec<String>,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// The version of the type that brought the variant.
    pub since: Option<u32>,
    /// The breaks of the variant that are wanted.
    pub accepts: Vec<Accept>,
    /// Its doc comment.
    pub docs: Vec<String>,
    /// Attributes to write before it where the item is defined.
    pub attributes: TokenStream,
    /// Its place in the declaration, counted from 0.
    pub position: usize,
    /// What it holds.
    pub payload: Payload,
}

/// What a variant holds.
#[derive(Clone, Debug)]
#[allow(
    clippy::large_enum_variant,
    reason = "there is one for each variant, and it is never moved about"
)]
pub enum Payload {
    /// Nothing; on the wires an empty message.
    Unit,
    /// One value, whose field's role is [`Role::Inner`].
    Newtype(Box<Field>),
    /// Fields: a message of its own.
    Fields(Struct),
}

/// A type that is another type on every wire.
#[derive(Clone, Debug)]
pub struct Proxy {
    /// The other type, made by `Into`.
    pub ty: TokenStream,
    /// How it comes back.
    pub conversion: Conversion,
}

/// How a value is made from its proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Conversion {
    /// By `From`.
    From,
    /// By `TryFrom`, whose error is `Display`.
    TryFrom,
}

/// What must not be used again.
#[derive(Clone, Debug)]
pub enum Reserved {
    /// A removed field.
    Field(Removed),
    /// A range of numbers, both ends included.
    Numbers {
        /// The first.
        first: i64,
        /// The last.
        last: i64,
    },
    /// A name.
    Name(String),
}

/// A field that is gone.
#[derive(Clone, Debug)]
pub struct Removed {
    /// Its number.
    pub number: FieldNumber,
    /// Its slot.
    pub slot: Slot,
    /// Its name.
    pub name: Option<String>,
    /// Its type, whose zero fills the slot.
    pub ty: Option<TokenStream>,
}

/// A member of a struct, whatever becomes of it.
#[derive(Clone, Copy, Debug)]
pub enum Declared<'a> {
    /// A field on the wires.
    Field(&'a Field),
    /// The keeper of unknown fields.
    Unknown(&'a Member),
    /// A member that no wire carries.
    Skipped(&'a Skipped),
}

impl Declared<'_> {
    /// What it is in Rust.
    pub fn member(&self) -> &Member {
        match self {
            Declared::Field(field) => &field.member,
            Declared::Unknown(member) => member,
            Declared::Skipped(skipped) => &skipped.member,
        }
    }
}

impl Struct {
    /// All members in declaration order.
    pub fn declared(&self) -> Vec<Declared<'_>> {
        let mut members: Vec<Declared<'_>> = self.fields.iter().map(Declared::Field).collect();
        members.extend(self.unknown.iter().map(Declared::Unknown));
        members.extend(self.skipped.iter().map(Declared::Skipped));
        members.sort_by_key(|declared| declared.member().position);
        members
    }

    /// Whether a field of the struct is a oneof or flattened, so that entries are not fields.
    pub fn is_composite(&self) -> bool {
        self.fields
            .iter()
            .any(|field| !matches!(field.role, Role::Plain { .. }))
    }
}

impl Enum {
    /// The value of number 0, which is the wire default.
    pub fn zero(&self) -> Option<&Value> {
        self.values.iter().find(|value| value.number == 0)
    }
}
