//! [`PatternRef`]: how a rule finds its pattern.

#[cfg(feature = "dynamic")]
use alloc::{boxed::Box, collections::BTreeMap, format};
use core::fmt;
use core::hash::{Hash, Hasher};

use super::Pattern;
#[cfg(feature = "dynamic")]
use crate::error::Error;

/// A pattern of a rule: a `static` of the program, or one that was made as the program runs.
#[derive(Clone, Copy)]
pub struct PatternRef(Target);

#[derive(Clone, Copy)]
enum Target {
    /// A `static` of generated code.
    Compiled(fn() -> &'static Pattern),
    /// A pattern that is there.
    #[cfg(feature = "dynamic")]
    Loaded(&'static Pattern),
}

/// What was loaded, by the expressions.
#[cfg(feature = "dynamic")]
static LOADED: std::sync::Mutex<BTreeMap<&'static str, &'static Pattern>> =
    std::sync::Mutex::new(BTreeMap::new());

impl PatternRef {
    /// The pattern that a function gives.
    #[must_use]
    #[inline]
    pub const fn of(pattern: fn() -> &'static Pattern) -> Self {
        Self(Target::Compiled(pattern))
    }

    /// A pattern of that expression, which stays for as long as the program runs; the same expression is loaded once.
    ///
    /// # Errors
    ///
    /// If the expression cannot be compiled.
    #[cfg(feature = "dynamic")]
    pub fn load(source: &str) -> Result<Self, Error> {
        let mut loaded = LOADED
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(pattern) = loaded.get(source) {
            return Ok(Self(Target::Loaded(pattern)));
        }
        let pattern = Pattern::new(Box::leak(Box::from(source)));
        if !pattern.is_valid() {
            return Err(Error::custom(format!(
                "`{source}` is not a regular expression"
            )));
        }
        let pattern: &'static Pattern = Box::leak(Box::new(pattern));
        loaded.insert(pattern.source(), pattern);
        Ok(Self(Target::Loaded(pattern)))
    }

    /// The pattern.
    #[must_use]
    #[inline]
    pub fn pattern(self) -> &'static Pattern {
        match self.0 {
            Target::Compiled(pattern) => pattern(),
            #[cfg(feature = "dynamic")]
            Target::Loaded(pattern) => pattern,
        }
    }
}

/// By the expressions.
impl PartialEq for PatternRef {
    fn eq(&self, other: &Self) -> bool {
        self.pattern().source() == other.pattern().source()
    }
}

impl Eq for PatternRef {}

impl Hash for PatternRef {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.pattern().source().hash(state);
    }
}

impl fmt::Debug for PatternRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pattern().source().fmt(f)
    }
}

#[cfg(all(test, feature = "dynamic", feature = "pattern"))]
mod tests {
    use super::{Pattern, PatternRef};

    static SKU: Pattern = Pattern::new("^[A-Z]+$");

    #[test]
    fn a_loaded_pattern_is_the_one_of_its_expression() {
        let loaded = PatternRef::load("^[A-Z]+$").unwrap();
        assert_eq!(loaded, PatternRef::of(|| &SKU));
        assert!(loaded.pattern().is_match("AB") && !loaded.pattern().is_match("ab"));
        let again = PatternRef::load("^[A-Z]+$").unwrap();
        assert!(core::ptr::eq(loaded.pattern(), again.pattern()));
        let error = PatternRef::load("(").unwrap_err();
        assert_eq!(error.to_string(), "`(` is not a regular expression");
    }
}
