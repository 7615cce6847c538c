//! [`Options`]: what a call may ask for beside the wire.

use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::registry::Registry;
use crate::schema::Schema;
use crate::validate::Context;
use crate::wkt::Timestamp;

use core::any::Any;

/// What a call asks for beside the wire: limits, validation, and what becomes of unknown fields.
///
/// ```
/// use everwire::{Codec, Options, Wire};
///
/// #[derive(Codec, Debug)]
/// struct Point { #[codec(1)] x: i32 }
///
/// let json = br#"{"x": 1, "y": 2}"#;
/// assert!(Options::new().decode::<Point>(Wire::Json, json).is_ok());
/// let error = Options::new().reject_unknown(true).decode::<Point>(Wire::Json, json).unwrap_err();
/// assert_eq!(error.to_string(), "Point: the type has no field `y` (json, byte 9)");
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Options<'c> {
    pub(crate) limits: Limits,
    pub(crate) validate: bool,
    pub(crate) validate_on_encode: bool,
    pub(crate) first_violation: bool,
    pub(crate) keep_values: bool,
    /// What hooks are given, and the time.
    pub(crate) context: Context<'c>,
    pub(crate) reject_unknown: bool,
    pub(crate) refuse_loss: bool,
    pub(crate) strict_integers: bool,
    pub(crate) registry: Option<&'static Registry>,
    pub(crate) wires: &'static [Wire],
    pub(crate) types: &'static [&'static str],
    /// How many levels JSON may open, where what is written stands within something else; otherwise as many as the limits say.
    pub(crate) room: Option<usize>,
    /// The version of the envelope whose payload is read.
    pub(crate) version: Option<u32>,
    /// Whether what is read is a part of a message: nothing is asked that only the whole can answer.
    pub(crate) in_parts: bool,
}

impl<'c> Options<'c> {
    /// The defaults where they stand: a call that has no options makes none.
    pub(crate) const DEFAULT: &'static Options<'static> = &Options::new();

    /// The defaults: [`Limits::DEFAULT`], validation while decoding, unknown fields skipped or kept.
    pub const fn new() -> Self {
        Self {
            limits: Limits::DEFAULT,
            validate: true,
            validate_on_encode: false,
            first_violation: false,
            keep_values: false,
            context: Context::NONE,
            reject_unknown: false,
            refuse_loss: false,
            strict_integers: false,
            registry: None,
            wires: &[],
            types: &[],
            room: None,
            version: None,
            in_parts: false,
        }
    }

    /// With limits.
    pub const fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Whether decoding validates types that have rules; on by default.
    pub const fn validate(mut self, validate: bool) -> Self {
        self.validate = validate;
        self
    }

    /// Whether encoding validates before anything is written; off by default.
    pub const fn validate_on_encode(mut self, validate: bool) -> Self {
        self.validate_on_encode = validate;
        self
    }

    /// Whether validation stops at the first violation; off by default, when all are listed.
    ///
    /// ```
    /// use everwire::{Codec, Options, Wire};
    ///
    /// #[derive(Codec, Debug)]
    /// struct Line { #[codec(1, min_len = 1)] sku: String, #[codec(2, gt = 0)] quantity: u32 }
    ///
    /// let options = Options::new().first_violation(true);
    /// let error = options.decode::<Line>(Wire::Json, b"{}").unwrap_err();
    /// assert_eq!(error.to_string(), "sku: must have at least 1 character (string.min_len)");
    /// ```
    pub const fn first_violation(mut self, first: bool) -> Self {
        self.first_violation = first;
        self
    }

    /// Whether a violation holds the value that broke the rule, as [`Violation::value`](crate::Violation::value); off by default, since
    /// what is wrong may be a secret, and violations are shown and logged.
    ///
    /// ```
    /// use everwire::validate::FieldValue;
    /// use everwire::{Codec, Options};
    ///
    /// #[derive(Codec)]
    /// struct Line { #[codec(1, lte = 99)] quantity: u32 }
    ///
    /// let all = Options::new().keep_values(true).validate_value(&Line { quantity: 300 }).unwrap_err();
    /// assert_eq!(all[0].value(), Some(&FieldValue::Uint(300)));
    /// assert_eq!(all[0].fill("{value} is more than {lte}"), "300 is more than 99");
    /// ```
    pub const fn keep_values(mut self, keep: bool) -> Self {
        self.keep_values = keep;
        self
    }

