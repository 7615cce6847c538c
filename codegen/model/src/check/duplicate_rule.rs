//! `duplicate-rule`: one validation rule stands twice on one value.
//!
//! ```text
//! #[codec(1, gt = 0, gt = 1)]   // keep one
//! id: u64,
//! ```

use super::levels;
use super::view::View;
use crate::model::Diagnostic;

pub(crate) const ID: &str = "duplicate-rule";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    levels::each(view, &mut |rules, _, label| {
        for (index, rule) in rules.iter().enumerate() {
            let earlier = rules.get(..index).unwrap_or_default();
            if let Some(first) = earlier.iter().find(|first| first.name == rule.name) {
                let text = format!("`{}` stands twice on {label}", rule.name.name());
                found.push(
                    Diagnostic::new(ID, rule.at, text)
                        .label(first.at, "the first one")
                        .help("keep one of them"),
                );
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, field, found, int, message, rule};
    use crate::model::RuleName;

    #[test]
    fn a_rule_stands_once() {
        let item = message([
            field("a", U32).rules([rule(RuleName::Gt, int(1)), rule(RuleName::Gt, int(2))])
        ]);
        assert_eq!(
            found(check, &item),
            ["`gt` stands twice on `a`\nhelp: keep one of them"]
        );
    }
}
