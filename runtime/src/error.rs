//! [`Error`]: one word in the hot path, built on the cold way out.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::Wire;
use crate::schema::Schema;
use crate::validate::Violations;

/// What went wrong with encoding, decoding or validating, and where.
///
/// The text names the path, the fault, the wire and the offset in bytes:
///
/// ```
/// # use everwire::Codec;
/// #[derive(Codec, Debug)]
/// struct Line { #[codec(1)] sku: String }
/// #[derive(Codec, Debug)]
/// struct Order { #[codec(1)] id: u64, #[codec(2)] lines: Vec<Line> }
///
/// let error = everwire::json::from_str::<Order>(r#"{"id": 1, "lines": [{"sku": {}}]}"#).unwrap_err();
/// assert_eq!(error.to_string(), "Order.lines[0].sku: expected string, found object (json, byte 28)");
/// assert_eq!(error.path(), "Order.lines[0].sku");
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    fault: Fault,
    wire: Option<Wire>,
    offset: usize,
    root: Option<&'static str>,
    /// Innermost first.
    path: Vec<Segment>,
}

enum Segment {
    Field(Cow<'static, str>),
    Index(usize),
    Key(String),
}

/// A kind of failure, as a wire or a conversion reports it.
#[derive(Debug)]
#[non_exhaustive]
pub enum Fault {
    /// The input ends within a value.
    Truncated,
    /// A value of one kind stands where another is wanted.
    Expected {
        /// What is wanted.
        expected: &'static str,
        /// What is there.
        found: Cow<'static, str>,
    },
    /// The input breaks the rules of the wire.
    Malformed(&'static str),
    /// A number does not fit its type.
    OutOfRange {
        /// The type.
        ty: &'static str,
    },
    /// Text is not UTF-8.
    InvalidUtf8,
    /// An enum has no such value or variant.
    UnknownValue(Cow<'static, str>),
    /// A message has a member that its type does not know, and the options refuse that.
    UnknownField(String),
    /// A required field is absent.
    Missing(&'static str),
    /// A value is absent whose type has no wire default.
    NoDefault,
    /// A field is given twice, on a wire that does not merge.
    Twice,
    /// Two variants of one oneof are set.
    OneofTwice,
    /// Bytes follow the value.
    Trailing,
    /// A limit is reached.
    Limit {
        /// The limit's name in [`Limits`](crate::Limits).
        limit: &'static str,
        /// Its value.
        value: usize,
    },
    /// A value cannot be lent from the input.
    NotBorrowed {
        /// The type that borrows.
        ty: &'static str,
        /// The type that can do either.
        instead: &'static str,
    },
    /// An array has another length than its type.
    Length {
        /// The type's length.
        expected: usize,
        /// The length that is there.
        found: usize,
    },
    /// A value has no form on the wire.
    Unwritable(&'static str),
    /// A buffer that does not grow has too little room for a value.
    NoRoom {
        /// How many bytes the value takes.
        len: usize,
        /// How many the buffer has room for.
        room: usize,
    },
    /// Bytes do not begin as an [`Envelope`](crate::Envelope) does.
    NoEnvelope,
    /// An envelope has a layout (in the upper four bits) or a wire (in the lower) that this version does not know.
    UnknownLayout(u8),
    /// An envelope has flags that this version does not know.
    UnknownFlags(u8),
    /// An envelope holds a value of another type.
    OtherType {
        /// The full name of the type that is asked for; none where any is that is registered.
        expected: Option<Cow<'static, str>>,
        /// The [id](crate::Schema::type_id) of the type that is there.
        found: u64,
    },
    /// The options do not [accept](crate::Options::accept) the wire.
    RefusedWire(Wire),
    /// The options do not [accept](crate::Options::accept) the type of that name.
    RefusedType(Cow<'static, str>),
    /// A transcoded message would lose unknown fields, and the options refuse that.
    Dropped(usize),
    /// Rules are not met.
    Invalid(Violations),
    /// What a conversion or a hand-written implementation says.
    Custom(Cow<'static, str>),
}

impl Fault {
    /// Text that is not what is wanted, as far as an error shows it.
    #[cold]
    #[inline(never)]
    pub(crate) fn other_text(expected: &'static str, text: &str) -> Self {
        let shown: String = text.chars().take(64).collect();
        Fault::Expected {
            expected,
            found: format!("{shown:?}").into(),
        }
    }
}

impl Error {
    /// A failure that a conversion or a hand-written implementation reports.
    #[must_use]
    pub fn custom(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Fault::Custom(message.into()), None, 0)
    }

    /// A failure at an offset of the input of a wire.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn new(fault: Fault, wire: Option<Wire>, offset: usize) -> Self {
        Self(Box::new(Inner {
            fault,
            wire,
            offset,
            root: None,
            path: Vec::new(),
        }))
    }

    /// This error, with the limits that the whole input has.
    #[must_use]
    pub(crate) fn under(mut self, limits: &crate::Limits) -> Self {
        if let Fault::Limit { limit, value } = &mut self.0.fault {
            *value = match *limit {
                "depth" => limits.depth,
                "elements" => limits.elements,
                _ => *value,
            };
        }
        self
    }

    /// The limit that was reached, and its value.
    pub(crate) fn limit(&self) -> Option<(&'static str, usize)> {
        match self.0.fault {
            Fault::Limit { limit, value } => Some((limit, value)),
            _ => None,
        }
    }

    /// This error, inside the field of that name.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn within(mut self, field: impl Into<Cow<'static, str>>) -> Self {
        self.0.path.push(Segment::Field(field.into()));
        self
    }

    /// This error, inside the element of that index.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn at_index(mut self, index: usize) -> Self {
        self.0.path.push(Segment::Index(index));
        self
    }

    /// This error, inside the map entry of that key.
    #[cold]
    #[inline(never)]
    #[must_use]
    pub fn at_key(mut self, key: impl Into<String>) -> Self {
        self.0.path.push(Segment::Key(key.into()));
        self
    }

    /// This error, inside a value of the type of that full name.
    #[cold]
    #[must_use]
    pub(crate) fn rooted(mut self, name: &'static str) -> Self {
        let short = name.rsplit('.').next().unwrap_or(name);
        self.0.root = (!short.is_empty()).then_some(short);
        self
    }

    /// The wire that was read or written.
    #[must_use]
    pub fn wire(&self) -> Option<Wire> {
        self.0.wire
    }

    /// The offset in the input, in bytes from its start; 0 where there is no input.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.0.offset
    }

    /// An enum with data holds a variant of another wire.
    #[cold]
    pub(crate) fn foreign_variant(wire: Wire, offset: usize) -> Self {
        let why = "an unknown variant that came from another wire cannot be written";
        Self::new(Fault::Unwritable(why), Some(wire), offset)
    }

    /// The error, inside the variant at `index` of an enum with data.
    #[cold]
    pub(crate) fn in_variant(self, schema: &'static Schema, index: usize) -> Self {
        match schema.fields().get(index) {
            Some(variant) => self.within(variant.name()),
            None => self,
        }
    }

    /// The path of the value, beginning with its type's name: `Order.lines[2].sku`.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::from(self.0.root.unwrap_or_default());
        for segment in self.0.path.iter().rev() {
            match segment {
                Segment::Field(name) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(name);
                }
                Segment::Index(index) => path.push_str(&alloc::format!("[{index}]")),
                Segment::Key(key) => path.push_str(&alloc::format!("[{key:?}]")),
            }
        }
        if let Fault::Missing(name) = self.0.fault {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(name);
        }
        path
    }

