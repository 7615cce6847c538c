//! [`Scope`]: what generated code sees of a reader while it fills one message.

use core::fmt::Display;

use alloc::string::ToString;

use super::{Decode, Fields, Mode, Place, Reader, Variants, info};
use crate::error::{Error, Fault};

/// How many fields of a message have a bit of their own while it is read.
const BITS: u32 = 256;

/// The fields of a message that have been read, one bit each.
///
/// Fields beyond the 256th have no bit: they are made absent before a message is read anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    fields: Positions,
    offset: u32,
    late: bool,
}

/// A set of positions in a schema, up to the 256th.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Positions([u64; BITS as usize / 64]);

impl Positions {
    /// None.
    pub const NONE: Self = Self([0; BITS as usize / 64]);

    /// These; those beyond the 256th are left out.
    #[must_use]
    pub const fn of(positions: &[u32]) -> Self {
        let mut set = Self::NONE;
        let mut i = 0;
        while i < positions.len() {
            set.insert(positions[i]);
            i += 1;
        }
        set
    }

    #[inline(always)]
    const fn insert(&mut self, position: u32) {
        if position < BITS {
            self.0[position as usize / 64] |= 1 << (position % 64);
        }
    }

    #[inline(always)]
    const fn contains(&self, position: u32) -> bool {
        position < BITS && self.0[position as usize / 64] & (1 << (position % 64)) != 0
    }

    /// Whether one of `group`, counted from `offset` on, is among these and is not `own`.
    #[inline]
    fn has_other(&self, group: &Self, offset: u32, own: u32) -> bool {
        if offset == 0 {
            let words = self.0.iter().zip(&group.0).zip(0..);
            return words
                .map(|((own, group), word)| (own & group, word * 64))
                .any(|(both, first)| match own.checked_sub(first) {
                    Some(bit @ 0..64) => both & !(1 << bit) != 0,
                    _ => both != 0,
                });
        }
        (0..BITS.saturating_sub(offset)).any(|position| {
            group.contains(position) && position + offset != own && self.contains(position + offset)
        })
    }
}

impl Seen {
    /// None of the first 256.
    pub const NOTHING: Self = Self {
        fields: Positions::NONE,
        offset: 0,
        late: false,
    };

    /// None of the others.
    pub const NOTHING_LATE: Self = Self {
        fields: Positions::NONE,
        offset: 0,
        late: true,
    };

    /// Whether this is about the fields beyond the 256th, and about what no wire carries.
    #[must_use]
    pub const fn is_late(self) -> bool {
        self.late
    }

    /// Makes `value` absent unless the field at `index` was read.
    #[inline]
    pub fn clear<'de, T: Decode<'de>>(self, index: u32, value: &mut T) {
        if self.is_absent(index) {
            value.clear();
        }
    }

    /// Whether the field at `index` is to be made absent.
    #[inline]
    #[must_use]
    pub const fn is_absent(self, index: u32) -> bool {
        let index = index + self.offset;
        if index >= BITS {
            self.late
        } else {
            !self.late && !self.fields.contains(index)
        }
    }

    /// The view of a flattened struct whose first field stands at `offset`.
    #[must_use]
    pub const fn flattened(mut self, offset: u32) -> Self {
        self.offset += offset;
        self
    }

    /// Whether a field need not be made absent before it is read: it came before, or is beyond the 256th.
    #[inline(always)]
    const fn has(&self, index: u32) -> bool {
        index >= BITS || self.fields.contains(index)
    }
}

/// One message that is being read: the reader, and which fields have come.
#[derive(Debug)]
pub struct Scope<'r, R> {
    reader: &'r mut R,
    seen: Seen,
    replace: bool,
}

impl<'r, R> Scope<'r, R> {
    /// Reads one message into `into`: the fields in order, then what is left.
    ///
    /// The driver has entered the message, and leaves it afterwards.
    ///
    /// # Errors
    ///
    /// If the input does not hold such a message.
    #[inline]
    pub fn read<'de, M: Fields<'de>>(
        reader: &'r mut R,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        let replace = mode == Mode::Replace;
        if replace {
            into.reset(Seen::NOTHING_LATE);
        }
        let mut scope = Scope {
            reader,
            seen: Seen::NOTHING,
            replace,
        };
        into.in_order(&mut scope)?;
        while let Some(index) = scope.reader.next(into.schema())? {
            into.nth(index, &mut scope)?;
        }
        if replace {
            into.reset(scope.seen);
        }
        if scope.reader.options().validates() && !into.accepts() {
            scope.reader.refuse();
        }
        Ok(())
    }

    /// Reads the fields of a well-known type, in slot order.
    pub(crate) fn known<'de, M: Fields<'de>>(reader: &'r mut R, into: &mut M) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        into.decode_known(&mut Scope::of(reader))
    }

    /// Reads the one field of a well-known type that stands for the whole.
    pub(crate) fn only<'de, M: Fields<'de>>(
        reader: &'r mut R,
        index: usize,
        into: &mut M,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        into.nth(index, &mut Scope::of(reader))
    }

