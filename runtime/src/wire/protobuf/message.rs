//! A message: its fields in order, and whatever comes otherwise.

use super::decoder::{Decoder, Group};
use super::skip::{read_tag, skip};
use super::tag::{END, LEN, forms, is_packable};
use crate::codec::{Fields, Info, Mode, Reader, Scope};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::schema::{Field, Schema, Type};
use crate::unknown::{self, UnknownFields};
use crate::wire::forms::Forms;
use crate::wire::input::Input;
use crate::wire::reading::Reading;

impl<'de> Decoder<'de, '_> {
    /// Reads a message after its length.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn message_in<M: Fields<'de>>(
        &mut self,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error> {
        let len = self.length()?;
        let mut message = self.input;
        let _ = message.enter(len);
        self.input.advance(len);
        let how = How::new(0, mode);
        if const { M::IS_SMALL && has_numbers_only(M::KNOWN) } {
            walk(message, self.cx, into, how)?;
        } else {
            let to = self.input.position();
            walk_far(message.whole(), to - len, to, self.cx, into, how)?;
        }
        Ok(())
    }

    /// Reads a message that ends with the input, or with the end-group tag of a number that is not 0.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn message_until<M: Fields<'de>>(
        &mut self,
        group: u32,
        into: &mut M,
        mode: Mode,
    ) -> Result<(), Error> {
        let (whole, from) = (self.input.whole(), self.input.position());
        let to = from + self.input.remaining();
        let end = walk_far(whole, from, to, self.cx, into, How::new(group, mode))?;
        self.input.advance(end - from);
        Ok(())
    }

    /// Passes over a field, whose tag began at `start`, and keeps it where the message does.
    #[cold]
    #[inline(never)]
    pub(super) fn unknown(
        &mut self,
        number: u32,
        wire_type: u8,
        start: usize,
    ) -> Result<(), Error> {
        let skipped = skip(&mut self.input, number, wire_type, &self.cx.budget);
        self.ok(skipped)?;
        if self.keeps {
            let bytes = self.since(start);
            self.cx
                .keep(Wire::Protobuf, unknown::Key::Number(number), bytes);
        }
        Ok(())
    }

    /// The next field that the schema knows, in whatever order it comes.
    #[inline(never)]
    pub(super) fn find(
        &mut self,
        Group(group): Group,
        schema: &'static Schema,
    ) -> Result<Option<usize>, Error> {
        loop {
            if self.input.is_empty() {
                return match group {
                    0 => Ok(None),
                    _ => Err(self.error(Fault::Truncated)),
                };
            }
            let start = self.offset();
            let tag = read_tag(&mut self.input);
            let (number, wire_type) = self.ok(tag)?;
            if wire_type == END && number == group {
                return Ok(None);
            }
            match position(schema, number) {
                Some(index)
                    if schema
                        .fields()
                        .get(index)
                        .is_some_and(|field| takes(field, wire_type)) =>
                {
                    self.wire_type = wire_type;
                    return Ok(Some(index));
                }
                _ => self.unknown(number, wire_type, start)?,
            }
        }
    }
}

/// How a message is read: the number of the end-group tag that ends it, if one does, and what becomes of what was there.
#[derive(Clone, Copy)]
struct How(u32);

impl How {
    #[cfg_attr(not(debug_assertions), inline(always))]
    const fn new(group: u32, mode: Mode) -> Self {
        let mode = match mode {
            Mode::Merge => 0,
            Mode::Replace => 1,
            Mode::Fresh => 2,
        };
        Self(group << 2 | mode)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    const fn group(self) -> Group {
        Group(self.0 >> 2)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    const fn mode(self) -> Mode {
        match self.0 & 3 {
            0 => Mode::Merge,
            1 => Mode::Replace,
            _ => Mode::Fresh,
        }
    }
}

/// Whether all fields of a message are numbers.
const fn has_numbers_only(schema: Option<&'static Schema>) -> bool {
    let Some(schema) = schema else { return false };
    let (fields, mut i) = (schema.fields(), 0);
    while i < fields.len() {
        let ty = match fields[i].ty() {
            Type::Option(inner) => *inner,
            other => other,
        };
        if !is_packable(&ty) {
            return false;
        }
        i += 1;
    }
    true
}

/// Reads a message, and returns where it ended: the one place where fields are walked.
#[cfg_attr(not(debug_assertions), inline(always))]
fn walk<'de, M: Fields<'de>>(
    input: Input<'de>,
    cx: &Reading<'_>,
    into: &mut M,
    how: How,
) -> Result<usize, Error> {
    let mode = how.mode();
    let kept = match into.unknown() {
        Some(unknown) => {
            let mut kept = core::mem::take(unknown);
            if mode == Mode::Replace {
                kept.clear();
            }
            Some(cx.replace_kept(kept))
        }
        None if const { M::UPGRADES } => Some(cx.replace_kept(UnknownFields::new())),
        None => None,
    };
    let mut decoder = Decoder {
        input,
        wire_type: LEN,
        keeps: kept.is_some(),
        cx,
    };
    let entered = cx.budget.enter();
    decoder.ok(entered)?;
    let read = Scope::read(&mut decoder, how.group(), into, mode);
    cx.budget.leave();
    if let Some(outer) = kept {
        let kept = cx.replace_kept(outer);
        if let Some(unknown) = into.unknown() {
            *unknown = kept;
        }
    }
    read?;
    Ok(decoder.input.position())
}

/// [`walk`] between two offsets of the whole input, in a function of its own. It takes words and no decoder, so that they go by
/// registers.
#[inline(never)]
fn walk_far<'de, M: Fields<'de>>(
    whole: &'de [u8],
    from: usize,
    to: usize,
    cx: &Reading<'_>,
    into: &mut M,
    how: How,
) -> Result<usize, Error> {
    walk(Input::part(whole, from, to), cx, into, how)
}

/// Whether a value of this wire type can be the one at a place.
pub(super) fn accepts(place: &Info, found: u8) -> bool {
    forms(place).meets(Forms::one(found))
}

/// Whether a value of this wire type can be one of a field, of its type or of a former one.
fn takes(field: &Field, found: u8) -> bool {
    let place = Info::of(field, 0);
    let mut former = field.was().iter();
    accepts(&place, found) || former.any(|ty| accepts(&place.former(*ty), found))
}

fn position(schema: &'static Schema, number: u32) -> Option<usize> {
    let fields = schema.fields();
    let guess = (number as usize).wrapping_sub(1);
    match fields.get(guess) {
        Some(field) if field.number() == number => Some(guess),
        _ => fields.iter().position(|field| field.number() == number),
    }
}
