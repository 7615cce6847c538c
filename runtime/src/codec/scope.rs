//! [`Scope`]: what generated code sees of a reader while it fills one message.

use core::fmt::Display;

use alloc::string::ToString;

use super::seen::{Positions, Seen};
use super::{Decode, Fields, Framed, Mode, Place, Reader, of};
use crate::error::{Error, Fault};
use crate::unknown::End;
use crate::upgrade;

/// One message that is being read: the reader, and which fields have come.
#[derive(Debug)]
pub struct Scope<'r, R: Framed> {
    pub(super) reader: &'r mut R,
    pub(super) frame: R::Frame,
    pub(super) seen: Positions,
    /// One more than the position of the field whose value is next, where that was looked up; 0 where it is predicted.
    pub(super) found: u32,
    /// What `found` is after that field: [`NOTHING`] if only one is asked for.
    pub(super) after: u32,
    pub(super) replace: bool,
    pub(super) fresh: bool,
}

/// No field is next.
pub(super) const NOTHING: u32 = u32::MAX;

/// Takes the value of the field at a place, a `T`, if it is next. No function: what that would read with is a
/// closure, whose references keep the reader out of registers.
macro_rules! take {
    ($self:ident, $at:ident: $place:ty, $ty:ty, |$mode:ident| $read:expr) => {{
        if !$self.is_next($at)? {
            return Ok(());
        }
        $self.once($at)?;
        take!(next $self, $at: $place, $ty, |$mode| $read)
    }};
    // The same where it is known to be next.
    (next $self:ident, $at:ident: $place:ty, $ty:ty, |$mode:ident| $read:expr) => {{
        let index = of!($at: $place, index);
        let start = if const { <$ty>::IS_KNOWN } {
            0
        } else {
            $self.reader.offset()
        };
        let $mode = if const { R::MERGES && <$ty>::TYPE.is_merged() } {
            $self.mode(index, of!($at: $place, defaults), const { <$ty>::MINDS_FRESH })
        } else {
            Mode::Replace
        };
        let read = $read;
        let Err(error) = read else {
            $self.seen.insert(index);
            return Ok(());
        };
        if const { !<$ty>::IS_KNOWN } {
            return $self.absorb($at, start, error);
        }
        if const { !R::TELLS } {
            return Err(error);
        }
        Err(error.within(of!($at: $place, name)))
    }};
}

pub(super) use take;

