//! `reserved-name`: a field or a variant uses a name that is reserved.
//!
//! JSON that was written before still carries the name of what was removed.
//!
//! ```text
//! #[codec(reserved("total"))]
//! struct Order { total: u64 }   // use another name
//! ```

use super::view::View;
use crate::model::{At, Diagnostic, Located, raw};

pub(crate) const ID: &str = "reserved-name";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for message in &view.messages {
        for field in &message.fields {
            if !field.numbers.is_empty() {
                report(
                    &field.label,
                    &field.name,
                    field.raw.at,
                    &field.raw.says,
                    message.reserved,
                    found,
                );
            }
        }
    }
    for variant in &view.variants {
        let says = &variant.raw.says;
        report(
            &variant.label,
            &variant.name,
            variant.raw.at,
            says,
            &view.item.reserved,
            found,
        );
    }
}

fn report(
    label: &str,
    name: &str,
    at: At,
    says: &raw::Says,
    reserved: &[raw::Reserved],
    found: &mut Vec<Diagnostic>,
) {
    let at = says.rename.as_ref().map_or(at, |rename| rename.at);
    let own = Located::new(name.to_owned(), at);
    let written = says.json_name.iter().chain(&says.aliases);
    for name in std::iter::once(&own).chain(written) {
        let gone = reserved.iter().flat_map(|group| &group.names);
        if let Some(gone) = gone.into_iter().find(|gone| gone.value == name.value) {
            let text = format!("`{label}` uses the reserved name `{}`", name.value);
            found.push(
                Diagnostic::new(ID, name.at, text)
                    .label(gone.at, "reserved here")
                    .help("use a name that no removed field had"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{at, field, found, message};
    use crate::model::Shape;
    use crate::model::raw::Reserved;

    #[test]
    fn a_reserved_name_is_refused_as_name_and_as_alias() {
        let item = message([
            field("total", Shape::Bool),
            field("sum", Shape::Bool)
                .with(|field| field.says.aliases = vec![at("amount".to_owned())]),
        ])
        .with(|item| item.reserved = vec![Reserved::default().named("total").named("amount")]);
        assert_eq!(
            found(check, &item),
            [
                "`total` uses the reserved name `total`\nhelp: use a name that no removed field had",
                "`sum` uses the reserved name `amount`\nhelp: use a name that no removed field had",
            ]
        );
    }
}