    /// Whether the input ended within a value: more bytes may complete it.
    #[must_use]
    pub fn is_truncated(&self) -> bool {
        matches!(self.0.fault, Fault::Truncated)
    }

    /// Whether bytes follow the value.
    #[must_use]
    pub fn is_trailing(&self) -> bool {
        matches!(self.0.fault, Fault::Trailing)
    }

    /// Whether a buffer that does not grow had too little room for the value.
    #[must_use]
    pub fn is_no_room(&self) -> bool {
        matches!(self.0.fault, Fault::NoRoom { .. })
    }

    /// Whether the bytes are no [`Envelope`](crate::Envelope).
    #[must_use]
    pub fn is_no_envelope(&self) -> bool {
        matches!(self.0.fault, Fault::NoEnvelope)
    }

    /// Whether a later version made the [`Envelope`](crate::Envelope), in a way that this one does not know.
    #[must_use]
    pub fn is_unknown_layout(&self) -> bool {
        matches!(
            self.0.fault,
            Fault::UnknownLayout(_) | Fault::UnknownFlags(_)
        )
    }

    /// Whether an [`Envelope`](crate::Envelope) holds a value of another type than is asked for.
    #[must_use]
    pub fn is_other_type(&self) -> bool {
        matches!(self.0.fault, Fault::OtherType { .. })
    }

