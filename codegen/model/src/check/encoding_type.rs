//! `encoding-type`: `sint`, `fixed` or `group` on a type that protobuf does not write so.
//!
//! `sint` is for signed integers of up to 64 bits, `fixed` for integers of up to 64 bits, `group`
//! for messages; on a list they speak of its elements.
//!
//! ```text
//! #[codec(1, sint)]   // remove `sint`
//! name: String,
//! ```

use super::view::View;
use crate::model::{Diagnostic, Encoding, Int, Located, Shape};

pub(crate) const ID: &str = "encoding-type";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for value in &view.values {
        let (label, says) = (&value.label, value.says);
        if let Shape::Map(key, of) = value.ty.shape.present() {
            let what = format!("the key of `{label}`");
            found.extend(says.key.and_then(|one| judge(one, key.element(), &what)));
            let what = format!("the value of `{label}`");
            found.extend(says.value.and_then(|one| judge(one, of.element(), &what)));
        } else {
            let what = format!("`{label}`");
            let shape = value.ty.shape.element();
            found.extend(says.encoding.and_then(|one| judge(one, shape, &what)));
        }
    }
}

fn judge(encoding: Located<Encoding>, shape: &Shape, what: &str) -> Option<Diagnostic> {
    let small = matches!(shape, Shape::Int(Int { bits, .. }) if *bits <= 64);
    let (name, needs, fits) = match encoding.value {
        Encoding::Default => return None,
        Encoding::Zigzag => (
            "sint",
            "a signed integer of up to 64 bits",
            small && matches!(shape, Shape::Int(Int { signed: true, .. })),
        ),
        Encoding::Fixed => ("fixed", "an integer of up to 64 bits", small),
        Encoding::Group => ("group", "a message", shape.is_message()),
    };
    if fits || *shape == Shape::Opaque {
        return None;
    }
    let is = super::literal::spell(shape);
    let text = format!("`{name}` needs {needs}, but {what} is {is}");
    Some(Diagnostic::new(ID, encoding.at, text).help(format!("remove `{name}`")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{I32, U32, at, field, found, list, map, message, option};
    use crate::model::raw::Field;

    fn encoded(encoding: Encoding) -> impl FnOnce(&mut Field) {
        move |field| field.says.encoding = Some(at(encoding))
    }

    #[test]
    fn each_encoding_names_what_it_needs() {
        let item = message([
            field("a", Shape::String).with(encoded(Encoding::Zigzag)),
            field("b", list(U32)).with(encoded(Encoding::Zigzag)),
            field("c", Shape::Float(64)).with(encoded(Encoding::Fixed)),
            field("d", option(I32)).with(encoded(Encoding::Group)),
            field("e", map(Shape::String, I32)).with(|field| {
                field.says.key = Some(at(Encoding::Fixed));
                field.says.value = Some(at(Encoding::Zigzag));
            }),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "`sint` needs a signed integer of up to 64 bits, but `a` is a string\nhelp: remove `sint`",
                "`sint` needs a signed integer of up to 64 bits, but `b` is `u32`\nhelp: remove `sint`",
                "`fixed` needs an integer of up to 64 bits, but `c` is `f64`\nhelp: remove `fixed`",
                "`group` needs a message, but `d` is `i32`\nhelp: remove `group`",
                "`fixed` needs an integer of up to 64 bits, but the key of `e` is a string\nhelp: remove `fixed`",
            ]
        );
    }

    #[test]
    fn what_cannot_be_seen_passes() {
        let item = message([
            field("a", Shape::Opaque).with(encoded(Encoding::Group)),
            field("b", list(I32)).with(encoded(Encoding::Zigzag)),
            field("c", option(U32)).with(encoded(Encoding::Fixed)),
        ]);
        assert!(found(check, &item).is_empty());
    }
}
