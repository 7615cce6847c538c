//! What a front end can tell about a type from how it is written.
//!
//! Pointers (`Box`, `Rc`, `Arc`, `Cow`, references) have the shape of what they hold. A type that
//! cannot be known before the compiler resolves names is [`Shape::Opaque`]; rules let it pass, and
//! the generated code's bounds decide.

/// An integer type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Int {
    /// Whether it has a sign.
    pub signed: bool,
    /// Its width; `usize` and `isize` count as 64.
    pub bits: u8,
}

impl Int {
    /// The smallest and the largest value, as far as an `i128` holds them.
    pub fn range(self) -> (i128, i128) {
        match (self.signed, self.bits) {
            (true, 128) => (i128::MIN, i128::MAX),
            (false, 128) => (0, i128::MAX),
            (true, bits) => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
            (false, bits) => (0, (1 << bits) - 1),
        }
    }
}

/// A well-known message type that rules are made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Known {
    /// google.protobuf.Any.
    Any,
    /// google.protobuf.FieldMask.
    FieldMask,
    /// google.protobuf.StringValue and its like, whose rules are those of its value.
    Wrapper(Box<Shape>),
}

/// The shape of a type, as far as its spelling shows.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Shape {
    /// `bool`.
    Bool,
    /// `u8` to `i128`, `usize`, `isize`.
    Int(Int),
    /// `f32` (32) or `f64` (64).
    Float(u8),
    /// `char`.
    Char,
    /// `String`, `str`.
    String,
    /// A sequence of `u8`.
    Bytes,
    /// `()`.
    Unit,
    /// `core::time::Duration`, or google.protobuf.Duration.
    Duration,
    /// `std::time::SystemTime`, or google.protobuf.Timestamp.
    Timestamp,
    /// `Option<T>`.
    Option(Box<Shape>),
    /// A list, an array or a set.
    List(Box<Shape>),
    /// A map.
    Map(Box<Shape>, Box<Shape>),
    /// A message that has rules as a value has; only the schema front end knows.
    Known(Known),
    /// A message; only the schema front end knows of other messages, so this includes tuples.
    Message,
    /// An enum without data; only the schema front end knows.
    Enum,
    /// `UnknownFields`.
    UnknownFields,
    /// Any other type.
    #[default]
    Opaque,
}

impl Shape {
    /// The shape without an `Option` around it.
    pub fn present(&self) -> &Shape {
        match self {
            Shape::Option(inner) => inner,
            other => other,
        }
    }

    /// The shape of one value of the field: without an `Option` and without a list.
    pub fn element(&self) -> &Shape {
        match self.present() {
            Shape::List(inner) => inner.present(),
            other => other,
        }
    }

    /// The shape that rules speak of: without an `Option`, and of a wrapper that of its value.
    pub fn ruled(&self) -> &Shape {
        match self.present() {
            Shape::Known(Known::Wrapper(inner)) => inner,
            other => other,
        }
    }

    /// Whether it is that of a message.
    pub fn is_message(&self) -> bool {
        matches!(self, Shape::Message | Shape::Known(_))
    }

    /// What a person calls it, with its article.
    pub fn describe(&self) -> &'static str {
        match self {
            Shape::Bool => "a bool",
            Shape::Int(_) => "an integer",
            Shape::Float(_) => "a float",
            Shape::Char => "a char",
            Shape::String => "a string",
            Shape::Bytes => "bytes",
            Shape::Unit => "`()`",
            Shape::Duration => "a duration",
            Shape::Timestamp => "a timestamp",
            Shape::Option(_) => "an `Option`",
            Shape::List(_) => "a list",
            Shape::Map(..) => "a map",
            Shape::Known(Known::Any) => "an `Any`",
            Shape::Known(Known::FieldMask) => "a field mask",
            Shape::Known(Known::Wrapper(_)) | Shape::Message => "a message",
            Shape::Enum => "an enum",
            Shape::UnknownFields => "`UnknownFields`",
            Shape::Opaque => "a type of your own",
        }
    }
}
