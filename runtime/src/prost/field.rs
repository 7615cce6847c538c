//! One field of a message, as prost's messages hand it on: its key is read, its value is still in the buffer.
//!
//! It is written together once more, key and value, and merged as a message of one field.

use alloc::vec::Vec;

use ::prost::DecodeError;
use ::prost::bytes::{Buf, BufMut};
use ::prost::encoding::{
    DecodeContext, WireType, decode_key, decode_varint, encode_key, encode_varint,
};

use super::message::{kept, malformed, undecodable};
use crate::codec::{DecodeOwned, Mode};
use crate::limits::Limits;
use crate::options::Options;
use crate::wire::format::Protobuf;

/// Merges one field into a message. Rules, `required` and `upgrade` are about whole messages, and are not asked.
///
/// # Errors
///
/// If the buffer does not hold such a field.
pub fn merge_field<T: DecodeOwned>(
    value: &mut T,
    number: u32,
    wire_type: WireType,
    buf: &mut impl Buf,
    _context: DecodeContext,
) -> Result<(), DecodeError> {
    let mut field = kept::take();
    let merged = copy(number, wire_type, buf, &mut field, Limits::DEFAULT.depth).and_then(|()| {
        let options = Options::new().in_parts();
        let read = options.read_into(Protobuf, value, &field[..], Mode::Merge);
        read.map_err(undecodable)
    });
    kept::put(field);
    merged
}

/// Copies a field whose key is read, with its key.
fn copy(
    number: u32,
    wire_type: WireType,
    buf: &mut impl Buf,
    into: &mut Vec<u8>,
    depth: usize,
) -> Result<(), DecodeError> {
    encode_key(number, wire_type, into);
    let len = match wire_type {
        WireType::Varint => {
            encode_varint(decode_varint(buf)?, into);
            return Ok(());
        }
        WireType::ThirtyTwoBit => 4,
        WireType::SixtyFourBit => 8,
        WireType::LengthDelimited => {
            let len = decode_varint(buf)?;
            encode_varint(len, into);
            usize::try_from(len).unwrap_or(usize::MAX)
        }
        WireType::StartGroup => return group(number, buf, into, depth),
        WireType::EndGroup => return Err(malformed("a group ends that did not begin")),
    };
    if len > buf.remaining() {
        return Err(malformed("the input ends within a value"));
    }
    into.put(buf.take(len));
    Ok(())
}

/// Copies the fields of a group, and its end.
fn group(
    number: u32,
    buf: &mut impl Buf,
    into: &mut Vec<u8>,
    depth: usize,
) -> Result<(), DecodeError> {
    let Some(depth) = depth.checked_sub(1) else {
        return Err(malformed("groups are too deep in one another"));
    };
    loop {
        let (inner, wire_type) = decode_key(buf)?;
        if wire_type == WireType::EndGroup {
            encode_key(inner, wire_type, into);
            return match inner == number {
                true => Ok(()),
                false => Err(malformed("another group ends than began")),
            };
        }
        copy(inner, wire_type, buf, into, depth)?;
    }
}
