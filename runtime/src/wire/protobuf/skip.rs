//! Passing over fields that are not wanted.

use super::tag::{END, I32, I64, LEN, START, VARINT};
use super::varint;
use crate::error::Fault;
use crate::wire::budget::Budget;
use crate::wire::input::Input;

/// A tag's number and wire type. A tag is a varint of 32 bits, and so of at most five bytes, as in Google's libraries.
#[inline]
pub(super) fn read_tag(input: &mut Input<'_>) -> Result<(u32, u8), Fault> {
    let start = input.position();
    let tag = varint::read(input).ok_or_else(|| varint::fault(input))?;
    let (number, wire_type) = (tag >> 3, (tag & 7) as u8);
    match u32::try_from(tag) {
        Ok(_) if input.position() - start > 5 => {
            Err(Fault::Malformed("a tag is longer than five bytes"))
        }
        Ok(_) if number != 0 => Ok((number as u32, wire_type)),
        _ => Err(Fault::Malformed(
            "a tag has a field number outside 1 to 536870911",
        )),
    }
}

/// Passes over a value.
pub(super) fn skip(
    input: &mut Input<'_>,
    number: u32,
    wire_type: u8,
    budget: &Budget,
) -> Result<(), Fault> {
    match wire_type {
        VARINT => match varint::read(input) {
            Some(_) => Ok(()),
            None => Err(varint::fault(input)),
        },
        I64 => input.array::<8>().map(|_| ()).ok_or(Fault::Truncated),
        I32 => input.array::<4>().map(|_| ()).ok_or(Fault::Truncated),
        LEN => {
            let len = length(input).ok_or_else(|| varint::fault(input))?;
            input.advance(len);
            Ok(())
        }
        START => {
            budget.enter()?;
            loop {
                if input.is_empty() {
                    return Err(Fault::Truncated);
                }
                match read_tag(input)? {
                    (end, END) if end == number => break,
                    (_, END) => {
                        return Err(Fault::Malformed("a group ends with another field's number"));
                    }
                    (inner, wire_type) => skip(input, inner, wire_type, budget)?,
                }
            }
            budget.leave();
            Ok(())
        }
        END => Err(Fault::Malformed("a group ends that did not begin")),
        _ => Err(Fault::Malformed(
            "a tag has the wire type 6 or 7, which do not exist",
        )),
    }
}

/// The length of a length-delimited value, all of which follows; `None` if it does not, see [`varint::fault`].
#[cfg_attr(not(debug_assertions), inline(always))]
pub(super) fn length(input: &mut Input<'_>) -> Option<usize> {
    let len = varint::read_short(input)?;
    usize::try_from(len)
        .ok()
        .filter(|len| *len <= input.remaining())
}
