//! A regular expression of the rule `pattern`, compiled once. The syntax and its meaning are RE2's, as in protovalidate.

mod link;
#[cfg(feature = "pattern")]
mod re2;

pub use link::PatternRef;

/// A regular expression in RE2 syntax (<https://github.com/google/re2/wiki/Syntax>), compiled at its first use and kept.
/// Generated code has one `static` per pattern rule.
///
/// ```text
/// static SKU: Pattern = Pattern::new("^[A-Z]{3}-[0-9]+$");
/// const RULES: &[Rule] = &[Rule::Pattern(PatternRef::of(|| &SKU))];
/// ```
///
/// Without the feature `pattern` it holds its source only, and the rule is not checked.
#[derive(Debug)]
pub struct Pattern {
    source: &'static str,
    #[cfg(feature = "pattern")]
    compiled: std::sync::OnceLock<Option<regex::bytes::Regex>>,
}

impl Pattern {
    /// A pattern that is not compiled yet.
    pub const fn new(source: &'static str) -> Pattern {
        Pattern {
            source,
            #[cfg(feature = "pattern")]
            compiled: std::sync::OnceLock::new(),
        }
    }

    /// The expression as it was written.
    pub const fn source(&self) -> &'static str {
        self.source
    }

    /// Whether the expression matches somewhere. One that cannot be compiled matches nothing (schema compilers refuse it);
    /// without the feature `pattern` every text matches.
    #[cfg_attr(not(feature = "pattern"), inline(always))]
    pub fn is_match(&self, text: &str) -> bool {
        #[cfg(feature = "pattern")]
        return self
            .regex()
            .is_some_and(|regex| regex.is_match(text.as_bytes()));
        #[cfg(not(feature = "pattern"))]
        {
            let _ = text;
            true
        }
    }

    /// Whether the expression can be compiled; always, without the feature `pattern`.
    pub fn is_valid(&self) -> bool {
        #[cfg(feature = "pattern")]
        return self.regex().is_some();
        #[cfg(not(feature = "pattern"))]
        true
    }

    #[cfg(feature = "pattern")]
    fn regex(&self) -> Option<&regex::bytes::Regex> {
        self.compiled
            .get_or_init(|| regex::bytes::Regex::new(&re2::translate(self.source)).ok())
            .as_ref()
    }
}

#[cfg(all(test, feature = "pattern"))]
mod tests {
    use super::super::Rule;
    use super::super::table::{expect, message};
    use super::{Pattern, PatternRef};

    static SKU: Pattern = Pattern::new("^[A-Z]{3}-\\d+$");
    static WRONG: Pattern = Pattern::new("(");
    const RULES: &[Rule] = &[Rule::Pattern(PatternRef::of(|| &SKU))];

    #[test]
    fn a_pattern_matches_somewhere() {
        expect(RULES, "ABC-12", "");
        expect(RULES, "ABC-", "string.pattern");
        expect(RULES, "", "string.pattern");
        expect(RULES, "ABC-١", "string.pattern");
        expect(RULES, b"ABC-12".as_slice(), "");
        expect(RULES, b"ABC-\xff".as_slice(), "bytes.pattern");
        expect(
            &[Rule::Pattern(PatternRef::of(|| &WRONG))],
            "(",
            "string.pattern",
        );
        assert!(!WRONG.is_valid() && SKU.is_valid());
        assert_eq!(
            message(RULES, "x"),
            "must match the pattern `^[A-Z]{3}-\\d+$`"
        );
    }
}
