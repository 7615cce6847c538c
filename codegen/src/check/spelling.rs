//! How the next action is written where the schema is: as attributes of Rust, or as options of a `.proto` file.

use crate::lock::quoted;
use crate::prove::Change;
use crate::render::Label;

/// The language of a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    Rust,
    Proto,
}

impl Spelling {
    /// That of the file a label is in.
    pub(super) fn of(label: Option<&Label>) -> Self {
        match label {
            Some(label) if label.file.ends_with(".proto") => Self::Proto,
            _ => Self::Rust,
        }
    }

    /// What accepts a change, and where it stands.
    pub(super) fn accept(self, change: &Change, is_enum: bool) -> String {
        let text = quoted(&change.text);
        let is_own = change.number.is_none() || change.text.ends_with("removed");
        match (self, is_own) {
            (Self::Rust, true) => format!("`accept({text}, reason = \"…\")` on the type"),
            (Self::Rust, false) => format!("`accept({text}, reason = \"…\")` on it"),
            (Self::Proto, true) => format!(
                "`option (everwire.{}).accept = {{ change: {text} reason: \"…\" }};` in the type",
                if is_enum { "enum" } else { "message" }
            ),
            (Self::Proto, false) => format!(
                "`[(everwire.{}).accept = {{ change: {text} reason: \"…\" }}]` behind it",
                if is_enum { "value" } else { "field" }
            ),
        }
    }

    /// What keeps a number from being taken again.
    pub(super) fn reserve(self, number: i64, name: &str, slot: Option<u32>) -> String {
        match (self, slot) {
            (Self::Rust, None) => format!("`reserved({number}, {})`", quoted(name)),
            (Self::Rust, Some(slot)) => {
                format!("`reserved({number}, {}, slot = {slot})`", quoted(name))
            }
            (Self::Proto, None) => format!("`reserved {number}; reserved {};`", quoted(name)),
            (Self::Proto, Some(slot)) => format!(
                "`option (everwire.message).reserved = {{ number: {number} name: {} slot: {slot} }};`",
                quoted(name)
            ),
        }
    }

    /// What lets readers of JSON find a former name.
    pub(super) fn alias(self, name: &str, is_enum: bool) -> String {
        let name = quoted(name);
        match (self, is_enum) {
            (Self::Rust, _) => format!("`alias = {name}`"),
            (Self::Proto, false) => format!("`[(everwire.field).alias = {name}]`"),
            (Self::Proto, true) => format!("`[(everwire.value).alias = {name}]`"),
        }
    }

    /// What lets envelopes find a former name of a type.
    pub(super) fn type_alias(self, name: &str, is_enum: bool) -> String {
        let name = quoted(name);
        match (self, is_enum) {
            (Self::Rust, _) => format!("`alias = {name}`"),
            (Self::Proto, false) => format!("`option (everwire.message).alias = {name};`"),
            (Self::Proto, true) => format!("`option (everwire.enum).alias = {name};`"),
        }
    }

    /// What reads a former type.
    pub(super) fn was(self) -> &'static str {
        match self {
            Self::Rust => "`was(…, with = …)`",
            Self::Proto => "`[(everwire.field).was = { type: \"…\" with: \"…\" }]`",
        }
    }

    /// What makes a field say that it is absent.
    pub(super) fn optional(self) -> &'static str {
        match self {
            Self::Rust => "make it an `Option`, or give it a `default`",
            Self::Proto => "make it `optional`, or give it `[(everwire.field).default = \"…\"]`",
        }
    }

    /// A rule in place of a required field.
    pub(super) fn required(self) -> &'static str {
        match self {
            Self::Rust => "`rule(required)`",
            Self::Proto => "`[(everwire.field).validate.required = true]`",
        }
    }
}
