//! The listener that gathers every violation with its path.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

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
        let mut text = self.trail.text();
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

/// Where a walk is: steps whose texts stand in one string, since most of them are taken back without a violation.
#[derive(Clone, Debug)]
struct Trail {
    texts: String,
    marks: Vec<(usize, Mark)>,
}

/// A step; the text of a name or key begins at the number beside it.
#[derive(Clone, Debug)]
enum Mark {
    Field,
    Index(u64),
    Key(Subscript),
    TextKey,
    Entry(u64),
}

impl Trail {
    const fn new() -> Trail {
        Trail {
            texts: String::new(),
            marks: Vec::new(),
        }
    }

    fn push(&mut self, step: Step<'_>) {
        let start = self.texts.len();
        let mark = match step {
            Step::Field(name) => {
                self.texts.push_str(name);
                Mark::Field
            }
            Step::Index(index) => Mark::Index(index as u64),
            Step::Entry(index) => Mark::Entry(index as u64),
            Step::Key(key) => match integer(key) {
                Some(subscript) => Mark::Key(subscript),
                None => {
                    match key {
                        Subject::Str(text) => self.texts.push_str(text),
                        Subject::Char(char) => self.texts.push(char),
                        other => self.texts.push_str(&other.to_string()),
                    }
                    Mark::TextKey
                }
            },
        };
        self.marks.push((start, mark));
    }

    fn pop(&mut self) {
        if let Some((start, _)) = self.marks.pop() {
            self.texts.truncate(start);
        }
    }

    fn legs(&self) -> impl Iterator<Item = Leg> {
        self.marks.iter().enumerate().map(|(at, (start, mark))| {
            let end = self
                .marks
                .get(at + 1)
                .map_or(self.texts.len(), |next| next.0);
            let text = || String::from(&self.texts[*start..end]);
            match mark {
                Mark::Field => Leg::Field(text().into()),
                Mark::Index(index) | Mark::Entry(index) => Leg::Subscript(Subscript::Index(*index)),
                Mark::Key(key) => Leg::Subscript(key.clone()),
                Mark::TextKey => Leg::Subscript(Subscript::Str(text())),
            }
        })
    }

    fn text(&self) -> String {
        let mut text = String::with_capacity(self.texts.len() + 4 * self.marks.len());
        for leg in self.legs() {
            match leg {
                Leg::Field(name) => {
                    if !text.is_empty() {
                        text.push('.');
                    }
                    text.push_str(&name);
                }
                Leg::Subscript(subscript) => text.push_str(&subscript.to_string()),
            }
        }
        text
    }

    /// What leads from the rules of the last field to those on the part of it where the walk is.
    fn parts(&self, for_key: bool) -> Vec<super::PathElement> {
        let subscripts = self.marks.iter().rev();
        let count = subscripts
            .take_while(|(_, mark)| !matches!(mark, Mark::Field))
            .count();
        let first = self.marks.len() - count;
        let mut elements = Vec::with_capacity(2 * count + 2);
        for (at, (_, mark)) in self.marks.iter().enumerate().skip(first) {
            elements.extend(rule_path::part(match mark {
                Mark::Index(_) => Part::Items,
                _ if for_key && at + 1 == self.marks.len() => Part::Keys,
                _ => Part::Values,
            }));
        }
        elements
    }
}

/// A key that is a number or a bool.
fn integer(key: Subject<'_>) -> Option<Subscript> {
    match key {
        Subject::Bool(key) => Some(Subscript::Bool(key)),
        Subject::Int(key, _) => i64::try_from(key).ok().map(Subscript::Int),
        Subject::Uint(key, _) => u64::try_from(key).ok().map(Subscript::Uint),
        Subject::Enum { number, .. } => Some(Subscript::Int(number.into())),
        _ => None,
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
