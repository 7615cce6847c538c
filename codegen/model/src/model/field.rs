//! A checked field: where it stands on the wires, and what it is in Rust.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, TokenStreamExt};

use super::accept::Accept;
use super::literal::Literal;
use super::number::{FieldNumber, Slot};
use super::rule::Rule;
use super::shape::Shape;

/// What a struct or variant holds in Rust: a named field or a position of a tuple.
#[derive(Clone, Debug)]
pub struct Member {
    /// How it is selected.
    pub selector: Selector,
    /// Its type.
    pub ty: TokenStream,
    /// Its visibility; empty means private.
    pub vis: TokenStream,
    /// Its doc comment, one string a line, without the comment marks.
    pub docs: Vec<String>,
    /// Attributes to write before it where the item is defined, not only implemented.
    pub attributes: TokenStream,
    /// Its place in the declaration, counted from 0.
    pub position: usize,
}

/// A field's name or its index; writes itself as what follows the dot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// `self.name`.
    Named(Ident),
    /// `self.0`.
    Index(usize),
}

impl ToTokens for Selector {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Selector::Named(ident) => ident.to_tokens(tokens),
            Selector::Index(index) => {
                tokens.append(proc_macro2::Literal::usize_unsuffixed(*index));
            }
        }
    }
}

/// A field that stands on the wires.
#[derive(Clone, Debug)]
pub struct Field {
    /// What it is in Rust.
    pub member: Member,
    /// What its type's spelling shows.
    pub shape: Shape,
    /// Its name: in native JSON, in paths, in the schema.
    pub name: String,
    /// Its name in ProtoJSON.
    pub json_name: String,
    /// Further names that JSON readers take.
    pub aliases: Vec<String>,
    /// What kind of entry it is, with its number and slot.
    pub role: Role,
    /// An absent field is an error.
    pub required: bool,
    /// What an absent field reads as, where that is not zero or empty.
    pub default: Option<Default>,
    /// How protobuf writes the value, or each element of a list.
    pub encoding: Encoding,
    /// How protobuf writes a map's keys.
    pub key: Encoding,
    /// How protobuf writes a map's values.
    pub value: Encoding,
    /// Whether protobuf packs a list of scalars.
    pub packed: bool,
    /// The module whose functions encode and decode the field in its type's place.
    pub with: Option<TokenStream>,
    /// What it is on the wires, where its type does not say that.
    pub adapted: Option<Adapted>,
    /// Whether it is a message, or a list or map of messages, by what its attributes say.
    pub message: bool,
    /// Whether it is always written, though its absence is no error.
    pub explicit: bool,
    /// The types that it had before.
    pub was: Vec<Was>,
    /// The version of the message that brought the field.
    pub since: Option<u32>,
    /// What a valid value follows.
    pub rules: Vec<Rule>,
    /// Paths of functions that check the value.
    pub hooks: Vec<TokenStream>,
    /// The breaks of the field that are wanted.
    pub accepts: Vec<Accept>,
    /// Whether it is deprecated.
    pub deprecated: bool,
}

/// What kind of entry, or entries, a field is in the table of its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// One entry.
    Plain {
        /// Its number.
        number: FieldNumber,
        /// Its slot.
        slot: Slot,
    },
    /// One entry for each number, of which at most one is present; sorted by slot.
    Oneof(Vec<OneofNumber>),
    /// All entries of the field's type, in its place.
    Flatten,
    /// No entry: the whole of a newtype, or of a variant's payload.
    Inner,
}

/// A number of a oneof, and its slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OneofNumber {
    /// The variant's number.
    pub number: FieldNumber,
    /// The variant's slot in the message that holds the oneof.
    pub slot: Slot,
}

/// What an absent field reads as.
#[derive(Clone, Debug)]
pub struct Default {
    /// The expression that makes the value.
    pub expr: TokenStream,
    /// Its value, where the expression is a literal.
    pub literal: Option<Literal>,
    /// Its bytes on MessagePack, where a schema has those instead of an expression.
    pub stored: Option<Vec<u8>>,
}

/// What a value is on the wires that is held as another Rust type.
#[derive(Clone, Debug)]
pub struct Adapted {
    /// The type that stands in the schema, with the `Option`, list or map that the field has around it.
    pub ty: TokenStream,
    /// How each element is one of that type.
    pub adaptor: Adaptor,
}

/// How a Rust value is one of another type.
#[derive(Clone, Debug)]
pub enum Adaptor {
    /// An `i32` that is the number of a value of this enum.
    Enumeration(TokenStream),
    /// The one field of a message, or `()` of one without fields.
    Wrapper,
}

/// A type that a field had before.
#[derive(Clone, Debug)]
pub struct Was {
    /// The type.
    pub ty: TokenStream,
    /// The function that makes a value of the field's type.
    pub with: TokenStream,
}

/// How protobuf writes an integer or a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, core::default::Default)]
pub enum Encoding {
    /// Varints as they are; messages with a length.
    #[default]
    Default,
    /// sint32, sint64.
    Zigzag,
    /// fixed32, sfixed32, fixed64, sfixed64.
    Fixed,
    /// A message between group tags.
    Group,
}

/// A member that no wire carries.
#[derive(Clone, Debug)]
pub struct Skipped {
    /// What it is in Rust.
    pub member: Member,
    /// What it is after decoding; without one, its type's `Default`.
    pub default: Option<TokenStream>,
}

impl Field {
    /// The number of a plain field.
    pub fn number(&self) -> Option<FieldNumber> {
        match self.role {
            Role::Plain { number, .. } => Some(number),
            _ => None,
        }
    }

    /// The slot of a plain field.
    pub fn slot(&self) -> Option<Slot> {
        match self.role {
            Role::Plain { slot, .. } => Some(slot),
            _ => None,
        }
    }
}
