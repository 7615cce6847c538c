//! Enums with data, and the messages that their variants are.

use everwire::dynamic::{Definition, Member, Shape, What};
use everwire::schema::Presence;
use everwire_model::model::raw::{self, Body};
use everwire_model::model::{self, Payload, Struct, Union, Variant};

use super::Declared;
use super::item::Item;
use super::make::{Fault, Make};
use super::message::Source;
use super::shape::Here;
use super::unresolved::Why;

impl Make<'_> {
    /// The enum, then the messages of its variants.
    pub(super) fn union(
        &self,
        here: Here<'_>,
        item: &Item,
        checked: &model::Item,
        union: &Union,
        faults: &mut Vec<Fault>,
    ) -> Vec<Declared> {
        let raw = match &item.raw.body {
            Body::Enum(variants) => variants.as_slice(),
            Body::Struct(_) => &[],
        };
        let definition = self.definition(checked, What::Union(Vec::new()));
        let mut declared = self.declared(item, definition, item.raw.at, &checked.accepts);
        declared.definition.keeps_unknown = union.other.is_some();
        for reserved in &union.reserved {
            match self.gone(here, reserved) {
                Ok(gone) => declared.definition.reserved.extend(gone),
                Err(why) => faults.push(Fault {
                    what: format!("what `{}` reserves", item.name()),
                    why,
                    at: item.raw.at,
                }),
            }
        }
        let (mut members, mut messages) = (Vec::new(), Vec::new());
        for variant in &union.variants {
            let Some(raw) = raw.get(variant.position) else {
                continue;
            };
            self.look(here.item, raw.at);
            let number = i64::from(variant.number.get());
            declared.members.insert(number, self.label(item, raw.at));
            declared
                .notes
                .of_member(number, &raw.docs, raw.deprecated, &raw.says);
            self.accept(item, &mut declared, &variant.accepts, Some(number));
            let full_name = format!("{}.{}", checked.full_name, variant.ident);
            if let Payload::Fields(message) = &variant.payload {
                let definition = Definition::new(full_name.clone(), What::Message(Vec::new()));
                messages.push(self.payload(here, item, raw, message, definition, faults));
            }
            match self.row(here, variant, full_name) {
                Ok(row) => members.push(row),
                Err(why) => faults.push(Fault {
                    what: format!("`{}` of `{}`", variant.ident, item.name()),
                    why,
                    at: raw.fields.fields.first().map_or(raw.at, |held| held.ty.at),
                }),
            }
        }
        declared.definition.what = What::Union(members);
        std::iter::once(declared).chain(messages).collect()
    }

    fn payload(
        &self,
        here: Here<'_>,
        item: &Item,
        raw: &raw::Variant,
        message: &Struct,
        definition: Definition,
        faults: &mut Vec<Fault>,
    ) -> Declared {
        let mut declared = self.declared(item, definition, raw.at, &[]);
        let source = Source {
            here,
            item,
            owner: format!("{}::{}", item.name(), raw.ident),
            at: raw.at,
            raw: &raw.fields.fields,
            message,
        };
        self.fields(&source, &mut declared, faults);
        declared
    }

    fn row(&self, here: Here<'_>, variant: &Variant, full_name: String) -> Result<Member, Why> {
        let shape = match &variant.payload {
            Payload::Unit => Shape::Unit,
            Payload::Newtype(field) => self.wire_type(here, field)?,
            Payload::Fields(_) => Shape::Named(full_name),
        };
        let mut member = Member::new(variant.number.get(), variant.name.clone(), shape);
        member.presence = Presence::Explicit;
        if let Payload::Newtype(field) = &variant.payload {
            self.details(here, field, &mut member)?;
        }
        member.json_name.clone_from(&variant.json_name);
        member.aliases.clone_from(&variant.aliases);
        member.since = variant.since.unwrap_or(0);
        Ok(member)
    }
}
