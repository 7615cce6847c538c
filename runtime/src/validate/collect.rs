//! The listener that gathers every violation with its path.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write;

use super::path::{Leg, resolved};
use super::rule_path::{self, Part};
use super::violation::Found;
use super::{
    Checker, Context, FieldValue, Path, Plan, Step, Subject, Subscript, Validate, Violation,
    Violations, rule_value,
};
use crate::schema::Schema;

/// Gathers every violation with its path, up to a limit if one is given: so many, or so many bytes.
#[derive(Clone, Debug)]
pub struct Collect<'c> {
    context: &'c Context<'c>,
    root: Option<&'static Schema>,
    trail: Trail,
    for_key: bool,
    keeps_values: bool,
    limit: usize,
    room: usize,
    violations: Vec<Violation>,
}

impl Default for Collect<'_> {
    fn default() -> Self {
        Collect::new()
    }
}

impl<'c> Collect<'c> {
    /// Gathers all violations.
    #[must_use]
    pub const fn new() -> Self {
        Collect {
            context: &Context::NONE,
            root: None,
            trail: Trail::new(),
            for_key: false,
            keeps_values: false,
            limit: usize::MAX,
            room: usize::MAX,
            violations: Vec::new(),
        }
    }

    /// Gathers the first `limit` violations.
    #[must_use]
    pub const fn with_limit(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// Gathers violations until they take `room` bytes, for values that come from strangers: their paths may be long, so that a number of
    /// them says little.
    #[must_use]
    pub const fn with_room(mut self, room: usize) -> Self {
        self.room = room;
        self
    }

    /// Tells the numbers and types of a path's fields by the schema of the value that is checked.
    #[must_use]
    pub const fn with_schema(mut self, schema: &'static Schema) -> Self {
        self.root = Some(schema);
        self
    }

    /// Gives hooks a context.
    #[must_use]
    pub const fn with_context(mut self, context: &'c Context<'c>) -> Self {
        self.context = context;
        self
    }

    /// Keeps the values that break rules.
    #[must_use]
    pub const fn keeping_values(mut self, keeps: bool) -> Self {
        self.keeps_values = keeps;
        self
    }

    /// What was gathered.
    #[must_use]
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

    /// Tells a violation, whose path is what lies inside the current one, where it is in all.
    fn place(&self, violation: &mut Violation) {
        let mut text = self.trail.text(violation.path.len() + 1);
        if !text.is_empty() && !violation.path.is_empty() && !violation.path.starts_with('[') {
            text.push('.');
        }
        text.push_str(&violation.path);
        let inner = violation.path.elements().iter().flat_map(|element| {
            let name = element.field_name.clone();
            let field = (!name.is_empty()).then_some(Leg::Field(name));
            let subscript = element.subscript.clone().map(Leg::Subscript);
            field.into_iter().chain(subscript)
        });
        let legs = self.trail.legs().chain(inner);
        violation.path = Path::spelt(text, resolved(self.root, legs));
        violation.for_key |= self.for_key;
        if !violation.rule_path.is_empty() {
            let mut elements = self.trail.parts(self.for_key);
            if !elements.is_empty() {
                elements.extend_from_slice(violation.rule_path.elements());
                violation.rule_path = Path::of(elements);
            }
            // Elements of a list that break the same rule share its path.
            if let Some(last) = self.violations.last()
                && last.rule_path == violation.rule_path
            {
                violation.rule_path = last.rule_path.clone();
            }
        }
    }
}

impl Checker for Collect<'_> {
    #[inline]
    fn report(&mut self, violation: impl FnOnce() -> Violation) {
        if !self.done() {
            let mut violation = violation();
            self.place(&mut violation);
            self.room = self.room.saturating_sub(violation.weight());
            self.violations.push(violation);
        }
    }

    #[inline]
    fn done(&self) -> bool {
        self.room == 0 || self.violations.len() >= self.limit
    }

