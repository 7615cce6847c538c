//! A rule that a value broke.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use core::fmt::{self, Write};

use super::{FieldValue, Kind, Path, RuleValue, rule_path};

/// A rule that a value broke: where, which, and a sentence for a person.
///
/// A hook makes one with [`Violation::new`]; the path to what the hook looked at is filled in when it returns.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Violation {
    /// Where the value is, from the message that was validated.
    pub path: Path,
    /// Where the rule stands in `buf.validate.FieldRules`, such as `repeated.items.string.min_len`. It is empty for what is no rule of a
    /// field: a oneof, a message, a hook.
    pub rule_path: Path,
    /// The rule's id, such as `string.min_len`; for a hook its own.
    pub rule_id: Cow<'static, str>,
    /// What the value must be, in English; programs go by `rule_id`.
    pub message: Cow<'static, str>,
    /// Whether it is a map's key that broke the rule, not the value.
    pub for_key: bool,
    /// Whether the rule cannot be asked of the value: a `pattern` of bytes that are not UTF-8. Other implementations of protovalidate
    /// end with an error of their own then, and have no violation.
    pub undecided: bool,
    pub(super) found: Option<Box<Found>>,
}

/// As many bytes as most messages have.
const LINE: usize = 48;

/// What was compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Found {
    pub(super) rules: Arc<[(&'static str, RuleValue)]>,
    pub(super) value: Option<FieldValue>,
}

impl Violation {
    /// A violation of a rule of one's own, by its id, at the value that the hook was given.
    ///
    /// ```
    /// use everwire::Violation;
    ///
    /// fn even(copies: &u32) -> Result<(), Violation> {
    ///     if copies % 2 == 0 { Ok(()) } else { Err(Violation::new("copies.even", "must be even")) }
    /// }
    /// assert_eq!(even(&3).unwrap_err().to_string(), "must be even (copies.even)");
    /// ```
    pub fn new(
        rule_id: impl Into<Cow<'static, str>>,
        message: impl Into<Cow<'static, str>>,
    ) -> Violation {
        Violation {
            path: Path::default(),
            rule_path: Path::default(),
            rule_id: rule_id.into(),
            message: message.into(),
            for_key: false,
            undecided: false,
            found: None,
        }
    }

    /// The same, further inside the value: `Violation::new(…).at("price.units")` in a hook on a type.
    #[must_use]
    pub fn at(mut self, path: impl Into<Path>) -> Violation {
        self.path = path.into();
        self
    }

    /// The same, with the value that broke the rule, for those who asked for it.
    #[must_use]
    pub fn with_value(mut self, value: FieldValue) -> Violation {
        self.found.get_or_insert_default().value = Some(value);
        self
    }

    /// The value that broke the rule, if [`Options::keep_values`](crate::Options::keep_values) asked for it, or a hook gave it. Of a list or map
    /// it is how many it holds; an absent value, a message and an enum with data have none.
    #[must_use]
    pub fn value(&self) -> Option<&FieldValue> {
        self.found.as_deref()?.value.as_ref()
    }

    /// What a rule that was broken compares with, by the rule's name: `3` for `min_len`, where that is what `rule_id` names. An id that
    /// names two, as `uint32.gt_lte` does, has both.
    ///
    /// ```
    /// use everwire::validate::{Literal, RuleValue};
    /// use everwire::Codec;
    ///
    /// #[derive(Codec)]
    /// struct Line { #[codec(1, gt = 0, lte = 99)] quantity: u32 }
    ///
    /// let all = Line { quantity: 0 }.validate().unwrap_err();
    /// assert_eq!(all[0].rule_value("gt"), Some(RuleValue::One(Literal::Int(0))));
    /// assert_eq!(all[0].rule_value("lte"), Some(RuleValue::One(Literal::Int(99))));
    /// assert_eq!(all[0].rule_value("min_len"), None);
    /// ```
    #[must_use]
    pub fn rule_value(&self, rule: &str) -> Option<RuleValue> {
        let rules = &self.found.as_deref()?.rules;
        let own = rules.iter().find(|(name, _)| *name == rule);
        own.map(|(_, value)| *value)
    }

    /// A text with its placeholders filled in: `{min_len}` and the like with what the rule compares with, `{value}` with the value that
    /// broke it, `{path}`, `{id}` and `{message}` with what this violation says. Any other stays as it is, and so does one whose value is
    /// not known.
    ///
    /// See [`Violations::translate`](super::Violations::translate).
    #[must_use]
    pub fn fill(&self, template: &str) -> String {
        let mut text = String::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let Some((name, then)) = after.split_once('}') else {
                rest = &rest[before.len()..];
                break;
            };
            match self.said(name) {
                Some(said) => {
                    text.push_str(&said);
                    rest = then;
                }
                None => {
                    text.push('{');
                    rest = after;
                }
            }
        }
        text.push_str(rest);
        text
    }

    fn said(&self, name: &str) -> Option<Cow<'_, str>> {
        Some(match name {
            "path" => Cow::Borrowed(self.path.as_str()),
            "id" => Cow::Borrowed(&*self.rule_id),
            "message" => Cow::Borrowed(&*self.message),
            "value" => Cow::Owned(format!("{}", self.value()?)),
            rule => Cow::Owned(format!("{}", self.rule_value(rule)?)),
        })
    }

    /// A violation of a rule of a kind, whose id is `kind.rule`. The rule's path follows from the id.
    #[cold]
    #[inline(never)]
    pub(super) fn of(kind: Kind, rule: &str, message: fmt::Arguments<'_>) -> Violation {
        let kind = kind.name();
        let mut id = String::with_capacity(kind.len() + 1 + rule.len());
        id.push_str(kind);
        id.push('.');
        id.push_str(rule);
        let message = match message.as_str() {
            Some(text) => Cow::Borrowed(text),
            None => {
                let mut text = String::with_capacity(LINE);
                let written = text.write_fmt(message);
                debug_assert!(written.is_ok(), "a String takes any text");
                Cow::Owned(text)
            }
        };
        let mut violation = Violation::new(id, message);
        violation.rule_path = Path::of(rule_path::of(kind, rule));
        violation
    }

    /// A value that is required is not there.
    #[cold]
    pub(super) fn required() -> Violation {
        let mut violation = Violation::new("required", "is required");
        violation.rule_path = Path::of(rule_path::required());
        violation
    }

    /// How many bytes of memory the violation takes.
    pub(super) fn weight(&self) -> usize {
        let texts = self.rule_id.len() + self.message.len();
        let found = self.found.as_deref().map_or(0, Found::weight);
        size_of::<Violation>() + self.path.weight() + self.rule_path.weight() + texts + found
    }
}