    /// Whether [`Options::accept`](crate::Options::accept) leaves out the wire or the type.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        matches!(self.0.fault, Fault::RefusedWire(_) | Fault::RefusedType(_))
    }

    /// Whether a value of another type was found.
    #[must_use]
    pub fn is_type_mismatch(&self) -> bool {
        matches!(self.0.fault, Fault::Expected { .. })
    }

    /// Whether a number did not fit its type.
    #[must_use]
    pub fn is_out_of_range(&self) -> bool {
        matches!(self.0.fault, Fault::OutOfRange { .. })
    }

    /// Whether one of the [`Limits`](crate::Limits) was reached.
    #[must_use]
    pub fn is_limit(&self) -> bool {
        matches!(self.0.fault, Fault::Limit { .. })
    }

    /// Whether a required field was absent.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self.0.fault, Fault::Missing(_) | Fault::NoDefault)
    }

    /// Whether an enum has no such value.
    #[must_use]
    pub fn is_unknown_value(&self) -> bool {
        matches!(self.0.fault, Fault::UnknownValue(_))
    }

    /// The number or name, in backticks, that an enum does not have.
    pub(crate) fn unknown_value(&self) -> Option<&str> {
        match &self.0.fault {
            Fault::UnknownValue(value) => Some(value),
            _ => None,
        }
    }

    /// Whether a member is unknown and the options refuse that.
    #[must_use]
    pub fn is_unknown_field(&self) -> bool {
        matches!(self.0.fault, Fault::UnknownField(_))
    }

    /// Whether rules are not met; [`violations`](Self::violations) has them.
    #[must_use]
    pub fn is_validation(&self) -> bool {
        matches!(self.0.fault, Fault::Invalid(_))
    }

    /// The rules that are not met.
    #[must_use]
    pub fn violations(&self) -> Option<&Violations> {
        match &self.0.fault {
            Fault::Invalid(violations) => Some(violations),
            _ => None,
        }
    }
}

impl From<Violations> for Error {
    fn from(violations: Violations) -> Self {
        Self::new(Fault::Invalid(violations), None, 0)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Fault::Invalid(violations) = &self.0.fault {
            return fmt::Display::fmt(violations, f);
        }
        let path = self.path();
        if !path.is_empty() {
            write!(f, "{path}: ")?;
        }
        fmt::Display::fmt(&self.0.fault, f)?;
        match self.0.wire {
            Some(wire) => write!(f, " ({wire}, byte {})", self.0.offset),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Truncated => f.write_str("the input ends within a value"),
            Fault::Expected { expected, found } => write!(f, "expected {expected}, found {found}"),
            Fault::Malformed(what) => f.write_str(what),
            Fault::OutOfRange { ty } => write!(f, "the number does not fit `{ty}`"),
            Fault::InvalidUtf8 => f.write_str("the text is not UTF-8"),
            Fault::UnknownValue(value) => write!(f, "the enum has no value {value}"),
            Fault::UnknownField(name) => write!(f, "the type has no field `{name}`"),
            Fault::Missing(_) => f.write_str("the field is required, and absent"),
            Fault::NoDefault => {
                f.write_str("the value is absent, and its type has no wire default")
            }
            Fault::Twice => f.write_str("the field is given twice"),
            Fault::OneofTwice => f.write_str("another variant of the same oneof is set already"),
            Fault::Trailing => f.write_str("bytes follow the value"),
            Fault::Limit { limit, value } => {
                write!(
                    f,
                    "the limit `{limit}` of {value} is reached; raise it with `Options::limits`"
                )
            }
            Fault::NotBorrowed { ty, instead } => {
                write!(
                    f,
                    "the value does not stand in the input as it is, so `{ty}` cannot borrow it; use `{instead}`"
                )
            }
            Fault::Length { expected, found } => {
                write!(f, "expected {expected} elements, found {found}")
            }
            Fault::Unwritable(why) => f.write_str(why),
            Fault::NoRoom { len, room } => write!(
                f,
                "the value takes {len} bytes, and the buffer has room for {room}; hand over a longer one, or one that grows"
            ),
            Fault::NoEnvelope => f.write_str(
                "the bytes are no envelope: help: what `seal` made begins with the bytes c1 45",
            ),
            Fault::UnknownLayout(byte) => write!(
                f,
                "the envelope has layout {} and wire {}, which this version does not know: help: upgrade `everwire`",
                byte >> 4,
                byte & 15
            ),
            Fault::UnknownFlags(flags) => write!(
                f,
                "the envelope has the flags {flags:02x}, which this version does not know: help: upgrade `everwire`"
            ),
            Fault::OtherType {
                expected: Some(expected),
                found,
            } => write!(
                f,
                "the envelope holds a value of another type than `{expected}`, whose id is {found:016x}: help: give the type its former \
                 names with `#[codec(alias = \"…\")]`"
            ),
            Fault::OtherType {
                expected: None,
                found,
            } => write!(
                f,
                "the envelope holds a value of a type that is not registered, whose id is {found:016x}: help: `register` it"
            ),
            Fault::RefusedWire(wire) => {
                write!(f, "{wire} is not among the wires that are accepted")
            }
            Fault::RefusedType(name) => {
                write!(f, "`{name}` is not among the types that are accepted")
            }
            Fault::Dropped(count) => {
                write!(f, "{count} unknown fields cannot cross to the other wire")
            }
            Fault::Invalid(violations) => fmt::Display::fmt(violations, f),
            Fault::Custom(message) => f.write_str(message),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("path", &self.path())
            .field("fault", &self.0.fault)
            .field("wire", &self.0.wire)
            .field("offset", &self.0.offset)
            .finish()
    }
}

impl core::error::Error for Error {}
