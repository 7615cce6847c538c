//! `contradictory-rules`: no value, or only one that is written out already, follows all rules.
//!
//! As in protovalidate, bounds that cross (`gt = 10, lt = 5`) mean the values outside of them, so
//! they are no contradiction; bounds that leave nothing between them (`gt = 5, lt = 6` on an
//! integer, `gt = 5, lte = 5`) are.
//!
//! ```text
//! #[codec(2, min_len = 9, max_len = 4)]   // exchange them
//! name: String,
//! ```

mod bounds;
mod sizes;
mod values;

use super::levels;
use super::rule_value::lower;
use super::view::View;
use crate::model::{At, Diagnostic, Rule, RuleName, Shape};

pub(crate) const ID: &str = "contradictory-rules";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    levels::each(view, &mut |rules, shape, label| {
        let mut level = Level {
            rules: Vec::new(),
            shape,
            label,
            found,
        };
        for rule in rules {
            if let Ok(Some(checked)) = lower(rule, rules, shape) {
                level.rules.push((rule.name, checked, rule.at));
            }
        }
        values::check(&mut level);
        bounds::check(&mut level);
        sizes::check(&mut level);
    });
}

/// The rules of one value, or of its elements, keys or values.
struct Level<'a> {
    rules: Vec<(RuleName, Rule, At)>,
    shape: &'a Shape,
    label: &'a str,
    found: &'a mut Vec<Diagnostic>,
}

impl Level<'_> {
    fn at(&self, name: RuleName) -> Option<At> {
        let mut rules = self.rules.iter();
        rules.find(|(rule, ..)| *rule == name).map(|(.., at)| *at)
    }

    /// Tells of two rules that do not go together.
    fn clash(&mut self, first: RuleName, second: RuleName, why: &str, help: &str) {
        let (Some(first_at), Some(second_at)) = (self.at(first), self.at(second)) else {
            return;
        };
        let (first, second) = (first.name(), second.name());
        let text = format!("`{first}` and `{second}` of {} {why}", self.label);
        self.found.push(
            Diagnostic::new(ID, second_at, text)
                .label(first_at, format!("`{first}` is here"))
                .help(help),
        );
    }

    fn alone(&mut self, rule: RuleName, why: &str, help: &str) {
        let Some(at) = self.at(rule) else { return };
        let text = format!("`{}` of {} {why}", rule.name(), self.label);
        self.found.push(Diagnostic::new(ID, at, text).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, at, field, found, int, list, message, rule, text};
    use crate::model::Literal;
    use crate::model::raw::{self, Argument};

    fn of(shape: Shape, rules: impl IntoIterator<Item = raw::Rule>) -> Vec<String> {
        found(check, &message([field("a", shape).rules(rules)]))
    }

    fn values(values: impl IntoIterator<Item = i128>) -> Argument {
        Argument::List(
            values
                .into_iter()
                .map(|value| at(Literal::Int(value)))
                .collect(),
        )
    }

    #[test]
    fn nothing_lies_between_the_bounds() {
        let gt = |n| rule(RuleName::Gt, int(n));
        let lt = |n| rule(RuleName::Lt, int(n));
        let gte = |n| rule(RuleName::Gte, int(n));
        let lte = |n| rule(RuleName::Lte, int(n));
        let between = "`gt` and `lt` of `a` leave no value\nhelp: widen one of the bounds";
        assert_eq!(of(U32, [gt(5), lt(5)]), [between]);
        assert_eq!(of(U32, [gt(5), lt(6)]), [between]);
        assert_eq!(of(Shape::Float(64), [gt(5), lt(6)]), [""; 0]);
        assert_eq!(of(U32, [gt(10), lt(5)]), [""; 0]);
        assert_eq!(of(U32, [gte(5), lte(5)]), [""; 0]);
        assert_eq!(
            of(U32, [gt(5), lte(5)]),
            ["`gt` and `lte` of `a` leave no value\nhelp: widen one of the bounds"]
        );
        assert_eq!(
            of(U32, [lt(0)]),
            ["`lt` of `a` leaves no value of `u32`\nhelp: move the bound into the type's range"]
        );
        assert_eq!(
            of(U32, [lt(5), lte(5)]),
            ["`lt` and `lte` of `a` bound the same side\nhelp: keep one of them"]
        );
    }

    #[test]
    fn sizes_leave_room() {
        let min = rule(RuleName::MinLen, int(5));
        let max = rule(RuleName::MaxLen, int(4));
        assert_eq!(
            of(Shape::String, [min.clone(), max]),
            [
                "`min_len` and `max_len` of `a` leave no length\nhelp: 5 is more than 4; exchange them"
            ]
        );
        assert_eq!(
            of(Shape::String, [min.clone(), rule(RuleName::Len, int(5))]),
            ["`len` and `min_len` of `a` speak of one length\nhelp: keep `len` alone"]
        );
        assert_eq!(
            of(Shape::String, [min, rule(RuleName::MaxBytes, int(4))]),
            [
                "`min_len` and `max_bytes` of `a` leave no length\nhelp: 5 code points have at least 5 bytes"
            ]
        );
        assert_eq!(
            of(
                Shape::String,
                [
                    rule(RuleName::MaxLen, int(2)),
                    rule(RuleName::MinBytes, int(9))
                ]
            ),
            [
                "`max_len` and `min_bytes` of `a` leave no length\nhelp: 2 code points have at most 8 bytes"
            ]
        );
        let inner = [
            rule(RuleName::MinLen, int(2)),
            rule(RuleName::MaxLen, int(1)),
        ];
        assert_eq!(
            of(
                list(Shape::String),
                [rule(RuleName::Items, Argument::Rules(inner.to_vec()))]
            ),
            [
                "`min_len` and `max_len` of an element of `a` leave no length\nhelp: 2 is more than 1; exchange them"
            ]
        );
    }

    #[test]
    fn values_remain() {
        assert_eq!(
            of(
                U32,
                [rule(RuleName::Const, int(1)), rule(RuleName::Gt, int(0))]
            ),
            ["`const` and `gt` of `a` speak of one value\nhelp: keep `const` alone"]
        );
        assert_eq!(
            of(U32, [rule(RuleName::In, values([]))]),
            ["`in` of `a` lists nothing\nhelp: list the values, or remove `in`"]
        );
        assert_eq!(
            of(
                U32,
                [
                    rule(RuleName::In, values([1, 2])),
                    rule(RuleName::NotIn, values([2, 1]))
                ]
            ),
            [
                "`in` and `not_in` of `a` leave no value\nhelp: `not_in` lists every value of `in`; remove one of them"
            ]
        );
        assert_eq!(
            of(
                U32,
                [
                    rule(RuleName::In, values([1, 2])),
                    rule(RuleName::Gt, int(5))
                ]
            ),
            [
                "`in` and `gt` of `a` leave no value\nhelp: no value of `in` follows `gt`; remove one of them"
            ]
        );
        assert_eq!(
            of(
                Shape::String,
                [
                    rule(RuleName::Email, Argument::Nothing),
                    rule(RuleName::Uuid, Argument::Nothing)
                ]
            ),
            ["`email` and `uuid` of `a` are two formats\nhelp: keep one of them"]
        );
        assert_eq!(
            of(
                Shape::String,
                [
                    rule(RuleName::Prefix, text("ab")),
                    rule(RuleName::NotContains, text("b"))
                ]
            ),
            [
                "`prefix` and `not_contains` of `a` leave no value\nhelp: what `not_contains` forbids is part of `prefix`"
            ]
        );
    }
}
