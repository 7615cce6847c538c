//! Who is told of violations, and the walk through a message that all listeners share.

use super::rule::oneof;
use super::{Context, Hook, NoRules, Plan, Rules, Subject, Validate, Violation};

/// One step of a path.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    /// Into a field.
    Field(&'static str),
    /// Into an element of a list, counted from 0.
    Index(usize),
    /// Into a map's entry.
    Key(Subject<'a>),
    /// Into a map's entry whose key is no scalar, counted from 0.
    Entry(usize),
}

/// Who is told of violations: [`Quick`](super::Quick), [`Shallow`](super::Shallow) or [`Collect`](super::Collect). A message's
/// own check is written once, against this.
pub trait Checker: Sized {
    /// Whether nested messages are checked too.
    const DEEP: bool = true;

    /// Tells of a violation; its path is what lies inside the current one. Who does not need it never makes it.
    fn report(&mut self, violation: impl FnOnce() -> Violation);

    /// Whether more violations would change nothing. Loops ask, and stop.
    fn done(&self) -> bool;

    /// What hooks are given, and the time.
    fn context(&self) -> &Context<'_>;

    /// Runs a check one step further down.
    fn within(&mut self, step: Step<'_>, check: impl FnOnce(&mut Self));

    /// Runs a check whose violations are those of a map's key.
    fn key(&mut self, check: impl FnOnce(&mut Self));

    /// Runs the check of a value by a plan of rules. Who keeps what was compared is told of both.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn ruled<T: Validate + ?Sized>(
        &mut self,
        value: &T,
        plan: &Plan,
        check: impl FnOnce(&mut Self),
    ) {
        let _ = (value, plan);
        check(self);
    }

    /// Checks a field: its presence, its rules, and what it contains.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn field<T: Validate + ?Sized, R: Rules>(&mut self, name: &'static str, value: &T, rules: &R) {
        self.within(Step::Field(name), |c| value.check_field(rules, c));
    }

    /// Checks the fields of a nested message, unless this checker stays with the outer one's.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn message(&mut self, check: impl FnOnce(&mut Self)) {
        if const { Self::DEEP } {
            check(self);
        }
    }

    /// Checks a field that has no rules of its own, for what it contains.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn descend<T: Validate + ?Sized>(&mut self, name: &'static str, value: &T) {
        if const { T::DESCENDS && Self::DEEP } {
            self.field(name, value, &NoRules);
        }
    }

    /// Checks that a required oneof has a variant set; `name` is the oneof's.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn oneof(&mut self, name: &'static str, is_set: bool) {
        if !is_set {
            self.within(Step::Field(name), |c| {
                c.report(|| Violation::new("required", "one of the oneof's fields must be set"));
            });
        }
    }

    /// Checks protovalidate's `(message).oneof`: at most one of these fields is set, or exactly one if `required`.
    #[inline]
    fn message_oneof(&mut self, names: &[&str], set: usize, required: bool) {
        oneof::check(names, set, required, self);
    }

    /// Asks a hook about the value at the current path.
    #[inline]
    fn hook<T: ?Sized, M>(&mut self, value: &T, hook: impl Hook<T, M>) {
        if !self.done()
            && let Err(violation) = hook.ask(value, self.context())
        {
            self.report(|| violation);
        }
    }

    /// Asks a hook about a field.
    #[inline]
    fn field_hook<T: ?Sized, M>(&mut self, name: &'static str, value: &T, hook: impl Hook<T, M>) {
        self.within(Step::Field(name), |c| c.hook(value, hook));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{
        Checker, Collect, ListedRules, Literal, Quick, Rule, Shallow, Validate, Violation,
    };
    use alloc::string::ToString;
    use alloc::vec;
    use alloc::vec::Vec;

    struct Line {
        sku: &'static str,
        units: u32,
    }

    impl Validate for Line {
        const DESCENDS: bool = true;
        fn check_value<R: super::Rules, C: Checker>(&self, _: &R, c: &mut C) {
            c.message(|c| self.check(c));
        }
    }

    impl Line {
        fn check<C: Checker>(&self, c: &mut C) {
            c.field("sku", self.sku, &ListedRules::new(&[Rule::MinLen(1)]));
            c.field(
                "units",
                &self.units,
                &ListedRules::new(&[Rule::Gt(Literal::Int(0))]),
            );
            c.hook(self, |line: &Line| match line.units {
                13 => Err(Violation::new("line.unlucky", "must not be thirteen").at("units")),
                _ => Ok(()),
            });
        }
    }

    fn check<C: Checker>(lines: &[Line], c: &mut C) {
        c.field("lines", lines, &ListedRules::new(&[Rule::MaxItems(3)]));
        c.oneof("event", false);
        c.message_oneof(&["a", "b"], 2, false);
        c.message_oneof(&["a", "b"], 0, true);
        c.message_oneof(&["a", "b"], 0, false);
        c.field_hook("lines", lines, |_: &[Line]| {
            Err(Violation::new("lines.total", "must add up"))
        });
    }

    #[test]
    fn paths_are_filled_in_at_every_depth() {
        let lines = [
            Line { sku: "", units: 0 },
            Line {
                sku: "a",
                units: 13,
            },
        ];
        let mut c = Collect::new();
        check(&lines, &mut c);
        let lines_of: Vec<_> = c
            .into_violations()
            .iter()
            .map(|v| [v.path.to_string(), v.rule_id.to_string()])
            .collect();
        let expected = vec![
            ["lines[0].sku".to_string(), "string.min_len".to_string()],
            ["lines[0].units".to_string(), "uint32.gt".to_string()],
            ["lines[1].units".to_string(), "line.unlucky".to_string()],
            ["event".to_string(), "required".to_string()],
            ["".to_string(), "message.oneof".to_string()],
            ["".to_string(), "message.oneof".to_string()],
            ["lines".to_string(), "lines.total".to_string()],
        ];
        assert_eq!(lines_of, expected);
        let mut quick = Quick::new();
        check(&lines, &mut quick);
        assert!(!quick.is_valid());
    }

    #[test]
    fn shallow_leaves_nested_messages_alone() {
        let rules = ListedRules::new(&[Rule::MaxItems(1)]);
        for (lines, is_valid) in [(1, true), (2, false)] {
            let lines: Vec<_> = (0..lines).map(|_| Line { sku: "", units: 0 }).collect();
            let mut shallow = Shallow::new();
            shallow.field("lines", &lines, &rules);
            shallow.descend("lines", &lines);
            assert_eq!(shallow.is_valid(), is_valid);
        }
    }
}
