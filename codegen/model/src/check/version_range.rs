//! `version-range`: a `version` or a `since` is not a version, or a field is newer than its type.
//!
//! Versions are 1 to 4294967295; a type without `version` is unversioned.
//!
//! ```text
//! #[codec(version = 1)]
//! struct Order { #[codec(1, since = 2)] id: u64 }   // raise `version`
//! ```

use super::view::View;
use crate::model::{Diagnostic, Located};

pub(crate) const ID: &str = "version-range";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(
        view.item
            .version
            .and_then(|version| number("version", version).err()),
    );
    let fields = view.messages.iter().flat_map(|message| &message.fields);
    let of_fields = fields.map(|field| (&field.label, &field.raw.says));
    let of_variants = view
        .variants
        .iter()
        .map(|variant| (&variant.label, &variant.raw.says));
    for (label, says) in of_fields.chain(of_variants) {
        let Some(since) = says.since else { continue };
        if let Err(diagnostic) = number("since", since) {
            found.push(diagnostic);
            continue;
        }
        if let Some(version) = view
            .item
            .version
            .filter(|version| version.value < since.value)
        {
            let text = format!(
                "`{label}` is there since version {}, but the type has version {}",
                since.value, version.value
            );
            found.push(
                Diagnostic::new(ID, since.at, text)
                    .label(version.at, "the type's version")
                    .help(format!("raise `version` to {}", since.value)),
            );
        }
    }
}

pub(crate) fn number(word: &str, version: Located<i128>) -> Result<u32, Diagnostic> {
    u32::try_from(version.value)
        .ok()
        .filter(|number| *number > 0)
        .ok_or_else(|| {
            let text = format!("`{word}` cannot be {}", version.value);
            Diagnostic::new(ID, version.at, text).help("versions are 1 to 4294967295")
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{U32, at, field, found, message};

    #[test]
    fn a_field_is_no_newer_than_its_type() {
        let since = |number| {
            move |field: &mut crate::model::raw::Field| field.says.since = Some(at(number))
        };
        let item = message([
            field("a", U32).with(since(4)),
            field("b", U32).with(since(0)),
        ])
        .with(|item| item.version = Some(at(3)));
        assert_eq!(
            found(check, &item),
            [
                "`a` is there since version 4, but the type has version 3\nhelp: raise `version` to 4",
                "`since` cannot be 0\nhelp: versions are 1 to 4294967295",
            ]
        );
        let item = message([]).with(|item| item.version = Some(at(0)));
        assert_eq!(
            found(check, &item),
            ["`version` cannot be 0\nhelp: versions are 1 to 4294967295"]
        );
    }
}
