//! What holds on one wire, whatever the bytes.

use std::fmt::Debug;

use bytes::BytesMut;
use everwire::{Codec, Decode, DecodeOwned, Error, Options, Wire};

use crate::any;
use crate::borrowed::Borrowed;
use crate::everything::{Everything, Proto};
use crate::extended::{self, Extended};

/// Reads bytes as each type there is.
///
/// # Panics
///
/// If what was read is not what it is read as again, after encoding or over another value, or if it cannot be inspected.
pub fn read(wire: Wire, bytes: &[u8]) {
    let options = Options::new();
    if let Some(value) = survives(&options, wire, bytes, &*any::SOMETHING) {
        if wire != Wire::Json {
            same_bytes(wire, &value);
        } else {
            proto(value);
        }
    }
    lends(wire, bytes);
    let extended = Extended {
        id: 1,
        inner: Some(Box::default()),
        ..Extended::default()
    };
    if let Some(value) = survives(&extended::options(), wire, bytes, &extended) {
        extended::get_and_set(&value);
    }
}

/// Decodes, and checks that the value is the same when it is read over another one, when it is encoded and decoded again,
/// and that the bytes can be shown.
///
/// # Panics
///
/// If it is not.
pub fn survives<T>(options: &Options, wire: Wire, bytes: &[u8], over: &T) -> Option<T>
where
    T: Codec + DecodeOwned + Clone + Debug + PartialEq,
{
    let value = match options.decode::<T>(wire, bytes) {
        Ok(value) => value,
        Err(error) => {
            judge(wire, bytes, &error);
            let accepted = options.decode_into(wire, &mut over.clone(), bytes);
            assert!(accepted.is_err(), "{wire}: accepted over a value: {error}");
            return None;
        }
    };
    let mut other = over.clone();
    options
        .decode_into(wire, &mut other, bytes)
        .expect("accepted without a value");
    assert_eq!(other, value, "{wire}: over another value");

    let encoded = options
        .encode(wire, &value)
        .expect("what was decoded can be encoded");
    // As much room as the input took: it may be enough, too little, or short by what is written last.
    let mut buffer = BytesMut::with_capacity(bytes.len());
    options
        .encode_buf(wire, &value, &mut buffer)
        .expect("encoded before");
    assert_eq!(buffer, encoded, "{wire}: into a buffer");
    let again: T = options
        .decode(wire, &encoded)
        .unwrap_or_else(|error| panic!("{wire}: {value:?}: {}: {error}", show(wire, &encoded)));
    if again != value {
        loses_no_known_field(options, wire, &value, &again);
    }
    options
        .decode_into(wire, &mut other, &encoded)
        .expect("accepted without a value");
    assert_eq!(other, again, "{wire}: over itself");

    if let Err(error) = everwire::inspect(wire, T::SCHEMA, bytes) {
        panic!("{wire}: cannot be inspected: {error}");
    }
    Some(value)
}

/// A kept value is not written back while its own field is present (a known number that also came with another wire type); all
/// else is, and what was written once is written again. Another wire has the known fields only.
fn loses_no_known_field<T>(options: &Options, wire: Wire, value: &T, again: &T)
where
    T: Codec + DecodeOwned + Debug + PartialEq,
{
    let other = if wire == Wire::Protobuf {
        Wire::MsgPack
    } else {
        Wire::Protobuf
    };
    let known = |value: &T| options.encode(other, value).ok();
    assert!(known(value) == known(again), "{wire}: {value:?}: {again:?}");
    let encoded = options
        .encode(wire, again)
        .expect("what was decoded can be encoded");
    let third: T = options
        .decode(wire, &encoded)
        .expect("what was encoded can be decoded");
    assert_eq!(&third, again, "{wire}: {}", show(wire, &encoded));
}

/// An error says where.
fn judge(wire: Wire, bytes: &[u8], error: &Error) {
    if error.is_validation() {
        return;
    }
    assert_eq!(error.wire(), Some(wire), "{error}");
    assert!(error.offset() <= bytes.len(), "{error}");
}

/// Bits of floats, too: what is encoded twice has the same bytes.
fn same_bytes(wire: Wire, value: &Everything) {
    let first = wire.encode(value).expect("encoded before");
    let again: Everything = wire.decode(&first).expect("decoded before");
    let second = wire.encode(&again).expect("encoded before");
    assert_eq!(first, second, "{wire}");
}

/// ProtoJSON gives what the native dialect gives. Of the kept members, those whose names are known stand last.
fn proto(everything: Everything) {
    let proto = Proto { everything };
    let text = match Wire::Json.encode(&proto) {
        Ok(text) => text,
        Err(error) => return assert!(error.is_limit(), "{error}"),
    };
    match Wire::Json.decode::<Proto>(&text) {
        Ok(again) if again == proto => {}
        Ok(again) => loses_no_known_field(&Options::new(), Wire::Json, &proto, &again),
        Err(error) => assert!(error.is_limit(), "{}: {error}", show(Wire::Json, &text)),
    }
}

fn lends(wire: Wire, bytes: &[u8]) {
    lent::<Borrowed<'_>>(wire, bytes, |value| {
        let encoded = wire.encode(value).expect("what was decoded can be encoded");
        match wire.decode::<Borrowed<'_>>(&encoded) {
            Ok(again) if again != *value => {
                let (again, value) = (Wire::MsgPack.encode(&again), Wire::MsgPack.encode(value));
                assert!(
                    wire == Wire::Protobuf && again.ok() == value.ok(),
                    "{}",
                    show(wire, &encoded)
                );
            }
            Ok(_) => {}
            // What is lent to bytes may be a list of numbers in JSON and MessagePack; to text, nothing needs an escape.
            Err(error) => panic!("{}: {error}", show(wire, &encoded)),
        };
    });
}

fn lent<'de, T>(wire: Wire, bytes: &'de [u8], again: impl FnOnce(&T))
where
    T: Decode<'de> + Clone + Debug + PartialEq,
{
    match wire.decode::<T>(bytes) {
        Ok(value) => {
            let mut other: T = wire
                .decode(filler_of_text(wire))
                .expect("the filler is good");
            wire.decode_into(&mut other, bytes)
                .expect("accepted without a value");
            assert_eq!(other, value, "{wire}: over another value");
            again(&value);
        }
        Err(error) => judge(wire, bytes, &error),
    }
}

/// A good message for types whose first field is a text.
fn filler_of_text(wire: Wire) -> &'static [u8] {
    match wire {
        Wire::Protobuf => b"\x0a\x01a\x12\x02bc\x1a\x01d",
        Wire::MsgPack => b"\x93\xa1a\xc4\x02bc\x91\xa1d",
        Wire::Json => br#"{"name":"a","token":"YmM=","words":["d"]}"#,
    }
}

/// Bytes as a person reads them on a wire.
#[must_use]
pub fn show(wire: Wire, bytes: &[u8]) -> String {
    if wire == Wire::Json {
        String::from_utf8_lossy(bytes).into_owned()
    } else {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