    /// Gives hooks that ask for it a value of the program's: a table, a locale, a tenant. [`Context`] has an example.
    pub const fn context<T: Any + Send + Sync>(mut self, context: &'c T) -> Self {
        self.context = self.context.with(context);
        self
    }

    /// The time that `lt_now`, `gt_now` and `within` go by, and [`Context::now`] tells hooks; by default that of the clock, which is none
    /// without the feature `std`: these rules then say nothing.
    ///
    /// ```
    /// use everwire::wkt::Timestamp;
    /// use everwire::{Codec, Options};
    /// use std::time::{Duration, SystemTime};
    ///
    /// #[derive(Codec)]
    /// struct Event { #[codec(1, lt_now)] at: SystemTime }
    ///
    /// let event = Event { at: SystemTime::UNIX_EPOCH + Duration::from_secs(100) };
    /// let at = |seconds| Options::new().now(Timestamp { seconds, nanos: 0 });
    /// assert!(at(101).validate_value(&event).is_ok());
    /// assert!(at(99).validate_value(&event).is_err());
    /// ```
    pub const fn now(mut self, now: Timestamp) -> Self {
        self.context = self.context.at(now);
        self
    }

    /// Whether a JSON member that the type does not know is an error; off by default, when it is kept or skipped.
    pub const fn reject_unknown(mut self, reject: bool) -> Self {
        self.reject_unknown = reject;
        self
    }

    /// Whether [`transcode`](crate::transcode) fails where unknown fields cannot cross to the other wire; off by default,
    /// when it reports how many were dropped.
    pub const fn refuse_loss(mut self, refuse: bool) -> Self {
        self.refuse_loss = refuse;
        self
    }

    /// Whether a protobuf varint too wide for its 32-bit field is an error; off by default, when it is truncated as the
    /// specification demands (protobuf encoding, "Message Structure").
    pub const fn strict_integers(mut self, strict: bool) -> Self {
        self.strict_integers = strict;
        self
    }

    /// The types that a `google.protobuf.Any` may hold where it is written to JSON or read from it, and the extensions that
    /// JSON has as members. Without one, only an empty `Any` can be, and no extension.
    pub const fn registry(mut self, registry: &'static Registry) -> Self {
        self.registry = Some(registry);
        self
    }

    /// Which wires, and types by their full names, [`open`](Self::open) and [`Registry::open`] take from outside, where the bytes choose
    /// them; an empty list is no limit, as by default.
    ///
    /// ```
    /// use everwire::{Codec, Options, Wire, seal};
    ///
    /// #[derive(Codec, Debug)]
    /// #[codec(name = "shop.v1.Line")]
    /// struct Line { #[codec(1)] sku: String }
    ///
    /// let blob = seal(&Line { sku: "A-1".into() }, Wire::Json)?;
    /// let options = Options::new().accept(&[Wire::MsgPack], &["shop.v1.Line"]);
    /// assert!(options.open::<Line>(&blob).unwrap_err().is_refused());
    /// # Ok::<(), everwire::Error>(())
    /// ```
    pub const fn accept(mut self, wires: &'static [Wire], types: &'static [&'static str]) -> Self {
        (self.wires, self.types) = (wires, types);
        self
    }

    /// Reads parts of a message: neither rules nor `upgrade` are asked.
    #[cfg(feature = "prost")]
    pub(crate) const fn in_parts(mut self) -> Self {
        (self.validate, self.in_parts) = (false, true);
        self
    }

    /// These options for what asks no hook.
    pub(crate) const fn bare(&self) -> Options<'static> {
        let context = Context::NONE;
        Options { context, ..*self }
    }

    /// Whether a wire and a type are accepted.
    pub(crate) fn admit(&self, wire: Wire, schema: &Schema) -> Result<(), Error> {
        if !self.wires.is_empty() && !self.wires.contains(&wire) {
            return Err(Error::new(Fault::RefusedWire(wire), None, 0));
        }
        let name = schema.full_name();
        if !self.types.is_empty() && !self.types.contains(&&*name) {
            return Err(Error::new(Fault::RefusedType(name), None, 0));
        }
        Ok(())
    }

    /// Whether decoding validates.
    #[must_use]
    #[inline]
    pub(crate) const fn validates(&self) -> bool {
        self.validate
    }
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self::new()
    }
}