    #[inline]
    fn context(&self) -> &Context<'_> {
        self.context
    }

    #[inline]
    fn within(&mut self, step: Step<'_>, check: impl FnOnce(&mut Self)) {
        self.trail.push(step);
        check(self);
        self.trail.pop();
    }

    fn key(&mut self, check: impl FnOnce(&mut Self)) {
        let outer = core::mem::replace(&mut self.for_key, true);
        check(self);
        self.for_key = outer;
    }

    fn ruled<T: Validate + ?Sized>(
        &mut self,
        value: &T,
        plan: &Plan,
        check: impl FnOnce(&mut Self),
    ) {
        let before = self.violations.len();
        check(self);
        for at in before..self.violations.len() {
            let (told, rest) = self.violations.split_at_mut(at);
            let Some(violation) = rest.first_mut() else {
                break;
            };
            // What nests in the value has told its own already.
            if violation.found.is_some() || violation.rule_path.is_empty() {
                continue;
            }
            let value = match self.keeps_values {
                true => value
                    .subject()
                    .and_then(FieldValue::of)
                    .or_else(|| value.count().map(FieldValue::Count)),
                false => None,
            };
            let mut rules = rule_value::of(plan, &violation.rule_id);
            if let Some(last) = told.last().and_then(|last| last.found.as_deref())
                && last.rules == rules
            {
                rules = last.rules.clone();
            }
            let found = Box::new(Found { rules, value });
            self.room = self.room.saturating_sub(found.weight());
            violation.found = Some(found);
        }
    }
}

/// Where a walk is. A step costs no more than its place in a list, since most are taken back without a violation; only a key's text,
/// which the walk cannot keep a reference to, is copied.
#[derive(Clone, Debug)]
struct Trail {
    keys: String,
    marks: Vec<Mark>,
}

/// A step.
#[derive(Clone, Copy, Debug)]
enum Mark {
    Field(&'static str),
    Index(u64),
    Entry(u64),
    Bool(bool),
    Int(i64),
    Uint(u64),
    /// The key whose text stands from here to there among the keys.
    Text(usize, usize),
}

impl Trail {
    const fn new() -> Trail {
        Trail {
            keys: String::new(),
            marks: Vec::new(),
        }
    }

    #[inline]
    fn push(&mut self, step: Step<'_>) {
        let mark = match step {
            Step::Field(name) => Mark::Field(name),
            Step::Index(index) => Mark::Index(index as u64),
            Step::Entry(index) => Mark::Entry(index as u64),
            Step::Key(key) => self.key(key),
        };
        self.marks.push(mark);
    }

    fn key(&mut self, key: Subject<'_>) -> Mark {
        let start = self.keys.len();
        match key {
            Subject::Bool(key) => return Mark::Bool(key),
            Subject::Enum { number, .. } => return Mark::Int(number.into()),
            Subject::Str(text) => self.keys.push_str(text),
            Subject::Char(char) => self.keys.push(char),
            other => {
                let number = match other {
                    Subject::Int(key, _) => i64::try_from(key).ok().map(Mark::Int),
                    Subject::Uint(key, _) => u64::try_from(key).ok().map(Mark::Uint),
                    _ => None,
                };
                if let Some(mark) = number {
                    return mark;
                }
                let written = write!(self.keys, "{other}");
                debug_assert!(written.is_ok(), "a String takes any text");
            }
        }
        Mark::Text(start, self.keys.len())
    }

    #[inline]
    fn pop(&mut self) {
        if let Some(Mark::Text(start, _)) = self.marks.pop() {
            self.keys.truncate(start);
        }
    }

    fn legs(&self) -> impl Iterator<Item = Leg> {
        self.marks.iter().map(|mark| match *mark {
            Mark::Field(name) => Leg::Step(name),
            Mark::Index(index) | Mark::Entry(index) => Leg::Subscript(Subscript::Index(index)),
            Mark::Bool(key) => Leg::Subscript(Subscript::Bool(key)),
            Mark::Int(key) => Leg::Subscript(Subscript::Int(key)),
            Mark::Uint(key) => Leg::Subscript(Subscript::Uint(key)),
            Mark::Text(start, end) => {
                Leg::Subscript(Subscript::Str(String::from(&self.keys[start..end])))
            }
        })
    }

