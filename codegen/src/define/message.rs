//! Messages: structs, and the variants of enums that hold fields.

use everwire::dynamic::{Gone, Group, Member, What};
use everwire::schema::Layout;
use everwire_model::model::raw::{self, Body};
use everwire_model::model::{self, At, Entry, Field, Removed, Reserved, Role, Struct, Style, name};

use super::Declared;
use super::enumeration::numbers;
use super::item::Item;
use super::make::{Fault, Make};
use super::member::own_default;
use super::shape::{Held, Here};
use super::unresolved::Why;

/// The highest slot of a field in the form of an array.
const LAST_OF_ARRAY: u32 = 255;

/// A message on its way to a definition.
pub(super) struct Source<'a> {
    pub(super) here: Here<'a>,
    pub(super) item: &'a Item,
    /// What a person calls it: `Order`, `Event::Cancelled`.
    pub(super) owner: String,
    pub(super) at: At,
    pub(super) raw: &'a [raw::Field],
    pub(super) message: &'a Struct,
}

impl Make<'_> {
    /// A struct.
    pub(super) fn message(
        &self,
        here: Here<'_>,
        item: &Item,
        checked: &model::Item,
        message: &Struct,
        faults: &mut Vec<Fault>,
    ) -> Declared {
        let definition = self.definition(checked, What::Message(Vec::new()));
        let mut declared = self.declared(item, definition, item.raw.at, &checked.accepts);
        let raw = match &item.raw.body {
            Body::Struct(fields) => fields.fields.as_slice(),
            Body::Enum(_) => &[],
        };
        let source = Source {
            here,
            item,
            owner: item.name(),
            at: item.raw.at,
            raw,
            message,
        };
        self.fields(&source, &mut declared, faults);
        declared
    }

    /// Adds the fields, and what a message says of them.
    pub(super) fn fields(
        &self,
        source: &Source<'_>,
        declared: &mut Declared,
        faults: &mut Vec<Fault>,
    ) {
        let message = source.message;
        if message.style == Style::Unit {
            declared.definition.is_unit = true;
            return;
        }
        let definition = &mut declared.definition;
        definition.is_tuple = message.style == Style::Tuple;
        definition.keeps_unknown = message.unknown.is_some();
        definition.layout = match message.layout {
            model::Layout::Array => Layout::Array,
            model::Layout::Map => Layout::Map,
        };
        for reserved in &message.reserved {
            match self.gone(source.here, reserved) {
                Ok(gone) => definition.reserved.extend(gone),
                Err(why) => faults.push(Fault {
                    what: format!("what `{}` reserves", source.owner),
                    why,
                    at: source.at,
                }),
            }
        }
        let variants = message.fields.iter().filter_map(super::rules::of_oneof);
        let rules = message.rules.iter().map(super::rules::of_message);
        definition.rules = rules.chain(variants).collect();
        let mut members = Vec::new();
        for entry in &message.entries {
            let (Entry::Field { field, .. }
            | Entry::Variant { field, .. }
            | Entry::Flatten { field }) = entry;
            let Some(field) = message.fields.get(*field) else {
                continue;
            };
            let at = source.at(field);
            self.look(source.here.item, at);
            match self.rows(source.here, entry, field, declared) {
                Ok(rows) => {
                    for row in rows {
                        let number = i64::from(row.number);
                        let at = source.at_number(field, number);
                        let label = self.label(source.item, at);
                        declared.members.insert(number, label);
                        if let (Entry::Field { .. }, Some(raw)) = (entry, source.raw(field)) {
                            let notes = &mut declared.notes;
                            notes.of_member(number, &raw.docs, raw.deprecated, &raw.says);
                        }
                        if !matches!(entry, Entry::Flatten { .. }) {
                            self.accept(source.item, declared, &field.accepts, Some(number));
                        }
                        members.push(row);
                    }
                }
                Err(why) => source.fault(field, why, faults),
            }
        }
        for field in &message.fields {
            if let (Role::Oneof(_), Some(raw)) = (&field.role, source.raw(field)) {
                let notes = &mut declared.notes;
                notes.of_oneof(&field.name, &raw.docs);
            }
            match self.group(source.here, field) {
                Ok(group) => declared.definition.oneofs.extend(group),
                Err(why) => source.fault(field, why, faults),
            }
        }
        if members.last().is_some_and(|last| last.slot > LAST_OF_ARRAY) {
            declared.definition.layout = Layout::Map;
        }
        declared.definition.what = What::Message(members);
    }

    /// The rows of one entry of a table.
    fn rows(
        &self,
        here: Here<'_>,
        entry: &Entry,
        field: &Field,
        declared: &mut Declared,
    ) -> Result<Vec<Member>, Why> {
        match *entry {
            Entry::Field { number, slot, .. } => {
                let shape = self.wire_type(here, field)?;
                let mut member = Member::new(number.get(), field.name.clone(), shape);
                member.slot = slot.get();
                self.details(here, field, &mut member)?;
                Ok(vec![member])
            }
            Entry::Variant { number, slot, .. } => {
                let union = self.brought(here, field)?;
                let mut variants = union.definition.members().iter();
                let variant = variants.find(|variant| variant.number == number.get());
                let mut member = variant
                    .cloned()
                    .ok_or_else(|| Why::new(format!("its enum has no variant {}", number.get())))?;
                declared.accept_as(&union, number.get());
                declared.notes.take(&union.notes, number.get());
                member.oneof = Some(field.name.clone());
                if slot != number.slot() {
                    member.slot = slot.get();
                }
                Ok(vec![member])
            }
            Entry::Flatten { .. } => {
                let flattened = self.brought(here, field)?;
                let members = flattened.definition.members().to_vec();
                for member in &members {
                    declared.accept_as(&flattened, member.number);
                    declared.notes.take(&flattened.notes, member.number);
                }
                let reserved = flattened.definition.reserved;
                declared.definition.reserved.extend(reserved);
                Ok(members)
            }
        }
    }

    /// The type whose members a field brings.
    fn brought(&self, here: Here<'_>, field: &Field) -> Result<Declared, Why> {
        let held = self.held(here, &field.member.ty)?.present();
        let Held { item: Some(id), .. } = held else {
            return Err(Why::new("its type is none of the project"));
        };
        let made = self.made(id);
        let first = made.as_deref().and_then(|made| made.first());
        first.cloned().ok_or_else(|| self.left_out(id))
    }

    /// What a message says of a oneof as a whole.
    fn group(&self, here: Here<'_>, field: &Field) -> Result<Option<Group>, Why> {
        if !matches!(field.role, Role::Oneof(_)) {
            return Ok(None);
        }
        let name = field.name.clone();
        let Some(default) = own_default(field) else {
            let group = Group {
                name,
                default: None,
            };
            return Ok(field.required.then_some(group));
        };
        let shape = self.held(here, &field.member.ty)?.shape;
        let bytes = self.default_bytes(here, default)?;
        Ok(Some(Group {
            name,
            default: Some((shape, bytes)),
        }))
    }

    /// What one reservation reserves.
    pub(super) fn gone(&self, here: Here<'_>, reserved: &Reserved) -> Result<Vec<Gone>, Why> {
        Ok(match reserved {
            Reserved::Numbers { first, last } => vec![numbers(*first, *last)],
            Reserved::Name(name) => vec![Gone::Name(name.clone())],
            Reserved::Field(Removed {
                number,
                slot,
                name,
                ty,
            }) => {
                let held = ty.as_ref().map(|ty| self.held(here, ty)).transpose()?;
                let mut gone = vec![
                    Gone::Numbers(number.get(), number.get()),
                    Gone::Slot(slot.get(), held.map(|held| held.shape)),
                ];
                gone.extend(name.clone().map(Gone::Name));
                gone
            }
        })
    }
}

