//! All rules that a message broke.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;
use core::ops::Deref;

use super::Violation;

/// All violations of a message, in the order of its fields; one line each when shown. It reads as a slice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Violations(pub Vec<Violation>);

impl Violations {
    /// Replaces messages by others, by a rule's id or what else a violation says; where the function has none, the message stays.
    ///
    /// ```
    /// use everwire::Codec;
    ///
    /// #[derive(Codec)]
    /// struct Line {
    ///     #[codec(1, min_len = 3)] sku: String,
    ///     #[codec(2, gt = 0, lte = 99)] quantity: u32,
    ///     #[codec(3, email)] buyer: String,
    /// }
    ///
    /// fn german(id: &str) -> Option<&'static str> {
    ///     Some(match id {
    ///         "string.min_len" => "braucht mindestens {min_len} Zeichen",
    ///         "uint32.gt_lte" => "muss über {gt} und darf höchstens {lte} sein",
    ///         _ => return None,
    ///     })
    /// }
    ///
    /// let mut all = Line { sku: "A".into(), quantity: 0, buyer: "Ann".into() }.validate().unwrap_err();
    /// all.translate(|violation| german(&violation.rule_id).map(|text| violation.fill(text)));
    /// assert_eq!(all.to_string(), "\
    /// sku: braucht mindestens 3 Zeichen (string.min_len)
    /// quantity: muss über 0 und darf höchstens 99 sein (uint32.gt_lte)
    /// buyer: must be an email address (string.email)");
    /// ```
    pub fn translate(&mut self, mut message: impl FnMut(&Violation) -> Option<String>) {
        for violation in &mut self.0 {
            if let Some(message) = message(violation) {
                violation.message = message.into();
            }
        }
    }
}

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

impl FromIterator<Violation> for Violations {
    fn from_iter<I: IntoIterator<Item = Violation>>(all: I) -> Self {
        Violations(all.into_iter().collect())
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