    const fn of(reader: &'r mut R) -> Self {
        Scope {
            reader,
            seen: Seen::NOTHING,
            replace: false,
        }
    }

    /// The field at `at`, if it is next.
    ///
    /// # Errors
    ///
    /// If its value cannot be read.
    #[inline(always)]
    pub fn field<'de, P: Place, T: Decode<'de>>(
        &mut self,
        at: P,
        value: &mut T,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        if self.reader.at(at)? {
            self.take(at, value)
        } else {
            Ok(())
        }
    }

    /// The value of the field at `at`, which is next.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    #[inline(always)]
    pub fn take<'de, P: Place, T: Decode<'de>>(&mut self, at: P, value: &mut T) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        self.once(at)?;
        let (start, mode) = (self.reader.offset(), self.mode::<P>(at));
        match value.decode_into(self.reader, at, mode) {
            Ok(()) => self.mark(at),
            Err(error) => self.absorb(at, start, error)?,
        }
        Ok(())
    }

    /// The field at `at`, if it is next, into a place that holds nothing until the field has come.
    ///
    /// # Errors
    ///
    /// If its value cannot be read.
    #[inline(always)]
    pub fn draft<'de, P: Place, T: Decode<'de>>(
        &mut self,
        at: P,
        value: &mut Option<T>,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        if self.reader.at(at)? {
            self.take_draft(at, value)
        } else {
            Ok(())
        }
    }

    /// The value of the field at `at`, which is next, into a place that holds nothing until the field has come.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    #[inline(always)]
    pub fn take_draft<'de, P: Place, T: Decode<'de>>(
        &mut self,
        at: P,
        value: &mut Option<T>,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        self.once(at)?;
        let (start, mode) = (self.reader.offset(), self.mode::<P>(at));
        match super::impls::decode_some(value, self.reader, at, mode) {
            Ok(()) => self.mark(at),
            Err(error) => self.absorb(at, start, error)?,
        }
        Ok(())
    }

    /// The field at `at`, if it is next, through a conversion.
    ///
    /// # Errors
    ///
    /// If its value cannot be read or converted.
    #[inline]
    pub fn field_with<'de, P, U, T, E>(
        &mut self,
        at: P,
        value: &mut T,
        convert: impl FnOnce(U) -> Result<T, E>,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
        P: Place,
        U: Decode<'de>,
        E: Display,
    {
        if self.reader.at(at)? {
            self.take_with(at, value, convert)
        } else {
            Ok(())
        }
    }

    /// The value of the field at `at`, which is next, through a conversion.
    ///
    /// # Errors
    ///
    /// If it cannot be read or converted.
    #[inline]
    pub fn take_with<'de, P, U, T, E>(
        &mut self,
        at: P,
        value: &mut T,
        convert: impl FnOnce(U) -> Result<T, E>,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
        P: Place,
        U: Decode<'de>,
        E: Display,
    {
        self.once(at)?;
        let start = self.reader.offset();
        match super::impls::convert(self.reader, at, convert) {
            Ok(converted) => {
                *value = converted;
                self.mark(at);
            }
            Err(error) => self.absorb(at, start, error)?,
        }
        Ok(())
    }

    /// The variant at `at` of a oneof, if it is next. `index` is the variant's position in the enum, and `others` the
    /// positions in the message of all variants of the oneof.
    ///
    /// # Errors
    ///
    /// If its payload cannot be read, or (except in protobuf, where the last one wins) another variant came before.
    #[inline]
    pub fn variant<'de, P: Place, U: Variants<'de>>(
        &mut self,
        at: P,
        index: usize,
        others: &Positions,
        value: &mut Option<U>,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        if self.reader.at(at)? {
            self.take_variant(at, index, others, value)
        } else {
            Ok(())
        }
    }

    /// The payload of the variant at `at` of a oneof, which is next; see [`variant`](Self::variant).
    ///
    /// # Errors
    ///
    /// If it cannot be read, or (except in protobuf, where the last one wins) another variant came before.
    pub fn take_variant<'de, P: Place, U: Variants<'de>>(
        &mut self,
        at: P,
        index: usize,
        others: &Positions,
        value: &mut Option<U>,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        self.once(at)?;
        let start = self.reader.offset();
        let (offset, own) = (self.seen.offset, self.index::<P>(at));
        let has_other = self.seen.fields.has_other(others, offset, own);
        if !R::MERGES && has_other {
            return Err(self.reader.error(Fault::OneofTwice).within(info(&at).name));
        }
        let is_first = !has_other && !self.seen.has(own);
        let prior = if R::MERGES && !(self.replace && is_first) {
            prior(value, index)
        } else {
            None
        };
        match U::variant(index, prior, self.reader, at) {
            Ok(variant) => {
                *value = Some(variant);
                self.seen.fields.insert(own);
            }
            Err(error) => self.absorb(at, start, error)?,
        }
        Ok(())
    }

    /// The variant at `at` of a oneof that is always set, if it is next, in the place of what is there; see
    /// [`variant`](Self::variant).
    ///
    /// # Errors
    ///
    /// As [`variant`](Self::variant).
    #[inline]
    pub fn held_variant<'de, P: Place, U: Variants<'de>>(
        &mut self,
        at: P,
        index: usize,
        others: &Positions,
        value: &mut U,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        if self.reader.at(at)? {
            self.take_held_variant(at, index, others, value)
        } else {
            Ok(())
        }
    }

    /// The payload of the variant at `at` of a oneof that is always set; see [`held_variant`](Self::held_variant).
    ///
    /// # Errors
    ///
    /// As [`take_variant`](Self::take_variant).
    pub fn take_held_variant<'de, P: Place, U: Variants<'de>>(
        &mut self,
        at: P,
        index: usize,
        others: &Positions,
        value: &mut U,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        let mut variant = None;
        self.take_variant(at, index, others, &mut variant)?;
        if let Some(variant) = variant {
            *value = variant;
        }
        Ok(())
    }

    /// The fields in order of a flattened struct, whose first field stands at `offset` of this message.
    ///
    /// # Errors
    ///
    /// If a value cannot be read.
    #[inline]
    pub fn flatten<'de, M: Fields<'de>>(&mut self, offset: u32, into: &mut M) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        let before = self.seen.offset;
        self.seen.offset += offset;
        into.in_order(self)?;
        self.seen.offset = before;
        Ok(())
    }

    /// The field at `index` of this message, which belongs to a flattened struct whose first field stands at `offset`.
    ///
    /// # Errors
    ///
    /// If its value cannot be read.
    #[inline]
    pub fn flattened<'de, M: Fields<'de>>(
        &mut self,
        offset: u32,
        index: usize,
        into: &mut M,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        let before = self.seen.offset;
        self.seen.offset += offset;
        into.nth(index - offset as usize, self)?;
        self.seen.offset = before;
        Ok(())
    }

    /// The reader.
    pub fn reader(&mut self) -> &mut R {
        self.reader
    }

    /// The position of a field in the message, which is not that in a flattened struct.
    #[inline(always)]
    fn index<P: Place>(&self, at: P) -> u32 {
        let index = match const {
            match P::INFO {
                Some(info) => Some(info.index),
                None => None,
            }
        } {
            Some(index) => index,
            None => at.info().index,
        };
        index + self.seen.offset
    }

    /// Refuses a second occurrence of a field, except in protobuf, where it is merged into the first.
    #[inline(always)]
    fn once<'de, P: Place>(&self, at: P) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        if !R::MERGES && self.seen.fields.contains(self.index::<P>(at)) {
            return Err(self.twice(at));
        }
        Ok(())
    }

    #[cold]
    #[inline(never)]
    fn twice<'de, P: Place>(&self, at: P) -> Error
    where
        R: Reader<'de>,
    {
        self.reader.error(Fault::Twice).within(info(&at).name)
    }

    #[inline(always)]
    fn mark<P: Place>(&mut self, at: P) {
        self.seen.fields.insert(self.index::<P>(at));
    }

    #[inline(always)]
    fn mode<'de, P: Place>(&self, at: P) -> Mode
    where
        R: Reader<'de>,
    {
        let came = self.seen.has(self.index::<P>(at));
        let merge = R::MERGES && (came || !self.replace);
        if merge { Mode::Merge } else { Mode::Replace }
    }

    /// An unknown value of an enum is kept, and its field reads as absent; any other error gets the field's name.
    #[cold]
    #[inline(never)]
    fn absorb<'de, P: Place>(&mut self, at: P, start: usize, error: Error) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        if error.is_unknown_value() {
            self.reader.keep(at, start);
            return Ok(());
        }
        Err(error.within(info(&at).name))
    }
}