impl Declared {
    /// Accepts of a member what the type does that brings it.
    fn accept_as(&mut self, brought: &Declared, number: u32) {
        let number = Some(i64::from(number));
        let accepted = brought.definition.accepted.iter();
        for one in accepted.filter(|one| one.number == number) {
            let key = (number, one.change.clone());
            let label = brought.accepted.get(&key).cloned();
            self.accepted.insert(key, label.unwrap_or_default());
            let all = &mut self.definition.accepted;
            if let Err(place) = all.binary_search(one) {
                all.insert(place, one.clone());
            }
        }
    }
}

impl Source<'_> {
    fn raw(&self, field: &Field) -> Option<&raw::Field> {
        self.raw.get(field.member.position)
    }

    fn at(&self, field: &Field) -> At {
        self.raw(field).map_or(self.at, |raw| raw.at)
    }

    /// The place of a member that a field is, or brings.
    fn at_number(&self, field: &Field, number: i64) -> At {
        let oneof = self.raw(field).and_then(|raw| raw.oneof.as_ref());
        let mut numbers = oneof.into_iter().flat_map(|oneof| &oneof.numbers);
        let listed = numbers.find(|one| one.number.value == i128::from(number));
        listed.map_or(self.at(field), |one| one.number.at)
    }

    fn fault(&self, field: &Field, why: Why, faults: &mut Vec<Fault>) {
        let own = match &field.member.selector {
            model::Selector::Named(ident) => name::plain(ident),
            model::Selector::Index(index) => index.to_string(),
        };
        let what = format!("`{own}` of `{}`", self.owner);
        let at = self.raw(field).map_or(self.at, |raw| raw.ty.at);
        if !faults.iter().any(|fault| fault.what == what) {
            faults.push(Fault { what, why, at });
        }
    }
}
