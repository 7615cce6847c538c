//! Where in a message a violation is, `lines[2].sku`, and which rule was broken, `repeated.items.string.min_len`.
//!
//! `element` holds a path's parts as `buf.validate.FieldPathElement` has them, `parse` reads them from text, and `resolve` tells their numbers
//! and types by a schema.

mod element;
mod field_type;
mod parse;
mod resolve;

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::ops::Deref;

pub use element::{PathElement, Subscript};
pub use field_type::FieldType;
pub(super) use resolve::{Leg, resolved};

/// A path into a message: field names with dots between them, list indices and map keys in brackets, as protovalidate
/// spells it. It reads, compares and sorts as a `str`; empty is the message itself.
///
/// [`elements`](Path::elements) has its parts, with the numbers and types of the fields where a schema tells them.
///
/// ```
/// use everwire::validate::{FieldType, Subscript};
/// use everwire::Codec;
///
/// #[derive(Codec)]
/// struct Order { #[codec(3)] lines: Vec<Line> }
///
/// #[derive(Codec)]
/// struct Line { #[codec(1, min_len = 1)] sku: String }
///
/// let all = Order { lines: vec![Line { sku: String::new() }] }.validate().unwrap_err();
/// let path = &all[0].path;
/// assert_eq!(path, "lines[0].sku");
///
/// let [lines, sku] = path.elements() else { panic!() };
/// assert_eq!((lines.field_number, lines.field_type), (Some(3), Some(FieldType::Message)));
/// assert_eq!(lines.subscript, Some(Subscript::Index(0)));
/// assert_eq!((sku.field_number, sku.field_type), (Some(1), Some(FieldType::String)));
/// ```
#[derive(Clone, Default)]
pub struct Path(Option<Arc<Inner>>);

#[derive(Clone)]
struct Inner {
    text: String,
    elements: Vec<PathElement>,
}

impl Path {
    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Some(inner) => &inner.text,
            None => "",
        }
    }

    /// The parts, from the message that was validated inwards.
    #[must_use]
    pub fn elements(&self) -> &[PathElement] {
        match &self.0 {
            Some(inner) => &inner.elements,
            None => &[],
        }
    }

    /// A path of these parts.
    #[must_use]
    pub fn of(elements: Vec<PathElement>) -> Path {
        let lengths = elements.iter().map(PathElement::spread);
        let mut text = String::with_capacity(lengths.sum());
        for element in &elements {
            element.join(&mut text);
        }
        Path::spelt(text, elements)
    }

    /// A path of these parts, as it is spelt.
    pub(super) fn spelt(text: String, elements: Vec<PathElement>) -> Path {
        match text.is_empty() && elements.is_empty() {
            true => Path(None),
            false => Path(Some(Arc::new(Inner { text, elements }))),
        }
    }

    /// How many bytes of memory the path takes, beyond itself; nothing of it where others share it.
    pub(super) fn weight(&self) -> usize {
        match &self.0 {
            Some(inner) if Arc::strong_count(inner) == 1 => {}
            _ => return 0,
        }
        let texts = self
            .elements()
            .iter()
            .map(PathElement::weight)
            .sum::<usize>();
        size_of::<Inner>() + self.len() + texts + size_of_val(self.elements())
    }
}

impl Deref for Path {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Path {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl From<String> for Path {
    fn from(text: String) -> Path {
        let elements = parse::elements(&text);
        Path::spelt(text, elements)
    }
}

impl From<&str> for Path {
    fn from(path: &str) -> Path {
        Path::from(String::from(path))
    }
}

impl PartialEq for Path {
    fn eq(&self, other: &Path) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Path {}

impl PartialOrd for Path {
    fn partial_cmp(&self, other: &Path) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Path {
    fn cmp(&self, other: &Path) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for Path {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl PartialEq<str> for Path {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Path {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}
