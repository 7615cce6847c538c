//! Where in a message a violation is: `lines[2].sku`, `labels["k"]`.

use alloc::string::String;
use core::fmt;
use core::ops::Deref;

/// A path into a message: field names with dots between them, list indices and map keys in brackets, as protovalidate
/// spells it. It reads as a `str`; empty is the message itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(pub(super) String);

impl Path {
    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Puts a path in front of this one.
    pub(super) fn under(self, outer: &str) -> Path {
        if outer.is_empty() {
            return self;
        }
        let mut path = String::with_capacity(outer.len() + self.0.len() + 1);
        path.push_str(outer);
        if !self.0.is_empty() && !self.0.starts_with('[') {
            path.push('.');
        }
        path.push_str(&self.0);
        Path(path)
    }
}

impl Deref for Path {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Path {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<String> for Path {
    fn from(path: String) -> Path {
        Path(path)
    }
}

impl From<&str> for Path {
    fn from(path: &str) -> Path {
        Path(path.into())
    }
}

impl PartialEq<str> for Path {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Path {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn paths_join_as_they_are_spelt() {
        for (outer, inner, joined) in [
            ("", "a", "a"),
            ("a", "", "a"),
            ("a", "b", "a.b"),
            ("a", "[0].b", "a[0].b"),
            ("", "", ""),
        ] {
            assert_eq!(Path::from(inner).under(outer), joined);
        }
    }
}