impl Found {
    /// How many bytes of memory this takes; of the rules nothing where others share them.
    pub(super) fn weight(&self) -> usize {
        let rules = match Arc::strong_count(&self.rules) {
            1 => size_of_val(&*self.rules),
            _ => 0,
        };
        let value = self.value.as_ref().map_or(0, FieldValue::weight);
        size_of::<Found>() + rules + value
    }
}

/// `path: message (id)`.
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        if self.for_key {
            f.write_str("the key ")?;
        }
        write!(f, "{} ({})", self.message, self.rule_id)
    }
}

impl core::error::Error for Violation {}

#[cfg(test)]
mod tests {
    use super::super::Literal;
    use super::*;

    #[test]
    fn placeholders_are_filled_in() {
        let mut violation = Violation::new("uint32.gt_lte", "no").at("a.b");
        violation.found = Some(Box::new(Found {
            rules: Arc::new([
                ("gt", RuleValue::One(Literal::Int(1))),
                (
                    "lte",
                    RuleValue::Any(&[Literal::Str("x"), Literal::Float(0.5)]),
                ),
            ]),
            value: None,
        }));
        for (template, text) in [
            ("{path} über {gt} ({lte})", "a.b über 1 (x, 0.5)"),
            ("{gt}{gt}", "11"),
            ("{id}: {message}", "uint32.gt_lte: no"),
            ("{value} {len} {", "{value} {len} {"),
            ("{{gt}}", "{1}"),
            ("{a{gt}", "{a1"),
            ("", ""),
        ] {
            assert_eq!(violation.fill(template), text);
        }
        let violation = violation.with_value(FieldValue::Str("v".into()));
        assert_eq!(violation.fill("{value}"), "v");
    }

    #[test]
    fn a_violation_is_small_enough_for_an_error() {
        assert!(size_of::<Violation>() < 128);
    }
}
