//! A rule that a value broke, and all of them together.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Deref;

use super::{Kind, Path};

/// A rule that a value broke: where, which, and a sentence for a person.
///
/// A hook makes one with [`Violation::new`]; the path to what the hook looked at is filled in when it returns.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// Where the value is, from the message that was validated.
    pub path: Path,
    /// The rule's id, such as `string.min_len`; for a hook its own.
    pub rule: Cow<'static, str>,
    /// What the value must be, in English; programs go by `rule`.
    pub message: Cow<'static, str>,
    /// Whether it is a map's key that broke the rule, not the value.
    pub for_key: bool,
}

impl Violation {
    /// A violation of a rule of one's own, by its id, at the value that the hook was given.
    ///
    /// ```text
    /// fn even(copies: &u32) -> Result<(), Violation> {
    ///     if copies % 2 == 0 { Ok(()) } else { Err(Violation::new("copies.even", "must be even")) }
    /// }
    /// ```
    pub fn new(
        rule: impl Into<Cow<'static, str>>,
        message: impl Into<Cow<'static, str>>,
    ) -> Violation {
        Violation {
            path: Path::default(),
            rule: rule.into(),
            message: message.into(),
            for_key: false,
        }
    }

    /// The same, further inside the value: `Violation::new(…).at("price.units")` in a hook on a type.
    #[must_use]
    pub fn at(mut self, path: impl Into<Path>) -> Violation {
        self.path = path.into();
        self
    }

    /// A violation of a rule of a type, whose id is `kind.rule`.
    #[cold]
    pub(super) fn of(kind: Kind, rule: &str, message: String) -> Violation {
        Violation::new(format!("{}.{rule}", kind.name()), message)
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        if self.for_key {
            f.write_str("the key ")?;
        }
        write!(f, "{} ({})", self.message, self.rule)
    }
}

impl core::error::Error for Violation {}

/// All violations of a message, in the order of its fields; one line each when shown. It reads as a slice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Violations(pub Vec<Violation>);

impl Deref for Violations {
    type Target = [Violation];

    fn deref(&self) -> &[Violation] {
        &self.0
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = core::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl From<Violation> for Violations {
    fn from(violation: Violation) -> Violations {
        Violations(vec![violation])
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, violation) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{violation}")?;
        }
        Ok(())
    }
}

impl core::error::Error for Violations {}

#[cfg(test)]
mod tests {
    use super::{Violation, Violations};
    use alloc::string::ToString;
    use alloc::vec;

    #[test]
    fn violations_show_one_line_each() {
        let mut key =
            Violation::new("string.min_len", "must be at least 1 character").at("labels[\"\"]");
        key.for_key = true;
        let all = Violations(vec![Violation::new("order.total", "must add up"), key]);
        assert_eq!(
            all.to_string(),
            "must add up (order.total)\nlabels[\"\"]: the key must be at least 1 character (string.min_len)"
        );
        assert_eq!(all.len(), 2);
    }
}