impl<'r, R: Framed> Scope<'r, R> {
    /// Reads one message into `into`: the fields in order, and what is not in order by looking it up.
    ///
    /// The driver has entered the message, and leaves it afterwards.
    ///
    /// # Errors
    ///
    /// If the input does not hold such a message.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn read<'de, M: Fields<'de>>(
        reader: &'r mut R,
        frame: R::Frame,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        let replace = mode == Mode::Replace;
        let before = if const { M::UPGRADES } {
            upgrade::kept(reader)
        } else {
            End::default()
        };
        // Asked before the walk and after it, this would make the compiler write two walks where there is no loop.
        if const { R::TELLS } && replace {
            into.reset(Seen::NOTHING_LATE);
        }
        let mut scope = Scope {
            frame,
            replace,
            fresh: mode == Mode::Fresh,
            ..Self::of(reader)
        };
        if const { R::TELLS } {
            loop {
                into.in_order(&mut scope)?;
                match scope.reader.next(&mut scope.frame, into.schema())? {
                    Some(index) => scope.found = index as u32 + 1,
                    None => break,
                }
            }
        } else {
            // What is not in order is read anew, and so is what has too many fields for a bit each.
            into.in_order(&mut scope)?;
            scope.reader.next(&mut scope.frame, into.schema())?;
            if replace {
                into.reset(Seen::NOTHING_LATE);
            }
        }
        close(scope.reader, into, scope.seen, mode, before)
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
        into.in_order(&mut Scope {
            found: index as u32 + 1,
            after: NOTHING,
            ..Self::of(reader)
        })
    }

    pub(super) fn of(reader: &'r mut R) -> Self {
        Scope {
            reader,
            frame: R::Frame::default(),
            seen: Positions::NONE,
            found: 0,
            after: 0,
            replace: false,
            fresh: false,
        }
    }

    /// Whether the value of the field at `at` is next: because it was looked up, or because it is the next field.
    ///
    /// # Errors
    ///
    /// If what stands before the field cannot be read.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn is_next<'de, P: Place>(&mut self, at: P) -> Result<bool, Error>
    where
        R: Reader<'de>,
    {
        if self.found == 0 {
            return self.reader.at(&mut self.frame, at);
        }
        let index = of!(at: P, index);
        if !self.is_found(index) {
            return Ok(false);
        }
        if const { R::ORDERED } && self.seen.contains(index) {
            return Err(twice(self.reader, of!(at: P, name)));
        }
        Ok(true)
    }

    /// Whether the field at a position is the one that was looked up. It is told once.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn is_found(&mut self, index: u32) -> bool {
        let is_found = self.found == index + 1;
        if is_found {
            self.found = self.after;
        }
        is_found
    }

    /// The position of the field whose value is next, if it was looked up. It stays so.
    #[cfg(feature = "dynamic")]
    pub(crate) fn looked_up(&self) -> Option<usize> {
        match self.found {
            0 | NOTHING => None,
            found => Some(found as usize - 1),
        }
    }

    /// The position of the field whose value is next, if it was looked up. It is told once.
    pub fn found(&mut self) -> Option<usize> {
        match core::mem::replace(&mut self.found, self.after) {
            0 | NOTHING => None,
            found => Some(found as usize - 1),
        }
    }

    /// The field at `at`, if it is next.
    ///
    /// # Errors
    ///
    /// If its value cannot be read.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn field<'de, P: Place, T: Decode<'de>>(
        &mut self,
        at: P,
        value: &mut T,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        take!(self, at: P, T, |mode| value.decode_into(self.reader, at, mode))
    }

    /// The field at `at`, if it is next, into a place that holds nothing until the field has come.
    ///
    /// # Errors
    ///
    /// If its value cannot be read.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn draft<'de, P: Place, T: Decode<'de>>(
        &mut self,
        at: P,
        value: &mut Option<T>,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        take!(self, at: P, T, |mode| read_draft(self.reader, at, value, mode))
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
        if !self.is_next(at)? {
            return Ok(());
        }
        self.once(at)?;
        self.take_with(at, |r| {
            *value = super::impls::convert(r, at, convert)?;
            Ok(())
        })
    }

    /// Takes the value of the field at `at`, which is next, by what `read` reads.
    #[inline]
    pub(super) fn take_with<'de, P: Place>(
        &mut self,
        at: P,
        read: impl FnOnce(&mut R) -> Result<(), Error>,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        let start = self.reader.offset();
        match read(self.reader) {
            Ok(()) => self.seen.insert(of!(at: P, index)),
            Err(error) => self.absorb(at, start, error)?,
        }
        Ok(())
    }

    /// The fields of a flattened struct, whose first field stands at `offset` of this message.
    ///
    /// # Errors
    ///
    /// If a value cannot be read.
    pub fn flatten<'de, M: Fields<'de>>(&mut self, offset: u32, into: &mut M) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        let count = into.schema().fields().len();
        let found = match self.found.checked_sub(offset) {
            _ if self.found == 0 => 0,
            Some(found) if (1..=count).contains(&(found as usize)) => found,
            _ => return Ok(()),
        };
        self.found = self.after;
        let mut part = Scope {
            reader: &mut *self.reader,
            frame: self.frame,
            seen: self.seen.from(offset, R::MERGES),
            found,
            after: self.after,
            replace: self.replace,
            fresh: self.fresh,
        };
        into.in_order(&mut part)?;
        let (frame, seen) = (part.frame, part.seen);
        self.frame = frame;
        self.seen.insert_all(&seen, offset);
        Ok(())
    }

    /// The reader.
    pub fn reader(&mut self) -> &mut R {
        self.reader
    }

    /// Refuses a second occurrence of a field, except in protobuf, where it is merged into the first.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn once<'de, P: Place>(&self, at: P) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        if const { R::MERGES || R::ORDERED } {
            return Ok(());
        }
        if self.seen.contains(of!(at: P, index)) {
            return Err(twice(self.reader, of!(at: P, name)));
        }
        Ok(())
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn mode(&self, index: u32, defaults: bool, minds_fresh: bool) -> Mode {
        let is_asked = defaults || minds_fresh;
        if !(self.replace || is_asked && self.fresh) || self.seen.has(index) {
            Mode::Merge
        } else if minds_fresh && !defaults && !self.replace {
            Mode::Fresh
        } else {
            Mode::Replace
        }
    }

    /// An unknown value of an enum is kept, and its field reads as absent; any other error gets the field's name.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn absorb<'de, P: Place>(
        &mut self,
        at: P,
        start: usize,
        error: Error,
    ) -> Result<(), Error>
    where
        R: Reader<'de>,
    {
        if error.is_unknown_value() {
            self.reader.keep(&self.frame, at, start);
            return Ok(());
        }
        if const { !R::TELLS } {
            return Err(error);
        }
        Err(error.within(of!(at: P, name)))
    }
}

/// Reads into a place that holds nothing until a value has come.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn read_draft<'de, R: Reader<'de>, P: Place, T: Decode<'de>>(
    r: &mut R,
    at: P,
    value: &mut Option<T>,
    mode: Mode,
) -> Result<(), Error> {
    let is_new = !R::TELLS && value.is_none();
    let read = super::impls::decode_some(value, r, at, mode);
    if is_new && read.is_err() {
        *value = None;
    }
    read
}

/// Ends a message: what did not come is absent, and what is whole is upgraded and checked.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn close<'de, R: Reader<'de>, M: Fields<'de>>(
    reader: &mut R,
    into: &mut M,
    seen: Positions,
    mode: Mode,
    before: End,
) -> Result<(), Error> {
    if mode == Mode::Replace {
        into.reset(Seen::these(seen));
    }
    if const { M::UPGRADES } {
        upgrade::run(reader, into, seen, mode, before)?;
    }
    if reader.options().validates() && !into.accepts(&reader.options().context) {
        reader.refuse();
    }
    Ok(())
}

/// The error of a field that came before.
#[cold]
#[inline(never)]
fn twice<'de, R: Reader<'de>>(reader: &R, name: &'static str) -> Error {
    reader.error(Fault::Twice).within(name)
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
