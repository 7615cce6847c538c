//! Patterns of full names: which declarations an option means.

use std::fmt;

/// A pattern of full protobuf names.
///
/// A name means itself. `*` stands for one part of a name, `**` for any number of parts, also none;
/// `.` alone, like `**`, means everything. A leading dot changes nothing.
///
/// ```
/// use everwire_codegen::pattern::Pattern;
///
/// assert!(Pattern::new("shop.v1.Order").matches("shop.v1.Order"));
/// assert!(!Pattern::new("shop.v1.Order").matches("shop.v1.Order.Line"));
/// assert!(Pattern::new("shop.*.Order").matches("shop.v3.Order"));
/// assert!(Pattern::new("shop.**").matches("shop.v1.Order.Line"));
/// assert!(Pattern::new("**.labels").matches("shop.v1.Order.labels"));
/// assert!(Pattern::new(".").matches("shop.v1.Order"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    text: String,
}

impl Pattern {
    /// The pattern that `text` spells.
    pub fn new(text: impl Into<String>) -> Self {
        Pattern { text: text.into() }
    }

    /// Whether it means the declaration of this full name.
    pub fn matches(&self, full_name: &str) -> bool {
        let text = self.text.strip_prefix('.').unwrap_or(&self.text);
        if text.is_empty() {
            return true;
        }
        let pattern: Vec<&str> = text.split('.').collect();
        let name: Vec<&str> = full_name.split('.').collect();
        matches(&pattern, &name)
    }

    /// Whether it means everything, whatever there is.
    pub(crate) fn is_everything(&self) -> bool {
        matches!(self.text.strip_prefix('.').unwrap_or(&self.text), "" | "**")
    }

    /// The pattern as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn matches(pattern: &[&str], name: &[&str]) -> bool {
    match (pattern, name) {
        ([], []) => true,
        (["**", rest @ ..], _) => (0..=name.len()).any(|skip| matches(rest, &name[skip..])),
        ([first, rest @ ..], [part, parts @ ..]) => {
            (*first == "*" || first == part) && matches(rest, parts)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stand_for_parts() {
        for (pattern, name, expected) in [
            ("a.B", "a.B", true),
            (".a.B", "a.B", true),
            ("a.B", "a.B.C", false),
            ("a.*", "a.B", true),
            ("a.*", "a.B.C", false),
            ("a.**", "a", true),
            ("a.**.C", "a.C", true),
            ("a.**.C", "a.b.B.C", true),
            ("**", "a.b", true),
            (".", "a.b", true),
            ("*", "a.b", false),
            ("a.B", "b.a.B", false),
        ] {
            assert_eq!(
                Pattern::new(pattern).matches(name),
                expected,
                "{pattern} {name}"
            );
        }
    }
}
