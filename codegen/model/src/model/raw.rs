//! The raw model: what a `#[codec(…)]` item or a `.proto` declaration says, word for word.
//!
//! Everything is optional and located, nothing is checked. A flag is `Option<At>`: the place
//! where it was written. [`Item::new`], [`Field::new`] and [`Variant::new`] leave all else empty.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;

use super::diagnostic::{At, Located};
use super::field::{Adapted, Encoding, Selector};
use super::generics::Generics;
use super::item::{Dialect, Form, Layout, Style};
use super::literal::Literal;
use super::name::RenameAll;
use super::rule::RuleName;
use super::shape::Shape;

/// A struct or an enum.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its name in Rust.
    pub ident: Ident,
    /// Where its name is written.
    pub at: At,
    /// Its doc comment, one string a line.
    pub docs: Vec<String>,
    /// Its visibility; empty means private.
    pub vis: TokenStream,
    /// Attributes and derives to write before it where it is defined.
    pub attributes: TokenStream,
    /// Whether the type itself is to be written, or only implemented for.
    pub define: bool,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// Whether its front end has already told of a mistake in what it says of itself.
    pub faulty: bool,
    /// `rule(oneof(a, b, required))`, once for each rule of the message as a whole.
    pub rules: Vec<MessageOneof>,
    /// Its generic parameters.
    pub generics: Generics,
    /// `name = "shop.v1.Order"`.
    pub name: Option<Located<String>>,
    /// `alias = "shop.v1.Purchase"`, its former full names.
    pub aliases: Vec<Located<String>>,
    /// `rename_all = "camelCase"`.
    pub rename_all: Option<Located<RenameAll>>,
    /// `crate = path`.
    pub crate_path: Option<Located<TokenStream>>,
    /// `version = 3`.
    pub version: Option<Located<i128>>,
    /// `json = "proto"`.
    pub json: Option<Located<Dialect>>,
    /// The form of its own that ProtoJSON has for a well-known type.
    pub form: Form,
    /// `msgpack = "map"`.
    pub msgpack: Option<Located<Layout>>,
    /// `transparent`.
    pub transparent: Option<At>,
    /// `from = Type`.
    pub from: Option<Located<TokenStream>>,
    /// `try_from = Type`.
    pub try_from: Option<Located<TokenStream>>,
    /// `into = Type`.
    pub into: Option<Located<TokenStream>>,
    /// `reserved(…)`, once for each group.
    pub reserved: Vec<Reserved>,
    /// `extensions(100..=199)`: ranges of numbers, ends included.
    pub extensions: Vec<Located<(i128, i128)>>,
    /// `message_set`.
    pub message_set: Option<At>,
    /// `serde`.
    pub serde: Option<At>,
    /// `validate = path`.
    pub hooks: Vec<Located<TokenStream>>,
    /// `accept("…", reason = "…")`.
    pub accepts: Vec<Accept>,
    /// `upgrade = path`.
    pub upgrade: Option<Located<TokenStream>>,
    /// `prost`: it is a `prost::Message` too.
    pub prost: Option<At>,
    /// An enum whose values fields hold as `i32`, known or not, and whose method `as_str_name` has their names, as prost's do.
    pub held_as_i32: bool,
    /// What it consists of.
    pub body: Body,
}

/// What an item consists of.
#[derive(Clone, Debug)]
pub enum Body {
    /// A struct's fields.
    Struct(Fields),
    /// An enum's variants.
    Enum(Vec<Variant>),
}

/// The fields of a struct or a variant.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    /// How they are declared.
    pub style: Style,
    /// The fields, in declaration order.
    pub fields: Vec<Field>,
}

/// A field of a struct or a variant.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name in Rust, or its index.
    pub selector: Selector,
    /// Where its name is written; of a tuple's field, its type.
    pub at: At,
    /// Its doc comment, one string a line.
    pub docs: Vec<String>,
    /// Its visibility; empty means private.
    pub vis: TokenStream,
    /// Attributes to write before it where the item is defined.
    pub attributes: TokenStream,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// Its type.
    pub ty: Type,
    /// Whether its front end has already told of a mistake in it: what seems to be missing may
    /// only be misspelt.
    pub faulty: bool,
    /// `9`.
    pub number: Option<Located<i128>>,
    /// `slot = 4`.
    pub slot: Option<Located<i128>>,
    /// `oneof(10, 11)`.
    pub oneof: Option<Oneof>,
    /// `flatten`.
    pub flatten: Option<At>,
    /// `unknown`.
    pub unknown: Option<At>,
    /// `skip`.
    pub skip: Option<At>,
    /// Everything else.
    pub says: Says,
}

