//! `with-encoding`: a field has `with` and says how protobuf writes its type.
//!
//! The functions of `with` decide what is written, so that `sint`, `fixed`, `group`, `unpacked`,
//! `key(…)` and `value(…)` have nothing to act on.
//!
//! ```text
//! #[codec(1, with = as_text, sint)]   // remove `sint`
//! id: i64,
//! ```

use super::said;
use super::view::View;
use crate::model::Diagnostic;

pub(crate) const ID: &str = "with-encoding";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for value in &view.values {
        let (Some(with), says) = (&value.says.with, value.says) else {
            continue;
        };
        let encoding = says.encoding.map(|one| (said::encoding(one.value), one.at));
        let written = [
            encoding,
            says.key.map(|one| ("key", one.at)),
            says.value.map(|one| ("value", one.at)),
            says.unpacked.map(|at| ("unpacked", at)),
        ];
        for (name, at) in written.into_iter().flatten() {
            let text = format!(
                "`{name}` has no effect on `{}`, whose `with` writes it",
                value.label
            );
            found.push(
                Diagnostic::new(ID, at, text)
                    .label(with.at, "")
                    .help(format!("remove `{name}`")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{I32, at, field, found, message};
    use crate::model::Encoding;

    #[test]
    fn with_decides_the_encoding() {
        let item = message([field("a", I32).with(|field| {
            field.says.with = Some(at(quote::quote!(path)));
            field.says.encoding = Some(at(Encoding::Zigzag));
        })]);
        assert_eq!(
            found(check, &item),
            ["`sint` has no effect on `a`, whose `with` writes it\nhelp: remove `sint`"]
        );
    }
}
