//! Lists and maps as protobuf has them: packed or one by one, and in a wrapper where they cannot stand alone.

use super::decoder::{Decoder, Group};
use super::message::accepts;
use super::place::Item;
use super::skip::{length, read_tag, skip};
use super::tag::{LEN, VARINT, expected, holds_packable, scalar};
use super::varints;
use crate::codec::{Elements, Entries, Info, Key, Place, Reader, Value, info, stand, when};
use crate::error::Error;

/// A part of a map's entry.
#[derive(Clone, Copy)]
enum Part {
    Key,
    Value,
}

impl<'de> Decoder<'de, '_> {
    /// Reads the message around a list or map, which keeps nothing: `read` is called where field 1 comes.
    pub(super) fn within<P: Place>(
        &mut self,
        at: &P,
        mut read: impl FnMut(&mut Self) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let outer = self.enter()?;
        self.nested(|r| {
            let keeps = core::mem::take(&mut r.keeps);
            while r.tag_of(at)? {
                read(r)?;
            }
            r.keeps = keeps;
            Ok(())
        })?;
        self.input.leave(outer);
        Ok(())
    }

    /// Reads the elements of a list that needs no message of its own.
    #[inline]
    pub(super) fn items<P: Place, S: Elements<'de>>(
        &mut self,
        at: P,
        into: &mut S,
    ) -> Result<(), Error> {
        self.far(|r| r.each(at, into))
    }

    /// [`items`](Self::items), with this decoder in registers.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn each<P: Place, S: Elements<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        when!(at: P, holds_packable => {
            if self.wire_type == LEN {
                self.packed(at, into)
            } else {
                self.one_by_one(at, into)
            }
        } else {
            self.one_by_one(at, into)
        })
    }

    /// Reads the elements of a packed list, one by one.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn packed<P: Place, S: Elements<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        stand!(item = Item(at));
        let (element, mut index) = (info(&item), 0);
        let outer = self.enter()?;
        let count = match scalar(&element.ty, element.encoding) {
            VARINT => varints::count(self.input.rest()),
            super::tag::I64 => self.input.remaining() / 8,
            _ => self.input.remaining() / 4,
        };
        let counted = self.cx.budget.elements(count);
        self.ok(counted)?;
        let granted = self.cx.budget.grant(count, S::SIZE);
        into.reserve(granted);
        while !self.input.is_empty() {
            self.element(item, into, &mut index)?;
        }
        self.input.leave(outer);
        Ok(())
    }

    /// Reads the elements of a list, each behind its tag.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn one_by_one<P: Place, S: Elements<'de>>(&mut self, at: P, into: &mut S) -> Result<(), Error> {
        stand!(item = Item(at));
        let (mut left, mut index) = (0, 0);
        loop {
            if left == 0 {
                left = self.ahead(&item);
                let counted = self.cx.budget.elements(left);
                self.ok(counted)?;
                let granted = self.cx.budget.grant(left, S::SIZE);
                into.reserve(granted);
            }
            left -= 1;
            self.element(item, into, &mut index)?;
            if !self.skip_tag(&item) {
                return Ok(());
            }
        }
    }

    /// How many elements follow one after the other, each behind its tag and length; the first one's tag has been passed.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn ahead<P: Place>(&self, item: &P) -> usize {
        if expected(item).1 != LEN {
            return 1;
        }
        let mut ahead = *self;
        let mut count = 1;
        while let Some(len) = length(&mut ahead.input) {
            ahead.input.advance(len);
            if !ahead.skip_tag(item) {
                break;
            }
            count += 1;
        }
        count
    }

    /// Reads the entries of a map that needs no message of its own.
    pub(super) fn entries<P: Place, S: Entries<'de>>(
        &mut self,
        at: P,
        into: &mut S,
    ) -> Result<(), Error> {
        stand!(item = Item(at));
        loop {
            let start = self.offset();
            let counted = self.cx.budget.elements(1);
            self.ok(counted)?;
            match self.entry(at, into) {
                Ok(()) => {}
                Err(error) if error.is_unknown_value() => {
                    self.input.rewind(start);
                    self.raw()?;
                    self.keep(&Group::default(), item, start);
                }
                Err(error) => return Err(error.at_key(into.text())),
            }
            if !self.skip_tag(&item) {
                return Ok(());
            }
        }
    }

    /// Whether the value of the wrapped place comes; other fields are passed over.
    pub(super) fn tag_of<P: Place>(&mut self, at: &P) -> Result<bool, Error> {
        while !self.input.is_empty() {
            if self.skip_tag(at) {
                return Ok(true);
            }
            if self.comes(&info(at))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether the value of the place comes behind another tag than a writer of this library gives it: one of another wire type, or
    /// one that takes more bytes than it needs. Any other field is passed over.
    #[inline(never)]
    fn comes(&mut self, place: &Info) -> Result<bool, Error> {
        let (number, found) = self.tag()?;
        if number == place.number && accepts(place, found) {
            self.wire_type = found;
            return Ok(true);
        }
        self.pass(number, found)?;
        Ok(false)
    }

    #[inline]
    fn tag(&mut self) -> Result<(u32, u8), Error> {
        let tag = read_tag(&mut self.input);
        self.ok(tag)
    }

    #[inline]
    fn pass(&mut self, number: u32, wire_type: u8) -> Result<(), Error> {
        let skipped = skip(&mut self.input, number, wire_type, &self.cx.budget);
        self.ok(skipped)
    }

    /// Reads one entry of a map.
    pub(super) fn entry<P: Place, S: Entries<'de>>(
        &mut self,
        at: P,
        into: &mut S,
    ) -> Result<(), Error> {
        stand!(key = Key(at));
        stand!(value = Value(at));
        let outer = self.enter()?;
        into.start();
        let read = self.nested(|r| {
            while !r.input.is_empty() {
                let part = if r.skip_tag(&key) {
                    Some(Part::Key)
                } else if r.skip_tag(&value) {
                    Some(Part::Value)
                } else {
                    r.part(expected(&key).1, expected(&value).1)?
                };
                match part {
                    Some(Part::Key) => into.key(r, key)?,
                    Some(Part::Value) => into.value(r, value)?,
                    None => {}
                }
            }
            into.insert(r)
        });
        self.input.leave(outer);
        read
    }

    /// The part of an entry whose value comes behind a tag that takes more bytes than it needs; anything else is passed over.
    #[inline(never)]
    fn part(&mut self, key: u8, value: u8) -> Result<Option<Part>, Error> {
        let (number, wire_type) = self.tag()?;
        if number == 1 && wire_type == key {
            return Ok(Some(Part::Key));
        }
        if number == 2 && wire_type == value {
            return Ok(Some(Part::Value));
        }
        self.pass(number, wire_type)?;
        Ok(None)
    }

    /// Reads the element of a list that stands at `at`; one that its enum does not know is kept, and left out.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn element<P: Place, S: Elements<'de>>(
        &mut self,
        at: P,
        into: &mut S,
        index: &mut usize,
    ) -> Result<(), Error> {
        let start = self.offset();
        match into.element(self, at) {
            Ok(()) => {}
            Err(error) if const { !S::IS_KNOWN } && error.is_unknown_value() => {
                self.keep(&Group::default(), at, start);
            }
            Err(error) => return Err(error.at_index(*index)),
        }
        *index += 1;
        Ok(())
    }
}
