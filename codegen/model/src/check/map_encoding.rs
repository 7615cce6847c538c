//! `map-encoding`: `key(…)` or `value(…)` on what is no map, or `sint` or `fixed` on a map itself.
//!
//! ```text
//! #[codec(1, sint)]   // write key(sint) or value(sint)
//! stock: BTreeMap<i32, i32>,
//! ```

use super::said;
use super::view::View;
use crate::model::{Diagnostic, Shape};

pub(crate) const ID: &str = "map-encoding";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for value in &view.values {
        let (label, says) = (&value.label, value.says);
        let shape = value.ty.shape.present();
        for (name, encoding) in [("key", says.key), ("value", says.value)] {
            let Some(encoding) = encoding else { continue };
            if !matches!(shape, Shape::Map(..) | Shape::Opaque) {
                let is = super::literal::spell(shape);
                let text = format!("`{name}(…)` needs a map, but `{label}` is {is}");
                let word = said::encoding(encoding.value);
                let help = match shape {
                    Shape::Message
                    | Shape::Known(_)
                    | Shape::String
                    | Shape::Bytes
                    | Shape::Unit => {
                        format!("remove `{name}(…)`")
                    }
                    _ => format!("write `{word}` alone"),
                };
                found.push(Diagnostic::new(ID, encoding.at, text).help(help));
            }
        }
        if let (Some(encoding), Shape::Map(..)) = (says.encoding, shape) {
            let word = said::encoding(encoding.value);
            let text = format!(
                "`{word}` on the map `{label}` does not say whether it is for keys or values"
            );
            let help = format!("write `key({word})` or `value({word})`");
            found.push(Diagnostic::new(ID, encoding.at, text).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{I32, at, field, found, map, message};
    use crate::model::Encoding;

    #[test]
    fn keys_and_values_belong_to_maps() {
        let item = message([
            field("a", I32).with(|field| field.says.key = Some(at(Encoding::Zigzag))),
            field("b", Shape::String).with(|field| field.says.value = Some(at(Encoding::Fixed))),
            field("c", map(I32, I32))
                .with(|field| field.says.encoding = Some(at(Encoding::Zigzag))),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "`key(…)` needs a map, but `a` is `i32`\nhelp: write `sint` alone",
                "`value(…)` needs a map, but `b` is a string\nhelp: remove `value(…)`",
                "`sint` on the map `c` does not say whether it is for keys or values\nhelp: write `key(sint)` or `value(sint)`",
            ]
        );
    }
}
