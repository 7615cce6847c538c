//! What holds values: lists and maps.
//!
//! A value of an enum that its type does not know is no failure of the format: it is handed through serde as a success, so that the rest of
//! the input goes on.

use core::fmt;

use serde_core::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_core::{Deserializer, de};

use super::read::{Decoder, done};
use super::reading::Reading;
use crate::codec::{Element, Elements, Entries, Key, Place, Value, stand};
use crate::error::Error;

/// What was read, or the error of a value that its enum does not know.
pub(super) type Read = Result<(), Error>;

/// What serde is told of a value that was read.
pub(super) fn crossed<E: de::Error>(read: Read, reading: &Reading) -> Result<Read, E> {
    match read {
        Err(error) if !error.is_unknown_value() => Err(reading.outward(error)),
        read => Ok(read),
    }
}

/// Opens a level, and closes it behind `body`.
pub(super) fn level<T, E: de::Error>(
    reading: &Reading,
    body: impl FnOnce() -> Result<T, E>,
) -> Result<T, E> {
    let entered = reading.budget.enter();
    entered.map_err(|fault| reading.outward(Error::new(fault, None, 0)))?;
    let read = body();
    reading.budget.leave();
    read
}

/// Counts an element.
fn count<E: de::Error>(reading: &Reading) -> Result<(), E> {
    let counted = reading.budget.elements(1);
    counted.map_err(|fault| reading.outward(Error::new(fault, None, 0)))
}

/// The elements of a list.
pub(super) struct List<'a, P, S> {
    pub(super) at: P,
    pub(super) into: &'a mut S,
    pub(super) reading: &'a Reading,
}

impl<'de, P: Place, S: Elements<'de>> Visitor<'de> for List<'_, P, S> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let reading = self.reading;
        let expected = reading.budget.grant(seq.size_hint().unwrap_or(0), S::SIZE);
        self.into.reserve(expected);
        stand!(at = Element(self.at));
        level(reading, || {
            for index in 0.. {
                let into = &mut *self.into;
                let element = One { at, into, reading };
                let read = seq.next_element_seed(element);
                match read.map_err(|error| reading.within(error, |error| error.at_index(index)))? {
                    None => break,
                    Some(_) => count(reading)?,
                }
            }
            Ok(())
        })
    }
}

/// One element of a list.
struct One<'a, P, S> {
    at: P,
    into: &'a mut S,
    reading: &'a Reading,
}

impl<'de, P: Place, S: Elements<'de>> DeserializeSeed<'de> for One<'_, P, S> {
    type Value = Read;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Read, D::Error> {
        let mut reader = Decoder::new(input, self.reading);
        crossed(self.into.element(&mut reader, self.at), self.reading)
    }
}

/// The entries of a map.
pub(super) struct Map<'a, P, S> {
    pub(super) at: P,
    pub(super) into: &'a mut S,
    pub(super) reading: &'a Reading,
}

impl<'de, P: Place, S: Entries<'de>> Visitor<'de> for Map<'_, P, S> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (into, reading) = (self.into, self.reading);
        let expected = reading.budget.grant(map.size_hint().unwrap_or(0), S::SIZE);
        into.reserve(expected);
        stand!(key = Key(self.at));
        stand!(value = Value(self.at));
        level(reading, || {
            loop {
                into.start();
                let seed = Half::<_, _, true> {
                    at: key,
                    into: &mut *into,
                    reading,
                };
                match map.next_key_seed(seed)? {
                    None => break,
                    Some(Err(_)) => {
                        map.next_value::<IgnoredAny>()?;
                    }
                    Some(Ok(())) => {
                        let seed = Half::<_, _, false> {
                            at: value,
                            into: &mut *into,
                            reading,
                        };
                        let read = map.next_value_seed(seed);
                        let inside = |error: Error| error.at_key(into.text());
                        let read = read.map_err(|error| reading.within(error, inside))?;
                        if read.is_ok() {
                            let inserted = into.insert(&mut done(reading));
                            inserted.map_err(|error| reading.outward(error))?;
                        }
                    }
                }
                count(reading)?;
            }
            Ok(())
        })
    }
}

/// The key of an entry, or its value.
struct Half<'a, P, S, const KEY: bool> {
    at: P,
    into: &'a mut S,
    reading: &'a Reading,
}

impl<'de, P: Place, S: Entries<'de>, const KEY: bool> DeserializeSeed<'de> for Half<'_, P, S, KEY> {
    type Value = Read;

    fn deserialize<D: Deserializer<'de>>(self, input: D) -> Result<Read, D::Error> {
        let mut reader = Decoder::new(input, self.reading);
        let read = match KEY {
            true => self.into.key(&mut reader, self.at),
            false => self.into.value(&mut reader, self.at),
        };
        crossed(read, self.reading)
    }
}
