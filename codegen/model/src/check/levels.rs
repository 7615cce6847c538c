//! The levels at which a value has rules: itself, its elements, its keys, its values. No rule, but
//! what rules ask.

use super::view::View;
use crate::model::raw::{Argument, Rule};
use crate::model::{RuleName, Shape};

/// Calls `visit` with the rules, the shape and the name of each level of each value.
pub(crate) fn each(view: &View<'_>, visit: &mut dyn FnMut(&[Rule], &Shape, &str)) {
    for value in &view.values {
        let label = format!("`{}`", value.label);
        level(&value.says.rules, &value.ty.shape, &label, visit);
    }
}

fn level(rules: &[Rule], shape: &Shape, label: &str, visit: &mut dyn FnMut(&[Rule], &Shape, &str)) {
    let shape = shape.ruled();
    visit(rules, shape, label);
    for rule in rules {
        if let Argument::Rules(inner) = &rule.argument {
            let what = match rule.name {
                RuleName::Keys => "a key",
                RuleName::Values => "a value",
                _ => "an element",
            };
            level(
                inner,
                below(rule.name, shape),
                &format!("{what} of {label}"),
                visit,
            );
        }
    }
}

/// The shape that the rules inside `items`, `keys` and `values` speak of.
pub(crate) fn below(rule: RuleName, shape: &Shape) -> &Shape {
    match (rule, shape.ruled()) {
        (RuleName::Items, Shape::List(element)) => element.ruled(),
        (RuleName::Keys, Shape::Map(key, _)) => key.ruled(),
        (RuleName::Values, Shape::Map(_, value)) => value.ruled(),
        _ => &Shape::Opaque,
    }
}
