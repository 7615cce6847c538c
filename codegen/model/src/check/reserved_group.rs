//! `reserved-group`: a `reserved(…)` does not say one thing.
//!
//! It is either one removed field, `reserved(3, "old_name", slot = 2, type = u32)`, or a list of
//! numbers, ranges and names, `reserved(3, 5..=9, "old_name")`. Only one field has a slot and a
//! type, and only fields have them.
//!
//! ```text
//! #[codec(reserved(3, 4, slot = 2))]   // write reserved(3, slot = 2), reserved(4)
//! ```

use super::view::{Class, View};
use crate::model::{Diagnostic, raw};

pub(crate) const ID: &str = "reserved-group";

pub(crate) fn check(view: &View<'_>, found: &mut Vec<Diagnostic>) {
    if matches!(view.class, Class::Newtype | Class::Proxy) {
        return;
    }
    let of_item = view.item.reserved.iter().map(|group| (group, view.class));
    let of_variants = view
        .variants
        .iter()
        .flat_map(|variant| &variant.raw.reserved)
        .map(|group| (group, Class::Message));
    for (group, class) in of_item.chain(of_variants) {
        group_form(group, class, found);
    }
}

fn group_form(group: &raw::Reserved, class: Class, found: &mut Vec<Diagnostic>) {
    if group.numbers.is_empty()
        && group.names.is_empty()
        && group.slot.is_none()
        && group.ty.is_none()
    {
        found.push(
            Diagnostic::new(ID, group.at, "`reserved` names nothing")
                .help("list what was removed: `reserved(3, \"old_name\")`"),
        );
    }
    for range in group
        .numbers
        .iter()
        .filter(|range| range.value.0 > range.value.1)
    {
        let (first, last) = range.value;
        found.push(
            Diagnostic::new(ID, range.at, format!("the range {first}..={last} is empty"))
                .help(format!("write `{last}..={first}`")),
        );
    }
    let detail = [
        group.slot.map(|slot| ("slot", slot.at)),
        group.ty.as_ref().map(|ty| ("type", ty.at)),
    ];
    for (what, at) in detail.into_iter().flatten() {
        let one = matches!(group.numbers.as_slice(), [range] if range.value.0 == range.value.1);
        if matches!(class, Class::Enum) {
            let text = format!("`{what}` in `reserved` of an enum without data");
            found.push(
                Diagnostic::new(ID, at, text).help(format!("remove `{what}`: values have none")),
            );
        } else if !one || group.names.len() > 1 {
            let text = format!("`{what}` in a `reserved` that is not one field");
            let help = format!(
                "write one `reserved(NUMBER, \"name\", {what} = …)` for each removed field"
            );
            found.push(Diagnostic::new(ID, at, text).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sample::{at, field, found, item_enum, message, variant};
    use crate::model::Shape;
    use crate::model::raw::Reserved;

    #[test]
    fn a_group_is_one_field_or_a_list() {
        let item = message([field("a", Shape::Bool)]).with(|item| {
            item.reserved = vec![
                Reserved::default(),
                Reserved::numbers([(9, 5)]),
                Reserved {
                    slot: Some(at(2)),
                    ..Reserved::numbers([(3, 3), (4, 4)])
                },
                Reserved {
                    slot: Some(at(2)),
                    ..Reserved::numbers([(30, 30)])
                },
            ];
        });
        assert_eq!(
            found(check, &item),
            [
                "`reserved` names nothing\nhelp: list what was removed: `reserved(3, \"old_name\")`",
                "the range 9..=5 is empty\nhelp: write `5..=9`",
                "`slot` in a `reserved` that is not one field\nhelp: write one `reserved(NUMBER, \"name\", slot = …)` for each removed field",
            ]
        );
    }

    #[test]
    fn values_have_neither_slot_nor_type() {
        let item = item_enum([variant("A")]).with(|item| {
            item.reserved = vec![Reserved {
                slot: Some(at(2)),
                ..Reserved::numbers([(3, 3)])
            }];
        });
        assert_eq!(
            found(check, &item),
            ["`slot` in `reserved` of an enum without data\nhelp: remove `slot`: values have none"]
        );
    }
}
