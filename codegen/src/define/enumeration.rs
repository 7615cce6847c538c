//! Enums without data.

use everwire::dynamic::{Gone, Listed, What};
use everwire_model::model::{self, Reserved};

use super::Declared;
use super::item::Item;
use super::make::Make;
use everwire_model::model::raw::Body;

impl Make<'_> {
    pub(super) fn enumeration(
        &self,
        item: &Item,
        checked: &model::Item,
        one: &model::Enum,
    ) -> Declared {
        let values = one.values.iter().map(|value| Listed {
            number: value.number,
            name: value.name.clone(),
            aliases: value.aliases.clone(),
        });
        let what = What::Enum {
            values: values.collect(),
            open: one.other.is_some() || one.held_as_i32,
        };
        let mut definition = self.definition(checked, what);
        definition.reserved = plain(&one.reserved);
        let mut declared = self.declared(item, definition, item.raw.at, &checked.accepts);
        for value in &one.values {
            let number = i64::from(value.number);
            if let Body::Enum(variants) = &item.raw.body
                && let Some(raw) = variants.get(value.position)
            {
                declared.members.insert(number, self.label(item, raw.at));
                declared
                    .notes
                    .of_member(number, &raw.docs, raw.deprecated, &raw.says);
            }
            self.accept(item, &mut declared, &value.accepts, Some(number));
        }
        declared
    }
}

/// What is reserved without a type.
fn plain(reserved: &[Reserved]) -> Vec<Gone> {
    let gone = reserved.iter().filter_map(|one| match one {
        Reserved::Numbers { first, last } => Some(numbers(*first, *last)),
        Reserved::Name(name) => Some(Gone::Name(name.clone())),
        Reserved::Field(_) => None,
    });
    gone.collect()
}

/// Enums reserve negative numbers too, which no field has.
pub(super) fn numbers(first: i64, last: i64) -> Gone {
    let bound = |number: i64| u32::try_from(number.max(0)).unwrap_or(u32::MAX);
    Gone::Numbers(bound(first), bound(last))
}
