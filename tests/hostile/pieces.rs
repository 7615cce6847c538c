//! Pieces that input is put together from: the protobuf field, MessagePack's longest headers, JSON's list, and a list of messages
//! on each wire.

use everwire::Wire;

/// A varint of protobuf.
pub fn varint(mut value: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
    bytes
}

/// A length-delimited field of protobuf.
pub fn field(tag: u8, payload: &[u8]) -> Vec<u8> {
    [&[tag][..], &varint(payload.len()), payload].concat()
}

/// A header of MessagePack for an array, in its longest form.
pub fn array32(len: usize) -> Vec<u8> {
    [&[0xdd][..], &(len as u32).to_be_bytes()].concat()
}

/// A header of MessagePack for a map, in its longest form.
pub fn map32(len: usize) -> Vec<u8> {
    [&[0xdf][..], &(len as u32).to_be_bytes()].concat()
}

/// A list of JSON.
pub fn listed(element: &str, count: usize) -> Vec<u8> {
    format!("[{}{element}]", format!("{element},").repeat(count - 1)).into_bytes()
}

/// A list of messages that are as small as each wire has them.
pub fn messages(protobuf: &[u8], msgpack: &[u8], json: &str, count: usize) -> [(Wire, Vec<u8>); 3] {
    [
        (Wire::Protobuf, field(0x0a, protobuf).repeat(count)),
        (
            Wire::MsgPack,
            [array32(count), msgpack.repeat(count)].concat(),
        ),
        (Wire::Json, listed(json, count)),
    ]
}
