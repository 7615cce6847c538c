//! One part of a path: a field, and the element of it that the path goes on in.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt::{self, Write};

use super::FieldType;

/// One part of a path: a field, and which element of it. It says what `buf.validate.FieldPathElement` does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PathElement {
    /// The field's number; none for a oneof, and where no schema has the field.
    pub field_number: Option<u32>,
    /// The field's or oneof's name; an extension's full name in brackets. Empty for what has none: an element of a list in a list.
    pub field_name: Cow<'static, str>,
    /// The field's type in protobuf; for a list that of the elements, for a map `Message`. None for a oneof, and where no schema has the field.
    pub field_type: Option<FieldType>,
    /// For a subscript of a map, the type of its keys.
    pub key_type: Option<FieldType>,
    /// For a subscript of a map, the type of its values.
    pub value_type: Option<FieldType>,
    /// The element of a list, or the entry of a map.
    pub subscript: Option<Subscript>,
}

/// Which element of a list, or which entry of a map.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Subscript {
    /// The element of a list, counted from 0.
    Index(u64),
    /// The entry of a key that is a bool.
    Bool(bool),
    /// The entry of a key that is a signed integer, or an enum.
    Int(i64),
    /// The entry of a key that is an unsigned integer.
    Uint(u64),
    /// The entry of a key that is text.
    Str(String),
}

impl PathElement {
    /// A field of that name, of which no more is known.
    #[must_use]
    pub fn named(name: impl Into<Cow<'static, str>>) -> PathElement {
        PathElement {
            field_name: name.into(),
            ..PathElement::default()
        }
    }

    /// A field.
    #[must_use]
    pub fn field(
        number: u32,
        name: impl Into<Cow<'static, str>>,
        field_type: FieldType,
    ) -> PathElement {
        PathElement {
            field_number: Some(number),
            field_name: name.into(),
            field_type: Some(field_type),
            ..PathElement::default()
        }
    }

    /// Goes on with this element at the end of a path.
    pub(super) fn join(&self, text: &mut String) {
        if !text.is_empty() && !self.field_name.is_empty() {
            text.push('.');
        }
        text.push_str(&self.field_name);
        if let Some(subscript) = &self.subscript {
            let written = write!(text, "{subscript}");
            debug_assert!(written.is_ok(), "a String takes any text");
        }
    }

    /// About how many bytes the element takes in a path's text.
    pub(super) fn spread(&self) -> usize {
        let subscript = match &self.subscript {
            Some(Subscript::Str(key)) => key.len() + 4,
            Some(_) => 8,
            None => 0,
        };
        self.field_name.len() + 1 + subscript
    }

    /// How many bytes the texts take.
    pub(super) fn weight(&self) -> usize {
        let key = match &self.subscript {
            Some(Subscript::Str(key)) => key.len(),
            _ => 0,
        };
        match &self.field_name {
            Cow::Borrowed(_) => key,
            Cow::Owned(name) => name.len() + key,
        }
    }
}

/// In brackets, text quoted.
impl fmt::Display for Subscript {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Subscript::Index(index) => write!(f, "[{index}]"),
            Subscript::Bool(key) => write!(f, "[{key}]"),
            Subscript::Int(key) => write!(f, "[{key}]"),
            Subscript::Uint(key) => write!(f, "[{key}]"),
            Subscript::Str(key) => write!(f, "[{key:?}]"),
        }
    }
}
