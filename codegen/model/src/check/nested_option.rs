//! `nested-option`: an `Option` of what can itself be nil.
//!
//! `Some(None)` and `None` would be one nil in MessagePack and one null in JSON, and `Some(())`
//! too.
//!
//! ```text
//! note: Option<Option<String>>,   // write Option<String>
//! ```

use super::view::View;
use crate::model::{Diagnostic, Shape};

pub(crate) const ID: &str = "nested-option";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for value in &view.values {
        if let Some(inner) = nested(&value.ty.shape) {
            let text = format!(
                "`{}` is an `Option` of {inner}, which no wire can tell from `None`",
                value.label
            );
            found.push(Diagnostic::new(ID, value.ty.at, text).help(match inner {
                "an `Option`" => "keep one `Option`, or put a struct of one field between them",
                _ => "use a `bool`, or put a struct of one field inside the `Option`",
            }));
        }
    }
}

fn nested(shape: &Shape) -> Option<&'static str> {
    match shape {
        Shape::Option(inner) => match &**inner {
            Shape::Option(_) => Some("an `Option`"),
            Shape::Unit => Some("`()`"),
            inner => nested(inner),
        },
        Shape::List(element) => nested(element),
        Shape::Map(key, value) => nested(key).or_else(|| nested(value)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, field, found, list, map, message, option};

    #[test]
    fn what_is_nil_is_nil_once() {
        let item = message([
            field("a", option(option(U32))),
            field("b", map(U32, list(option(Shape::Unit)))),
            field("c", option(list(option(U32)))),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "`a` is an `Option` of an `Option`, which no wire can tell from `None`\nhelp: keep one `Option`, or put a struct of one field between them",
                "`b` is an `Option` of `()`, which no wire can tell from `None`\nhelp: use a `bool`, or put a struct of one field inside the `Option`",
            ]
        );
    }
}