/// What a field says of its value; a variant of one value says it too, of its payload.
#[derive(Clone, Debug, Default)]
pub struct Says {
    /// `rename = "order_id"`.
    pub rename: Option<Located<String>>,
    /// `json_name = "orderId"`.
    pub json_name: Option<Located<String>>,
    /// `alias = "id"`.
    pub aliases: Vec<Located<String>>,
    /// `since = 2`.
    pub since: Option<Located<i128>>,
    /// `default = 1`.
    pub default: Option<Default>,
    /// `required`.
    pub required: Option<At>,
    /// `sint`, `fixed`, `group`.
    pub encoding: Option<Located<Encoding>>,
    /// `key(sint)`.
    pub key: Option<Located<Encoding>>,
    /// `value(fixed)`.
    pub value: Option<Located<Encoding>>,
    /// `unpacked`.
    pub unpacked: Option<At>,
    /// `with = path`.
    pub with: Option<Located<TokenStream>>,
    /// What it is on the wires, where its type does not say that; no attribute of ours says so.
    pub adapted: Option<Adapted>,
    /// That it is a message, or a list or map of messages; no attribute of ours says so.
    pub message: bool,
    /// That it is always written, though its absence is no error; no attribute of ours says so.
    pub explicit: Option<At>,
    /// `was(u32, with = path)`, once for each type that it had before.
    pub was: Vec<Was>,
    /// `min_len = 1`, `rule(required)` and their like.
    pub rules: Vec<Rule>,
    /// `validate = path`.
    pub hooks: Vec<Located<TokenStream>>,
    /// `accept("…", reason = "…")`.
    pub accepts: Vec<Accept>,
}

/// `accept("number 3 is removed", reason = "…")`: a break that is wanted.
#[derive(Clone, Debug, core::default::Default)]
pub struct Accept {
    /// Where it is written.
    pub at: At,
    /// The change that breaks.
    pub change: Located<String>,
    /// Why it is wanted.
    pub reason: Located<String>,
}

/// `was(u32, with = path)`.
#[derive(Clone, Debug)]
pub struct Was {
    /// Where it is written.
    pub at: At,
    /// The former type.
    pub ty: Type,
    /// The function that makes a value of the field's type.
    pub with: Located<TokenStream>,
}

/// `default = …`.
#[derive(Clone, Debug)]
pub struct Default {
    /// Where the value is written.
    pub at: At,
    /// The expression that makes the value.
    pub expr: TokenStream,
    /// Its value, where it is a literal.
    pub literal: Option<Literal>,
}

/// `oneof(10, 11)`.
#[derive(Clone, Debug)]
pub struct Oneof {
    /// Where it is written.
    pub at: At,
    /// The variants' numbers, with their slots: `oneof(10, 11(slot = 3))`.
    pub numbers: Vec<OneofNumber>,
}

/// One number of a oneof.
#[derive(Clone, Debug)]
pub struct OneofNumber {
    /// The number.
    pub number: Located<i128>,
    /// Its slot, where that is not one less.
    pub slot: Option<Located<i128>>,
}

/// A type, as written and as far as its spelling shows.
#[derive(Clone, Debug, core::default::Default)]
pub struct Type {
    /// Its tokens.
    pub tokens: TokenStream,
    /// Its shape.
    pub shape: Shape,
    /// Where it is written.
    pub at: At,
}

/// A rule and what follows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Which one.
    pub name: RuleName,
    /// Where its name is written.
    pub at: At,
    /// What follows it.
    pub argument: Argument,
}

/// What follows a rule's name.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// Nothing.
    Nothing,
    /// A literal.
    Literal(Located<Literal>),
    /// A list of literals.
    List(Vec<Located<Literal>>),
    /// Rules.
    Rules(Vec<Rule>),
}

/// `oneof(a, b, required)`: at most one of these fields is set.
#[derive(Clone, Debug)]
pub struct MessageOneof {
    /// Where it is written.
    pub at: At,
    /// The fields.
    pub fields: Vec<MessageOneofField>,
    /// Where it says that one must be set.
    pub required: Option<At>,
}

