//! `name-collision`: two fields or variants share a name that a JSON reader takes.
//!
//! A reader takes a field's name, its ProtoJSON name in camelCase and its aliases, so all of them
//! must be one field's alone: `order_id` and `orderId` cannot stand in one message.
//!
//! ```text
//! order_id: u64,
//! #[codec(rename = "orderId")] other_id: u64,   // rename one of them
//! ```

use std::collections::BTreeMap;

use super::view::View;
use crate::model::{At, Diagnostic, Located, name, raw};

pub(crate) const ID: &str = "name-collision";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    for message in &view.messages {
        let mut seen = Seen::default();
        for field in message
            .fields
            .iter()
            .filter(|field| !field.numbers.is_empty())
        {
            let names = names(
                &field.name,
                field.raw.at,
                &field.raw.says,
                field.raw.oneof.is_none(),
            );
            seen.add(&field.label, &names, found);
        }
    }
    let with_json_names = view.class == super::view::Class::Union;
    let mut seen = Seen::default();
    for variant in &view.variants {
        let names = names(
            &variant.name,
            variant.raw.at,
            &variant.raw.says,
            with_json_names,
        );
        seen.add(&variant.label, &names, found);
    }
}

/// Every name of a field or variant; what `at` is unless a name is written out.
fn names(own: &str, at: At, says: &raw::Says, json: bool) -> Vec<Located<String>> {
    let at = says.rename.as_ref().map_or(at, |rename| rename.at);
    let mut names = vec![Located::new(own.to_owned(), at)];
    if json {
        let camel = || Located::new(name::json_name(own), at);
        names.push(says.json_name.clone().unwrap_or_else(camel));
    }
    names.extend(says.aliases.iter().cloned());
    names
}

#[derive(Default)]
struct Seen(BTreeMap<String, (String, At)>);

impl Seen {
    fn add(&mut self, label: &str, names: &[Located<String>], found: &mut Vec<Diagnostic>) {
        let mut told = Vec::new();
        for name in names {
            match self.0.get(&name.value) {
                Some((owner, place)) if !told.contains(owner) => {
                    let text = format!(
                        "JSON cannot tell `{label}` from `{owner}`: both are read from `{}`",
                        name.value
                    );
                    found.push(
                        Diagnostic::new(ID, name.at, text)
                            .label(*place, "the same name here")
                            .help(format!(
                                "rename one of them, or give `{label}` another alias"
                            )),
                    );
                    told.push(owner.clone());
                }
                _ => {}
            }
        }
        for name in names {
            self.0
                .entry(name.value.clone())
                .or_insert_with(|| (label.to_owned(), name.at));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{at, field, found, item_enum, message, variant};
    use crate::model::Shape;

    #[test]
    fn names_meet_after_camel_case_and_as_aliases() {
        let item = message([
            field("order_id", Shape::Bool),
            field("orderId", Shape::Bool),
            field("id", Shape::Bool)
                .with(|field| field.says.aliases = vec![at("order_id".to_owned())]),
            field("item", Shape::Bool)
                .with(|field| field.says.aliases = vec![at("item".to_owned())]),
        ]);
        assert_eq!(
            found(check, &item),
            [
                "JSON cannot tell `orderId` from `order_id`: both are read from `orderId`\nhelp: rename one of them, or give `orderId` another alias",
                "JSON cannot tell `id` from `order_id`: both are read from `order_id`\nhelp: rename one of them, or give `id` another alias",
            ]
        );
    }

    #[test]
    fn variants_meet_too() {
        let rename = |variant: &mut raw::Variant| variant.says.rename = Some(at("a".to_owned()));
        let item = item_enum([variant("A").with(rename), variant("B").with(rename)]);
        assert_eq!(
            found(check, &item),
            [
                "JSON cannot tell `B` from `A`: both are read from `a`\nhelp: rename one of them, or give `B` another alias"
            ]
        );
    }
}
