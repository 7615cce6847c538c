//! The checked form of an item that broke no rule.
//!
//! What a rule has judged is asked of the rule once more, so that nothing here is assumed.

mod accept;
mod field;
mod message_rule;
mod reserved;
mod variant;

use quote::quote;

use super::version_range;
use super::view::{Class, Message, Role, View};
use crate::model::raw::{self, Body};
use crate::model::{
    Conversion, Diagnostic, Entry, Enum, Item, Kind, Layout, Newtype, Proxy, RenameAll, Reserved,
    Slot, Struct, Union, field::Role as Place, name,
};

pub(super) fn item(item: &raw::Item, view: &View<'_>) -> Result<Item, Diagnostic> {
    let own = || name::plain(&item.ident);
    let crate_path = item.crate_path.as_ref().map(|path| path.value.clone());
    let version = item
        .version
        .map(|version| version_range::number("version", version));
    Ok(Item {
        ident: item.ident.clone(),
        docs: item.docs.clone(),
        vis: item.vis.clone(),
        attributes: item.attributes.clone(),
        define: item.define,
        generics: item.generics.clone(),
        crate_path: crate_path.unwrap_or_else(|| quote!(::everwire)),
        full_name: item
            .name
            .as_ref()
            .map_or_else(own, |name| name.value.clone()),
        version: version.transpose()?.unwrap_or(0),
        aliases: item.aliases.iter().map(|name| name.value.clone()).collect(),
        json: item.json.map(|json| json.value).unwrap_or_default(),
        form: item.form,
        extensions: extensions(item),
        message_set: item.message_set.is_some(),
        serde: item.serde.is_some(),
        hooks: item.hooks.iter().map(|hook| hook.value.clone()).collect(),
        accepts: accept::all(&item.accepts),
        upgrade: item.upgrade.as_ref().map(|path| path.value.clone()),
        prost: item.prost.is_some(),
        deprecated: item.deprecated,
        kind: kind(item, view)?,
    })
}

/// The ranges of numbers for extensions, which `extension_range` has checked.
fn extensions(item: &raw::Item) -> Vec<(u32, u32)> {
    let ranges = item.extensions.iter().map(|range| range.value);
    let ranges = ranges.map(|(first, last)| Some((first.try_into().ok()?, last.try_into().ok()?)));
    ranges.flatten().collect()
}

fn kind(item: &raw::Item, view: &View<'_>) -> Result<Kind, Diagnostic> {
    let conversion = match (&item.try_from, &item.from) {
        (Some(ty), _) => Some((ty, Conversion::TryFrom)),
        (None, Some(ty)) => Some((ty, Conversion::From)),
        (None, None) => item.into.as_ref().map(|ty| (ty, Conversion::From)),
    };
    if let Some((ty, conversion)) = conversion {
        let ty = ty.value.clone();
        return Ok(Kind::Proxy(Proxy { ty, conversion }));
    }
    match &item.body {
        Body::Struct(fields) if view.class == Class::Newtype => newtype(fields),
        Body::Struct(fields) => {
            let case = item.rename_all.map(|case| case.value);
            let layout = item.msgpack.map(|layout| layout.value);
            let mut built = message(fields, &item.reserved, case, layout)?;
            if let [view] = view.messages.as_slice() {
                message_rule::add(&mut built, view, &item.rules);
            }
            Ok(Kind::Struct(built))
        }
        Body::Enum(variants) if view.class == Class::Enum => Ok(Kind::Enum(Enum {
            values: variant::values(view)?,
            other: variant::other(variants),
            skipped: variant::skipped(variants),
            reserved: reserved::of_enum(&item.reserved),
            held_as_i32: item.held_as_i32,
        })),
        Body::Enum(variants) => Ok(Kind::Union(Union {
            variants: variant::variants(view)?,
            other: variant::other(variants),
            skipped: variant::skipped(variants),
            reserved: reserved::of_message(&item.reserved)?,
        })),
    }
}

