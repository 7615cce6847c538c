//! The checked model: what an item means once every rule has passed.
//!
//! Nothing in it can be wrong: numbers are valid and distinct, fields stand in slot order, names
//! are final. [`check`](crate::check) makes it from [`raw`], [`expand`](crate::expand) reads it.

pub mod accept;
pub mod diagnostic;
pub mod field;
pub mod generics;
pub mod item;
pub mod literal;
pub mod name;
pub mod number;
pub mod raw;
pub mod rule;
pub mod shape;

pub use accept::Accept;
pub use diagnostic::{At, Diagnostic, Located};
pub use field::{
    Adapted, Adaptor, Default, Encoding, Field, Member, OneofNumber, Role, Selector, Skipped, Was,
};
pub use generics::{Generics, Param, ParamKind};
pub use item::{
    Conversion, Declared, Dialect, Entry, Enum, Form, Item, Kind, Layout, Newtype, Other, Payload,
    Proxy, Removed, Reserved, SkippedVariant, Struct, Style, Union, Value, Variant,
};
pub use literal::Literal;
pub use name::RenameAll;
pub use number::{FieldNumber, Slot};
pub use rule::{Format, MessageRule, OneofMember, Rule, RuleName, Takes};
pub use shape::{Int, Known, Shape};
