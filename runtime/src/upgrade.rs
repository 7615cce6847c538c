//! [`Upgrade`]: what a message is told that older or newer versions of its type have written.

use alloc::string::ToString;
use core::cell::Cell;

use crate::codec::former::Converted;
use crate::codec::{Codec, DecodeOwned, Fields, Mode, Positions, Reader};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::options::Options;
use crate::schema::{Field, Reserved, Schema, Type};
use crate::unknown::{End, Key, UnknownFields};
use crate::wire::protobuf;

/// What came of a message and what did not: what the function that `#[codec(upgrade = path)]` names is told beside the message.
///
/// It is called when a message was read of which a field is absent or something is unknown, or, where the message stands in an
/// [`Envelope`](crate::Envelope), which an older version has sealed; and before the message is validated.
/// [`docs::evolution`](crate::docs::evolution) says more.
///
/// ```
/// use everwire::{Codec, Error, Upgrade, Wire};
///
/// #[derive(Codec)]
/// struct Before { #[codec(1)] sku: String, #[codec(2)] price: u32 }
///
/// #[derive(Codec, Debug, PartialEq)]
/// #[codec(reserved(2, "price"), upgrade = in_cents)]
/// struct Item { #[codec(1)] sku: String, #[codec(3)] cents: Option<u64> }
///
/// fn in_cents(item: &mut Item, upgrade: &Upgrade<'_>) -> Result<(), Error> {
///     if item.cents.is_none() {
///         item.cents = upgrade.get::<u32>(2)?.map(|price| u64::from(price) * 100);
///     }
///     Ok(())
/// }
///
/// for wire in Wire::ALL {
///     let old = wire.encode(&Before { sku: "A-1".into(), price: 3 })?;
///     assert_eq!(wire.decode::<Item>(&old)?, Item { sku: "A-1".into(), cents: Some(300) });
/// }
/// # Ok::<(), Error>(())
/// ```
#[derive(Debug)]
pub struct Upgrade<'a> {
    schema: &'static Schema,
    wire: Wire,
    missed: &'a Missed,
    options: &'a Options<'a>,
    /// The limit that was reached while an unknown field was read.
    reached: Cell<Option<(&'static str, usize)>>,
}

/// What came of a message and what did not, until the message is whole.
#[derive(Debug)]
pub struct Missed {
    seen: Positions,
    unknown: UnknownFields,
    version: Option<u32>,
    /// What is left of the limits for what stands within the message.
    left: Limits,
}

impl Upgrade<'_> {
    /// The wire that the message came on.
    #[must_use]
    pub const fn wire(&self) -> Wire {
        self.wire
    }

    /// The version of the type that sealed the message, 0 being unversioned; `None` of a message that stands in no envelope, or within
    /// another message.
    #[must_use]
    pub const fn version(&self) -> Option<u32> {
        self.missed.version
    }

    /// Whether the field of that number did not come: nothing, nil or null was there, or on protobuf a zero that is not written. A number
    /// that is no field's, and one beyond the first 256 fields, is not absent. On protobuf a message may come in parts, and what is absent from
    /// one may have come with another: ask the field itself whether it still lacks a value.
    #[must_use]
    pub fn is_absent(&self, number: u32) -> bool {
        let mut fields = (0..256).zip(self.schema.fields());
        fields.any(|(index, field)| field.number() == number && !self.missed.seen.contains(index))
    }

    /// What the type does not know, also where it keeps nothing of that. Of a message that comes in parts, as protobuf allows, this is
    /// what came with the part that was read.
    #[must_use]
    pub const fn unknown(&self) -> &UnknownFields {
        &self.missed.unknown
    }

    /// The value of an unknown field, the last one where several came. The field is found by its number on protobuf; on MessagePack by its
    /// slot, one less than the number where no `reserved(3, slot = 7)` says another; on JSON by the name that
    /// `reserved(3, "old_name")` gives the number, as it is or in camelCase.
    ///
    /// # Errors
    ///
    /// If what came for the field is no value of the type.
    pub fn get<T: DecodeOwned>(&self, number: u32) -> Result<Option<T>, Error> {
        let own = |field: &&Field| field.number() == number;
        let sought = match self.schema.fields().iter().find(own) {
            Some(field) => Sought {
                number: Some(number),
                slot: Some(field.slot()),
                name: Some(field.name()),
            },
            None => Sought::reserved(self.schema.reserved(), number),
        };
        self.find(sought)
    }

    /// The value of an unknown field by its name. On protobuf, and on MessagePack but for maps keyed by name, it is found by the number
    /// that `reserved(3, "old_name")` gives the name.
    ///
    /// # Errors
    ///
    /// If what came for the field is no value of the type.
    pub fn named<T: DecodeOwned>(&self, name: &str) -> Result<Option<T>, Error> {
        let reserved = self.schema.reserved();
        let mut called = reserved.iter().filter(|one| one.as_name() == Some(name));
        let sought = match called.find_map(Reserved::owner) {
            Some(number) => Sought::reserved(reserved, number),
            None => Sought {
                number: None,
                slot: None,
                name: None,
            },
        };
        self.find(Sought {
            name: Some(name),
            ..sought
        })
    }

    /// The error where no level is left.
    #[cold]
    fn too_deep(&self) -> Error {
        let limit = Fault::Limit {
            limit: "depth",
            value: self.options.limits.depth,
        };
        Error::new(limit, Some(self.wire), 0)
    }

    fn find<T: DecodeOwned>(&self, sought: Sought<'_>) -> Result<Option<T>, Error> {
        let left = self.missed.left;
        let options = Options {
            version: None,
            limits: Limits {
                // What is read is a root, which opens a level that is not counted.
                depth: left.depth.saturating_sub(1),
                ..left
            },
            ..self.options.validate(false)
        };
        let mut found = None;
        for (key, value) in self.unknown().on(self.wire) {
            if !sought.is(key) {
                continue;
            }
            let read = match self.wire {
                _ if left.depth == 0 && opens_level(&T::TYPE) => Err(self.too_deep()),
                Wire::Protobuf => protobuf::read_record(value, &mut found, &options),
                wire => options.decode(wire, value).map(|value| found = Some(value)),
            };
            read.map_err(|error| {
                let error = error.under(&self.options.limits);
                self.reached.set(error.limit());
                error
            })?;
        }
        Ok(found)
    }
}