    /// The path as text, with room for so many bytes more.
    fn text(&self, more: usize) -> String {
        let lengths = self.marks.iter().map(|mark| match *mark {
            Mark::Field(name) => name.len() + 1,
            Mark::Text(start, end) => end - start + 4,
            _ => 8,
        });
        let mut text = String::with_capacity(lengths.sum::<usize>() + more);
        for mark in &self.marks {
            let written = match *mark {
                Mark::Field(name) => {
                    if !text.is_empty() {
                        text.push('.');
                    }
                    text.push_str(name);
                    Ok(())
                }
                Mark::Index(index) | Mark::Entry(index) | Mark::Uint(index) => {
                    write!(text, "[{index}]")
                }
                Mark::Bool(key) => write!(text, "[{key}]"),
                Mark::Int(key) => write!(text, "[{key}]"),
                Mark::Text(start, end) => write!(text, "[{:?}]", &self.keys[start..end]),
            };
            debug_assert!(written.is_ok(), "a String takes any text");
        }
        text
    }

    /// What leads from the rules of the last field to those on the part of it where the walk is.
    fn parts(&self, for_key: bool) -> Vec<super::PathElement> {
        let subscripts = self.marks.iter().rev();
        let count = subscripts
            .take_while(|mark| !matches!(mark, Mark::Field(_)))
            .count();
        if count == 0 {
            return Vec::new();
        }
        let first = self.marks.len() - count;
        let mut elements = Vec::with_capacity(2 * count + 2);
        for (at, mark) in self.marks.iter().enumerate().skip(first) {
            elements.extend(rule_path::part(match mark {
                Mark::Index(_) => Part::Items,
                _ if for_key && at + 1 == self.marks.len() => Part::Keys,
                _ => Part::Values,
            }));
        }
        elements
    }
}

#[cfg(test)]
mod tests {
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
    fn steps_that_were_taken_back_leave_nothing() {
        let mut c = Collect::new();
        let report = |c: &mut Collect| c.report(|| Violation::new("x", "y").at("z[1]"));
        c.within(Step::Field("a"), |c| {
            c.within(Step::Key(Subject::Str("gone")), |c| {
                c.within(Step::Key(Subject::Char('é')), |_| ());
            });
            c.within(Step::Key(Subject::Str("kept")), |c| {
                c.within(
                    Step::Key(Subject::Float(0.5, super::super::Kind::Double)),
                    |_| (),
                );
                c.within(Step::Key(Subject::Char('\'')), |c| {
                    c.within(Step::Key(Subject::Str("")), report);
                    c.within(Step::Entry(7), report);
                });
                report(c);
            });
            let beyond = Subject::Uint(u128::MAX, super::super::Kind::Uint128);
            c.within(Step::Key(beyond), report);
        });
        report(&mut c);
        let found = c.into_violations();
        let paths: Vec<_> = found.iter().map(|v| v.path.as_str()).collect();
        let expected = [
            r#"a["kept"]["'"][""].z[1]"#,
            r#"a["kept"]["'"][7].z[1]"#,
            r#"a["kept"].z[1]"#,
            r#"a["340282366920938463463374607431768211455"].z[1]"#,
            "z[1]",
        ];
        assert_eq!(paths, expected);
        let subscripts: Vec<_> = found[1]
            .path
            .elements()
            .iter()
            .map(|e| e.subscript.clone())
            .collect();
        let text = |key: &str| Some(Subscript::Str(key.into()));
        let index = |at| Some(Subscript::Index(at));
        assert_eq!(subscripts, [text("kept"), text("'"), index(7), index(1)]);
    }

    #[test]
    fn a_limit_holds() {
        let mut c = Collect::new().with_limit(2);
        for _ in 0..5 {
            c.report(|| Violation::new("x", "y"));
        }
        assert!(c.done());
        assert_eq!(c.into_result().map_err(|all| all.len()), Err(2));
        assert_eq!(Collect::new().into_result(), Ok(()));
        let mut c = Collect::new().with_room(2 * size_of::<Violation>() + 3);
        for _ in 0..5 {
            c.report(|| Violation::new("x", "y"));
        }
        assert_eq!(c.into_result().map_err(|all| all.len()), Err(2));
    }
}
