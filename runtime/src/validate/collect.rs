//! The listener that gathers every violation with its path.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write;

use super::{Checker, Path, Step, Violation, Violations};

/// Gathers every violation with its path, up to a limit if one is given: so many, or so many bytes.
#[derive(Clone, Debug)]
pub struct Collect {
    path: String,
    for_key: bool,
    limit: usize,
    room: usize,
    violations: Vec<Violation>,
}

impl Default for Collect {
    fn default() -> Self {
        Collect::new()
    }
}

impl Collect {
    /// Gathers all violations.
    pub const fn new() -> Collect {
        Collect::with_limit(usize::MAX)
    }

    /// Gathers the first `limit` violations, for values that come from strangers.
    pub const fn with_limit(limit: usize) -> Collect {
        Collect {
            path: String::new(),
            for_key: false,
            limit,
            room: usize::MAX,
            violations: Vec::new(),
        }
    }

    /// Gathers violations until they take `room` bytes: their paths may be long, so that a number of them says little.
    pub const fn with_room(room: usize) -> Collect {
        let mut collect = Collect::new();
        collect.room = room;
        collect
    }

    /// What was gathered.
    pub fn into_violations(self) -> Violations {
        Violations(self.violations)
    }

    /// # Errors
    /// What was gathered, unless that is nothing.
    pub fn into_result(self) -> Result<(), Violations> {
        if self.violations.is_empty() {
            Ok(())
        } else {
            Err(Violations(self.violations))
        }
    }

    fn push(&mut self, step: Step<'_>) {
        let dot = if self.path.is_empty() { "" } else { "." };
        let written = match step {
            Step::Field(name) => write!(self.path, "{dot}{name}"),
            Step::Index(index) => write!(self.path, "[{index}]"),
            Step::Key(key) => write!(self.path, "[{key}]"),
        };
        debug_assert!(written.is_ok(), "a String takes any text");
    }
}

impl Checker for Collect {
    #[inline]
    fn report(&mut self, violation: impl FnOnce() -> Violation) {
        if !self.done() {
            let mut violation = violation();
            violation.path = Path::under(violation.path, &self.path);
            violation.for_key |= self.for_key;
            let texts = violation.path.len() + violation.rule.len() + violation.message.len();
            self.room = self.room.saturating_sub(size_of::<Violation>() + texts);
            self.violations.push(violation);
        }
    }

    #[inline]
    fn done(&self) -> bool {
        self.room == 0 || self.violations.len() >= self.limit
    }

    fn within(&mut self, step: Step<'_>, check: impl FnOnce(&mut Collect)) {
        let outer = self.path.len();
        self.push(step);
        check(self);
        self.path.truncate(outer);
    }

    fn key(&mut self, check: impl FnOnce(&mut Collect)) {
        let outer = core::mem::replace(&mut self.for_key, true);
        check(self);
        self.for_key = outer;
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Checker, Subject};
    use super::*;

    #[test]
    fn subscripts_are_spelt_as_protovalidate_does() {
        let mut c = Collect::new();
        let report = |c: &mut Collect| c.report(|| Violation::new("x", "y"));
        c.within(Step::Field("labels"), |c| {
            for key in [
                Subject::Str("a\"b"),
                Subject::Int(-2, super::super::Kind::Int32),
                Subject::Bool(true),
            ] {
                c.within(Step::Key(key), |c| c.key(report));
            }
            c.within(Step::Index(3), |c| c.within(Step::Field("sku"), report));
        });
        let violations = c.into_violations();
        let paths: Vec<_> = violations
            .iter()
            .map(|v| (v.path.as_str(), v.for_key))
            .collect();
        assert_eq!(
            paths,
            [
                ("labels[\"a\\\"b\"]", true),
                ("labels[-2]", true),
                ("labels[true]", true),
                ("labels[3].sku", false)
            ]
        );
    }

    #[test]
    fn a_limit_holds() {
        let mut c = Collect::with_limit(2);
        for _ in 0..5 {
            c.report(|| Violation::new("x", "y"));
        }
        assert!(c.done());
        assert_eq!(c.into_result().map_err(|all| all.len()), Err(2));
        assert_eq!(Collect::new().into_result(), Ok(()));
        let mut c = Collect::with_room(2 * size_of::<Violation>() + 3);
        for _ in 0..5 {
            c.report(|| Violation::new("x", "y"));
        }
        assert_eq!(c.into_result().map_err(|all| all.len()), Err(2));
    }
}
