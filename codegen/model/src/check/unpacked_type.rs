//! `unpacked-type`: `unpacked` on what protobuf never packs.
//!
//! Protobuf packs lists of numbers, bools and enums.
//!
//! ```text
//! #[codec(1, unpacked)]   // remove `unpacked`
//! names: Vec<String>,
//! ```

use super::view::View;
use crate::model::{Diagnostic, Shape};

pub(crate) const ID: &str = "unpacked-type";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for value in &view.values {
        let Some(at) = value.says.unpacked else {
            continue;
        };
        let (fits, is) = match value.ty.shape.present() {
            Shape::Opaque => (true, ""),
            Shape::List(element) => match &**element {
                Shape::Bool | Shape::Enum | Shape::Opaque | Shape::Float(_) => (true, ""),
                Shape::Int(int) => (int.bits <= 64, "a list of 128-bit integers"),
                Shape::String | Shape::Char => (false, "a list of strings"),
                Shape::Bytes => (false, "a list of bytes"),
                _ => (false, "a list of messages"),
            },
            other => (false, other.describe()),
        };
        if !fits {
            let text = format!(
                "`unpacked` needs a list of numbers, but `{}` is {is}",
                value.label
            );
            found.push(Diagnostic::new(ID, at, text).help("remove `unpacked`"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, field, found, list, message, option};
    use crate::model::raw::Field;

    #[test]
    fn only_lists_of_numbers_are_packed() {
        let unpacked = |field: &mut Field| field.says.unpacked = Some(field.at);
        let item = message([
            field("a", U32).with(unpacked),
            field("b", list(Shape::String)).with(unpacked),
            field("c", list(U32)).with(unpacked),
            field("d", option(list(Shape::Float(32)))).with(unpacked),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "`unpacked` needs a list of numbers, but `a` is an integer\nhelp: remove `unpacked`",
                "`unpacked` needs a list of numbers, but `b` is a list of strings\nhelp: remove `unpacked`",
            ]
        );
    }
}
