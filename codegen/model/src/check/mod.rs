//! From raw to checked, one rule a file.
//!
//! A rule's file is named for its id, and its first comment is the rule's manual page. All rules
//! look at every item, so that all mistakes come at once; where a part of an item is missing
//! because the front end could not read it, rules that would ask for it keep quiet.

mod build;
mod levels;
mod literal;
mod pattern;
mod said;
mod time;
mod view;

#[cfg(test)]
pub(crate) mod sample;

mod accept_text;
mod contradictory_rules;
mod conversion_pair;
mod default_type;
mod duplicate_number;
mod duplicate_rule;
mod duplicate_slot;
mod empty;
mod encoding_type;
mod extension_range;
mod flatten_numbers;
mod map_encoding;
mod message_oneof;
mod mixed_numbering;
mod name_collision;
mod name_form;
mod nested_option;
mod no_effect;
mod number_range;
mod other_variant;
mod repeated_presence;
mod required_default;
mod required_option;
mod reserved_group;
mod reserved_name;
mod reserved_number;
mod role_type;
mod rule_type;
mod rule_value;
mod slot_without_number;
mod transparent_fields;
mod unknown_fields;
mod unpacked_type;
mod version_range;
mod was_type;
mod with_encoding;

pub(crate) mod attribute_syntax;
pub(crate) mod attribute_value;
pub(crate) mod discriminant;
pub(crate) mod duplicate_attribute;
pub(crate) mod misplaced_attribute;
pub(crate) mod prost_shape;
pub(crate) mod unknown_attribute;
pub(crate) mod unsupported_item;

use crate::model::{Diagnostic, Item, raw};
use view::View;

/// A rule that items are checked by.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its id, in kebab-case.
    pub id: &'static str,
    source: &'static str,
}

macro_rules! rules {
    ($($name:ident),* $(,)?) => {
        /// Every rule, by id.
        pub const RULES: &[Rule] = &[
            $(Rule { id: $name::ID, source: include_str!(concat!(stringify!($name), ".rs")) }),*
        ];
    };
}

rules! {
    accept_text,
    attribute_syntax,
    attribute_value,
    contradictory_rules,
    conversion_pair,
    default_type,
    discriminant,
    duplicate_attribute,
    duplicate_number,
    duplicate_rule,
    duplicate_slot,
    empty,
    encoding_type,
    extension_range,
    flatten_numbers,
    map_encoding,
    message_oneof,
    misplaced_attribute,
    mixed_numbering,
    name_collision,
    name_form,
    nested_option,
    no_effect,
    number_range,
    other_variant,
    prost_shape,
    repeated_presence,
    required_default,
    required_option,
    reserved_group,
    reserved_name,
    reserved_number,
    role_type,
    rule_type,
    rule_value,
    slot_without_number,
    transparent_fields,
    unknown_attribute,
    unknown_fields,
    unpacked_type,
    unsupported_item,
    version_range,
    was_type,
    with_encoding,
}

impl Rule {
    /// The rule's manual page: what is wrong, why, and an example; in Markdown.
    pub fn page(&self) -> String {
        let lines = self.source.lines();
        let lines = lines.map_while(|line| line.strip_prefix("//!"));
        let mut page = String::new();
        for line in lines {
            page.push_str(line.strip_prefix(' ').unwrap_or(line));
            page.push('\n');
        }
        page
    }
}

/// What the rules look for in an item whose attributes could be read.
const CHECKS: &[fn(&View<'_>, &mut Vec<Diagnostic>)] = &[
    accept_text::check,
    conversion_pair::check,
    contradictory_rules::check,
    default_type::check,
    duplicate_number::check,
    duplicate_rule::check,
    duplicate_slot::check,
    empty::check,
    encoding_type::check,
    extension_range::check,
    flatten_numbers::check,
    map_encoding::check,
    message_oneof::check,
    mixed_numbering::check,
    name_collision::check,
    name_form::check,
    nested_option::check,
    no_effect::check,
    number_range::check,
    other_variant::check,
    prost_shape::check,
    repeated_presence::check,
    required_default::check,
    required_option::check,
    reserved_group::check,
    reserved_name::check,
    reserved_number::check,
    role_type::check,
    rule_type::check,
    rule_value::check,
    slot_without_number::check,
    transparent_fields::check,
    unknown_fields::check,
    unpacked_type::check,
    version_range::check,
    was_type::check,
    with_encoding::check,
];

/// The checked form of an item.
///
/// # Errors
///
/// Every mistake in the item, in the order of their places.
pub fn check(item: &raw::Item) -> Result<Item, Vec<Diagnostic>> {
    let view = View::new(item);
    let mut found = Vec::new();
    for check in CHECKS {
        check(&view, &mut found);
    }
    if found.is_empty() {
        return build::item(item, &view).map_err(|diagnostic| vec![diagnostic]);
    }
    found.sort_by_key(Diagnostic::at);
    Err(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_mistakes_of_an_item_come_at_once() {
        use crate::model::{At, Shape};
        use sample::{field, message};
        let wrong = field("b", Shape::Bool).numbered(0).with(|field| {
            field.says.required = Some(At(9));
            field.ty.shape = sample::option(sample::option(Shape::Bool));
        });
        let found = check(&message([field("a", Shape::Bool), wrong])).err();
        let rules: Vec<_> = found
            .iter()
            .flatten()
            .map(|one| (one.rule, one.at().0))
            .collect();
        assert_eq!(
            rules,
            [
                ("mixed-numbering", 1),
                ("number-range", 1),
                ("nested-option", 3),
                ("required-option", 9),
            ]
        );
    }

    #[test]
    fn every_rule_has_an_id_and_a_page_of_its_own() {
        assert!(RULES.is_sorted_by_key(|rule| rule.id));
        for rule in RULES {
            let page = rule.page();
            assert!(page.starts_with(&format!("`{}`: ", rule.id)), "{page}");
            assert!(page.ends_with("```\n"), "{page}");
            assert!(
                rule.id
                    .chars()
                    .all(|letter| letter.is_ascii_lowercase() || letter == '-')
            );
        }
    }
}
