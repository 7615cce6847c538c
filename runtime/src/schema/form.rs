//! The forms that a type takes on a wire: [`Layout`] in MessagePack, [`Dialect`] and [`Form`] in JSON.

/// The form that a message takes in MessagePack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layout {
    /// An array with a field's value at its slot.
    Array,
    /// A map keyed by field number; absent fields are left out.
    Map,
}

/// The form that JSON output takes. The reader accepts both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Dialect {
    /// What serde_json writes for the same struct.
    #[default]
    Native,
    /// Canonical ProtoJSON.
    Proto,
}

/// The form that a well-known type has in JSON, in both dialects (ProtoJSON, "Representation of each type").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Form {
    /// That of any message or enum.
    #[default]
    Plain,
    /// That of its one field: wrappers, `Struct`, `ListValue`.
    Bare,
    /// Any JSON value, by the variant of its oneof: `Value`.
    Value,
    /// The only value of an enum is null: `NullValue`.
    Null,
    /// A point in time as RFC 3339 has it, out of seconds and nanoseconds.
    Timestamp,
    /// A span of time as seconds with an `s`, out of seconds and nanoseconds.
    Duration,
    /// Paths in one string, their names in camelCase: `FieldMask`.
    FieldMask,
    /// The message that it holds, with its type's URL as the member `@type`: `Any`.
    Any,
}