fn newtype(fields: &raw::Fields) -> Result<Kind, Diagnostic> {
    let skipped = field::skipped(fields);
    let inner = fields
        .fields
        .iter()
        .enumerate()
        .find(|(_, field)| field.skip.is_none());
    match inner {
        Some((position, raw)) => {
            let label = super::view::label(raw);
            let field = field::checked(raw, &raw.says, position, &label, Place::Inner)?;
            let style = fields.style;
            Ok(Kind::Newtype(Newtype {
                style,
                field,
                skipped,
            }))
        }
        None => Ok(Kind::Struct(Struct {
            style: fields.style,
            skipped,
            ..Struct::default()
        })),
    }
}

/// A message's fields in slot order, and its table.
fn message(
    fields: &raw::Fields,
    reserved: &[raw::Reserved],
    case: Option<RenameAll>,
    layout: Option<Layout>,
) -> Result<Struct, Diagnostic> {
    let view = Message::new(String::new(), fields, reserved, case);
    let mut built = Vec::new();
    let mut unknown = None;
    let mut last = None;
    for one in &view.fields {
        let place = field::place(one)?;
        match (&place, one.role) {
            (_, Role::Unknown) => unknown = Some(field::member(one.raw, one.position)),
            (_, Role::Skipped) => {}
            (place, _) => {
                let (first, end) = slots(place).unwrap_or((last, last));
                let tie = usize::from(matches!(place, Place::Flatten));
                last = end;
                let checked = field::checked(
                    one.raw,
                    &one.raw.says,
                    one.position,
                    &one.name,
                    place.clone(),
                )?;
                built.push(((first, tie, one.position), checked));
            }
        }
    }
    built.sort_by_key(|(key, _)| *key);
    let mut entries = Vec::new();
    for (index, (key, field)) in built.iter().enumerate() {
        match &field.role {
            Place::Plain { number, slot } => {
                let entry = Entry::Field {
                    field: index,
                    number: *number,
                    slot: *slot,
                };
                entries.push((*key, entry));
            }
            Place::Oneof(numbers) => entries.extend(numbers.iter().map(|one| {
                let entry = Entry::Variant {
                    field: index,
                    number: one.number,
                    slot: one.slot,
                };
                ((Some(one.slot), 0, key.2), entry)
            })),
            Place::Flatten => entries.push((*key, Entry::Flatten { field: index })),
            Place::Inner => {}
        }
    }
    entries.sort_by_key(|(key, _)| *key);
    let entries: Vec<Entry> = entries.into_iter().map(|(_, entry)| entry).collect();
    let needs_map = entries.iter().any(|entry| match entry {
        Entry::Field { slot, .. } | Entry::Variant { slot, .. } => *slot > Slot::LAST_OF_ARRAY,
        Entry::Flatten { .. } => false,
    });
    let reserved = reserved::of_message(reserved)?;
    let is_filled = |one: &Reserved| match one {
        Reserved::Field(removed) => removed.ty.is_some() && removed.slot > Slot::LAST_OF_ARRAY,
        _ => false,
    };
    let needs_map = needs_map || reserved.iter().any(is_filled);
    Ok(Struct {
        style: fields.style,
        fields: built.into_iter().map(|(_, field)| field).collect(),
        entries,
        unknown,
        skipped: field::skipped(fields),
        reserved,
        layout: if needs_map {
            Layout::Map
        } else {
            layout.unwrap_or_default()
        },
        rules: Vec::new(),
    })
}

/// The first and the last slot of a field that has slots.
fn slots(place: &Place) -> Option<(Option<Slot>, Option<Slot>)> {
    match place {
        Place::Plain { slot, .. } => Some((Some(*slot), Some(*slot))),
        Place::Oneof(numbers) => {
            let slots = || numbers.iter().map(|one| one.slot);
            Some((slots().min(), slots().max()))
        }
        Place::Flatten | Place::Inner => None,
    }
}
