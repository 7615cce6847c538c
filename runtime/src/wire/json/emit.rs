//! [`Emit`]: ProtoJSON that is not canonical, since its reader wants it so.

use alloc::string::String;
use alloc::vec::Vec;

use super::{encode_chosen, lay_out};
use crate::codec::Codec;
use crate::error::Error;
use crate::json::into_string;
use crate::options::Options;

/// Writes ProtoJSON, whatever the type's dialect, with the choices that protobuf's specification leaves to a program (ProtoJSON
/// format, "JSON Options"). What it writes is read by any reader of ProtoJSON, this one's included.
///
/// ```
/// use everwire::Codec;
/// use everwire::json::Emit;
///
/// #[derive(Codec)]
/// #[codec(json = "proto")]
/// struct Line {
///     #[codec(1)] unit_price: u32,
///     #[codec(2)] in_stock: bool,
///     #[codec(3)] kind: Kind,
/// }
///
/// #[derive(Codec)]
/// enum Kind { #[codec(0)] Book, #[codec(1)] Record }
///
/// let line = Line { unit_price: 7, in_stock: false, kind: Kind::Record };
/// assert_eq!(everwire::json::to_string(&line)?, r#"{"unitPrice":7,"kind":"Record"}"#);
/// let text = Emit::new().defaults(true).original_names(true).enums_as_integers(true).to_string(&line)?;
/// assert_eq!(text, r#"{"unit_price":7,"in_stock":false,"kind":1}"#);
/// # Ok::<(), everwire::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
#[must_use]
pub struct Emit<'c> {
    options: Options<'c>,
    choices: Choices,
}

/// What a program chooses.
#[derive(Clone, Copy, Debug, Default)]
#[doc(hidden)]
pub struct Choices {
    pub(super) defaults: bool,
    pub(super) original_names: bool,
    pub(super) enums_as_integers: bool,
}

impl<'c> Emit<'c> {
    /// Canonical ProtoJSON, and [`Options::new`].
    pub fn new() -> Self {
        Self::default()
    }

    /// With options: limits, and the registry of what an `Any` may hold.
    pub const fn options(mut self, options: &Options<'c>) -> Self {
        self.options = *options;
        self
    }

    /// Whether fields without presence are written where they are zero or empty; off by default. `None` stays absent.
    pub const fn defaults(mut self, defaults: bool) -> Self {
        self.choices.defaults = defaults;
        self
    }

    /// Whether fields go by the names of the schema rather than by `lowerCamelCase` or `json_name`; off by default.
    pub const fn original_names(mut self, original: bool) -> Self {
        self.choices.original_names = original;
        self
    }

    /// Whether enums are written as numbers rather than names; off by default.
    pub const fn enums_as_integers(mut self, integers: bool) -> Self {
        self.choices.enums_as_integers = integers;
        self
    }

    /// Encodes a value.
    ///
    /// # Errors
    ///
    /// As [`Wire::encode`](crate::Wire::encode).
    pub fn to_vec<T: Codec>(&self, value: &T) -> Result<Vec<u8>, Error> {
        let mut buffer = super::buffer();
        self.encode_into(value, &mut buffer)?;
        Ok(buffer)
    }

    /// Encodes a value as text.
    ///
    /// # Errors
    ///
    /// As [`Wire::encode`](crate::Wire::encode).
    pub fn to_string<T: Codec>(&self, value: &T) -> Result<String, Error> {
        into_string(self.to_vec(value)?)
    }

    /// Encodes a value as text over lines, indented by two spaces a level.
    ///
    /// # Errors
    ///
    /// As [`Wire::encode`](crate::Wire::encode).
    pub fn to_string_pretty<T: Codec>(&self, value: &T) -> Result<String, Error> {
        let mut text = Vec::new();
        lay_out(&self.to_vec(value)?, &mut text);
        into_string(text)
    }

    /// Encodes a value at the end of a buffer. On an error the buffer's length is as before.
    ///
    /// # Errors
    ///
    /// As [`Wire::encode`](crate::Wire::encode); and where [`Options::validate_on_encode`] is on and rules are not met.
    pub fn encode_into<T: Codec>(&self, value: &T, buffer: &mut Vec<u8>) -> Result<(), Error> {
        if self.options.validate_on_encode {
            self.options.validate_value(value)?;
        }
        encode_chosen(value, buffer, &self.options, self.choices)
            .map_err(|error| error.rooted(T::SCHEMA.name()))
    }
}