/// Whether a value of a type is a message, a list or a map.
const fn opens_level(ty: &Type) -> bool {
    match ty {
        Type::Option(inner) => opens_level(inner),
        Type::Fixed(Type::List(_), _) => true,
        ty => ty.is_merged(),
    }
}

/// What an unknown field goes by on each wire, as far as that is known.
struct Sought<'n> {
    number: Option<u32>,
    slot: Option<u32>,
    name: Option<&'n str>,
}

impl Sought<'static> {
    /// A field that is gone.
    fn reserved(reserved: &'static [Reserved], number: u32) -> Self {
        let mut own = reserved.iter().filter(|one| one.owner() == Some(number));
        let slot = own
            .clone()
            .find_map(|one| one.as_slot().map(|(slot, _)| slot));
        Self {
            number: Some(number),
            slot: slot.or(number.checked_sub(1)),
            name: own.find_map(Reserved::as_name),
        }
    }
}

impl Sought<'_> {
    fn is(&self, key: Key<'_>) -> bool {
        match key {
            Key::Number(number) => self.number == Some(number),
            Key::Slot(slot) => self.slot == Some(slot),
            Key::Name(key) => self
                .name
                .is_some_and(|name| name == key || is_camel_case(name, key)),
        }
    }
}

/// Whether a key is ProtoJSON's form of a name: without underscores, and a capital after each.
fn is_camel_case(name: &str, key: &str) -> bool {
    let mut after = false;
    let camel = name.chars().filter_map(|letter| {
        let is_capital = core::mem::replace(&mut after, letter == '_');
        match (letter, is_capital) {
            ('_', _) => None,
            (letter, true) => Some(letter.to_ascii_uppercase()),
            (letter, false) => Some(letter),
        }
    });
    camel.eq(key.chars())
}

/// How far the unknown fields reach before a message is read.
pub(crate) fn kept<'de, R: Reader<'de>>(r: &mut R) -> End {
    let mut unknown = UnknownFields::new();
    r.swap_unknown(&mut unknown);
    let end = unknown.end();
    r.swap_unknown(&mut unknown);
    end
}

/// Has a message upgraded that was read, if that is needed; `before` is how far the unknown fields reached. What is merged says nothing of
/// what is absent, since that may have come before, and is told only what has come with it: a message of many parts is not gone
/// through for each of them.
#[inline(never)]
pub(crate) fn run<'de, R: Reader<'de>, M: Fields<'de>>(
    r: &mut R,
    into: &mut M,
    seen: Positions,
    mode: Mode,
    before: End,
) -> Result<(), Error> {
    if r.options().in_parts {
        return Ok(());
    }
    let schema = into.schema();
    let version = r.options().version.filter(|_| r.is_outermost());
    let is_older = version.is_some_and(|version| version < schema.version());
    let is_lacking = mode != Mode::Merge && lacks(schema, &seen);
    let mut unknown = UnknownFields::new();
    r.swap_unknown(&mut unknown);
    if !is_older && !is_lacking && unknown.end() == before {
        r.swap_unknown(&mut unknown);
        return Ok(());
    }
    let came = unknown.since(before);
    // The function sees what is kept where the message keeps it, and may let go of it there.
    if let Some(own) = into.unknown() {
        *own = unknown;
    }
    let missed = Missed {
        seen,
        unknown: came,
        version,
        left: r.left(),
    };
    into.upgrade(r, missed)?;
    if let Some(own) = into.unknown() {
        r.swap_unknown(own);
    }
    Ok(())
}

/// Whether a field did not come, or no variant of a oneof.
fn lacks(schema: &Schema, seen: &Positions) -> bool {
    let fields = || (0..256).zip(schema.fields());
    let came = |(index, field): (u32, &Field)| match field.oneof() {
        Some(oneof) => {
            let mut variants = fields().filter(|(_, other)| other.oneof() == Some(oneof));
            variants.any(|(index, _)| seen.contains(index))
        }
        None => seen.contains(index),
    };
    !fields().all(came)
}

/// Calls the function that upgrades a message.
///
/// # Errors
///
/// If it fails.
pub fn upgrade<'de, R, T, O>(
    r: &R,
    message: &mut T,
    missed: &Missed,
    function: impl FnOnce(&mut T, &Upgrade<'_>) -> O,
) -> Result<(), Error>
where
    R: Reader<'de>,
    T: Codec,
    O: Converted<()>,
{
    let upgrade = Upgrade {
        schema: T::SCHEMA,
        wire: R::WIRE,
        missed,
        options: r.options(),
        reached: Cell::new(None),
    };
    match function(message, &upgrade).converted() {
        Ok(()) => Ok(()),
        Err(error) => Err(r.error(match upgrade.reached.get() {
            Some((limit, value)) => Fault::Limit { limit, value },
            None => Fault::Custom(error.to_string().into()),
        })),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_camel_case() {
        assert!(is_camel_case("old_name", "oldName"));
        assert!(is_camel_case("a__b_1_", "aB1"));
        assert!(!is_camel_case("old_name", "oldname"));
        assert!(!is_camel_case("old", "older"));
    }
}
