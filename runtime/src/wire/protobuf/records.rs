//! Records: fields as they stand in a message, tag and all; and the items of a message set, whose fields are extensions.
//!
//! A message set (`option message_set_wire_format`, protobuf's `descriptor.proto`) wraps each extension: in group 1 stand its
//! number as field 2 and its message as field 3.

use alloc::vec::Vec;

use super::decoder::Decoder;
use super::message::accepts;
use super::skip::{length, read_tag, skip};
use super::tag::{END, LEN, START, Tag, VARINT};
use super::varint;
use crate::Wire;
use crate::codec::impls::decode_some;
use crate::codec::{Decode, Info, Mode, Row};
use crate::error::Error;
use crate::limits::Limits;
use crate::options::Options;
use crate::schema::Field;
use crate::wire::budget::Budget;
use crate::wire::input::Input;
use crate::wire::reading::Reading;

/// The number of the group around an item of a message set.
pub(crate) const ITEM: u32 = 1;
const TYPE_ID: u32 = 2;
const MESSAGE: u32 = 3;

/// The records of a message that was read or written before, with their numbers. What is no record ends them.
pub(crate) fn records(bytes: &[u8]) -> impl Iterator<Item = (u32, &[u8])> {
    let mut input = Input::new(bytes);
    core::iter::from_fn(move || next(&mut input))
}

/// Reads the value of a record after those that were read before it, as a field of that type has it: numbers as varints, lists packed or
/// not. A record of another wire type is passed over.
pub(crate) fn read_record<'de, T: Decode<'de>>(
    record: &'de [u8],
    into: &mut Option<T>,
    options: &Options,
) -> Result<(), Error> {
    let reading = Reading::new(options, record.len(), Wire::Protobuf)?;
    let mut r = Decoder::new(record, &reading);
    let tag = read_tag(&mut r.input);
    let (number, wire_type) = r.ok(tag)?;
    let place = Info::of(&Field::new(number, "", T::TYPE), 0);
    if !accepts(&place, wire_type) {
        return Ok(());
    }
    r.wire_type = wire_type;
    decode_some(into, &mut r, Row(&place), Mode::Merge)
}

fn next<'b>(input: &mut Input<'b>) -> Option<(u32, &'b [u8])> {
    if input.is_empty() {
        return None;
    }
    let from = input.position();
    let (number, wire_type) = read_tag(input).ok()?;
    let budget = Budget::new(Limits::UNLIMITED, 0);
    skip(input, number, wire_type, &budget).ok()?;
    Some((number, input.between(from, input.position())))
}

/// The number of the extension that an item of a message set holds, and its message, as the field of a message that is no set.
pub(crate) fn read_item(record: &[u8]) -> Option<(u32, Vec<u8>)> {
    let mut input = Input::new(record);
    if read_tag(&mut input).ok()? != (ITEM, START) {
        return None;
    }
    let (mut number, mut message) = (None, Vec::new());
    loop {
        let mut ahead = input;
        match read_tag(&mut ahead).ok()? {
            (ITEM, END) => break,
            (TYPE_ID, VARINT) => number = u32::try_from(varint::read(&mut ahead)?).ok(),
            (MESSAGE, LEN) => {
                let len = length(&mut ahead)?;
                let from = ahead.position();
                ahead.advance(len);
                message.extend_from_slice(ahead.between(from, from + len));
            }
            _ => {
                next(&mut input)?;
                continue;
            }
        }
        input = ahead;
    }
    let number = number?;
    let mut field = Vec::new();
    put_tag(&mut field, number, LEN);
    put_varint(&mut field, message.len() as u64);
    field.extend_from_slice(&message);
    Some((number, field))
}

/// The item of a message set that holds an extension, out of the field that a message that is no set would have.
pub(crate) fn write_item(number: u32, record: &[u8]) -> Option<Vec<u8>> {
    let mut input = Input::new(record);
    read_tag(&mut input).ok()?;
    let mut item = Vec::new();
    put_tag(&mut item, ITEM, START);
    put_tag(&mut item, TYPE_ID, VARINT);
    put_varint(&mut item, number.into());
    put_tag(&mut item, MESSAGE, LEN);
    item.extend_from_slice(input.rest());
    put_tag(&mut item, ITEM, END);
    Some(item)
}

fn put_tag(out: &mut Vec<u8>, number: u32, wire_type: u8) {
    out.extend_from_slice(Tag::new(number, wire_type).as_slice());
}

fn put_varint(out: &mut Vec<u8>, value: u64) {
    let (bytes, len) = varint::bytes(value);
    out.extend_from_slice(bytes.get(..len).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_whole_fields() {
        let bytes = b"\x08\x96\x01\x0b\x10\x05\x0c\x1a\x02hi\x25\0\0\0\0";
        let found: Vec<_> = records(bytes).collect();
        let expected: [(u32, &[u8]); 4] = [
            (1, b"\x08\x96\x01"),
            (1, b"\x0b\x10\x05\x0c"),
            (3, b"\x1a\x02hi"),
            (4, b"\x25\0\0\0\0"),
        ];
        assert_eq!(found, expected);
        assert_eq!(records(b"\x08\x01\x1a\x09").count(), 1);
    }

    #[test]
    fn items_are_read_in_any_order_and_written_in_one() {
        let field = (1000, b"\xc2\x3e\x02\x08\x07".to_vec());
        for item in [
            &b"\x0b\x10\xe8\x07\x1a\x02\x08\x07\x0c"[..],
            b"\x0b\x1a\x01\x08\x28\x01\x1a\x01\x07\x10\xe8\x07\x0c",
        ] {
            assert_eq!(read_item(item), Some(field.clone()));
        }
        let written = write_item(1000, &field.1).unwrap();
        assert_eq!(written, b"\x0b\x10\xe8\x07\x1a\x02\x08\x07\x0c");
        assert_eq!(read_item(b"\x0b\x1a\x01\x08\x0c"), None);
        assert_eq!(read_item(b"\x0b\x10\x01"), None);
    }
}