/// A field that a rule of the message names.
#[derive(Clone, Debug)]
pub struct MessageOneofField {
    /// Its name on the wires, or in Rust.
    pub name: Located<String>,
    /// Its number, where the front end knows it: that of a oneof's member tells which.
    pub number: Option<i128>,
}

/// A variant of an enum.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Its name in Rust.
    pub ident: Ident,
    /// Where its name is written.
    pub at: At,
    /// Its doc comment, one string a line.
    pub docs: Vec<String>,
    /// Attributes to write before it where the item is defined.
    pub attributes: TokenStream,
    /// Whether it is deprecated.
    pub deprecated: bool,
    /// Whether its front end has already told of a mistake in it.
    pub faulty: bool,
    /// `10`.
    pub number: Option<Located<i128>>,
    /// Rust's own `= 10`, where that is a literal; it counts where no variant has a number.
    pub discriminant: Option<Located<i128>>,
    /// `other`.
    pub other: Option<At>,
    /// `skip`.
    pub skip: Option<At>,
    /// `rename_all = "camelCase"`, for its fields.
    pub rename_all: Option<Located<RenameAll>>,
    /// `msgpack = "map"`, for its fields.
    pub msgpack: Option<Located<Layout>>,
    /// `reserved(…)`, among its fields.
    pub reserved: Vec<Reserved>,
    /// What it says of its name and, where it holds one value without a number, of that value;
    /// then the value's own field says nothing.
    pub says: Says,
    /// Its fields.
    pub fields: Fields,
}

/// `reserved(3, "old_name", slot = 2, type = u32)`: one removed field, or a list of numbers,
/// ranges and names.
#[derive(Clone, Debug, core::default::Default)]
pub struct Reserved {
    /// Where it is written.
    pub at: At,
    /// Numbers, as ranges with both ends included.
    pub numbers: Vec<Located<(i128, i128)>>,
    /// Names.
    pub names: Vec<Located<String>>,
    /// The slot of the one field.
    pub slot: Option<Located<i128>>,
    /// The type of the one field.
    pub ty: Option<Located<TokenStream>>,
}

impl Item {
    /// An item that says nothing.
    pub fn new(ident: Ident, at: At, body: Body) -> Self {
        Item {
            ident,
            at,
            docs: Vec::new(),
            vis: TokenStream::new(),
            attributes: TokenStream::new(),
            define: false,
            deprecated: false,
            faulty: false,
            rules: Vec::new(),
            generics: Generics::default(),
            name: None,
            aliases: Vec::new(),
            rename_all: None,
            crate_path: None,
            version: None,
            json: None,
            form: Form::Plain,
            extensions: Vec::new(),
            message_set: None,
            serde: None,
            msgpack: None,
            transparent: None,
            from: None,
            try_from: None,
            into: None,
            reserved: Vec::new(),
            hooks: Vec::new(),
            accepts: Vec::new(),
            upgrade: None,
            prost: None,
            held_as_i32: false,
            body,
        }
    }
}

impl Field {
    /// A field that says nothing.
    pub fn new(selector: Selector, at: At, ty: Type) -> Self {
        Field {
            selector,
            at,
            docs: Vec::new(),
            vis: TokenStream::new(),
            attributes: TokenStream::new(),
            deprecated: false,
            ty,
            faulty: false,
            number: None,
            slot: None,
            oneof: None,
            flatten: None,
            unknown: None,
            skip: None,
            says: Says::default(),
        }
    }
}

impl Variant {
    /// A variant that says nothing and holds nothing.
    pub fn new(ident: Ident, at: At) -> Self {
        Variant {
            ident,
            at,
            docs: Vec::new(),
            attributes: TokenStream::new(),
            deprecated: false,
            faulty: false,
            number: None,
            discriminant: None,
            other: None,
            skip: None,
            rename_all: None,
            msgpack: None,
            reserved: Vec::new(),
            says: Says::default(),
            fields: Fields {
                style: Style::Unit,
                fields: Vec::new(),
            },
        }
    }
}

impl Type {
    /// A type as it is written, of a known shape.
    pub fn new(tokens: impl ToTokens, shape: Shape, at: At) -> Self {
        Type {
            tokens: tokens.into_token_stream(),
            shape,
            at,
        }
    }
}

impl Selector {
    /// A field's name, from text that is a Rust identifier or a keyword.
    pub fn named(name: &str) -> Self {
        Selector::Named(super::name::ident(name, Span::call_site()))
    }
}