/// Takes the value that the variant at `index` is merged into. A value that is replaced stays where it is, since it holds on
/// if the variant's payload turns out to be an enum's unknown value.
pub(super) fn prior<'de, U: Variants<'de>>(value: &mut Option<U>, index: usize) -> Option<U> {
    let variant = U::SCHEMA.fields().get(index)?;
    value.take_if(|value| value.number() == variant.number() && variant.ty().is_merged())
}

/// The error of a conversion, at the value that was converted.
#[cold]
pub(crate) fn unconvertible<'de, R: Reader<'de>, E: Display>(r: &R, error: &E) -> Error {
    r.error(Fault::Custom(error.to_string().into()))
}

/// The value of a field that was read as a draft: what came, or else what an absent field reads as.
///
/// # Errors
///
/// If nothing came, and the type has no wire default.
#[inline]
pub fn finish<'de, R: Reader<'de>, T: Decode<'de>>(
    r: &R,
    draft: Option<T>,
    name: &'static str,
) -> Result<T, Error> {
    match draft.or_else(T::absent) {
        Some(value) => Ok(value),
        None => Err(r.error(Fault::NoDefault).within(name)),
    }
}

/// The value of a required field that was read as a draft.
///
/// # Errors
///
/// If nothing came.
#[inline]
pub fn finish_required<'de, R: Reader<'de>, T>(
    r: &R,
    draft: Option<T>,
    name: &'static str,
) -> Result<T, Error> {
    match draft {
        Some(value) => Ok(value),
        None => Err(r.error(Fault::Missing(name))),
    }
}
