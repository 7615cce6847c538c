//! One field at a time, as a parent of prost's hands it on.

use everwire::{Codec, Upgrade};
use prost::Message;
use prost::bytes::Buf;
use prost::encoding::{DecodeContext, decode_key};

use super::{Order, bytes, order};

/// Reads a message as prost's own `merge` does: a key, then a field.
fn by_field<T: Message>(value: &mut T, mut buf: impl Buf) -> Result<(), prost::DecodeError> {
    while buf.has_remaining() {
        let (number, wire_type) = decode_key(&mut buf)?;
        value.merge_field(number, wire_type, &mut buf, DecodeContext::default())?;
    }
    Ok(())
}

#[test]
fn fields_one_by_one_are_the_message() {
    let written = bytes(&order());
    let mut value = Order::default();
    by_field(&mut value, &*written).unwrap();
    assert_eq!(value, order());
    for cut in 0..written.len() {
        let mut value = Order::default();
        let (front, back) = written.split_at(cut);
        by_field(&mut value, front.chain(back)).unwrap();
        assert_eq!(value, order());
    }
}

#[test]
fn unknown_fields_of_every_form_are_kept() {
    // A varint, 64 bits, bytes, a group within a group, 32 bits.
    let written = b"\xf8\x07\x96\x01\xf9\x07\x01\x02\x03\x04\x05\x06\x07\x08\xfa\x07\x02hi\xfb\x07\x0b\x08\x01\x0c\xfc\x07\xfd\x07\x01\x02\x03\x04";
    let mut value = Order::default();
    by_field(&mut value, &written[..]).unwrap();
    assert_eq!(bytes(&value), written);
}

#[test]
fn broken_fields_are_errors() {
    for (written, told) in [
        (&b"\x12\x05a"[..], "the input ends within a value"),
        (b"\xf9\x07\x01", "the input ends within a value"),
        (b"\xfb\x07\x0c", "another group ends than began"),
        (b"\xfc\x07", "a group ends that did not begin"),
        (
            b"\x12\x01\xff",
            "Order.customer: the text is not UTF-8 (protobuf, byte 2)",
        ),
    ] {
        let error = by_field(&mut Order::default(), written).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("failed to decode Protobuf message: {told}")
        );
    }
    let deep = [b"\xfb\x07".repeat(1000), b"\xfc\x07".repeat(1000)].concat();
    let error = by_field(&mut Order::default(), &*deep).unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("groups are too deep in one another"),
        "{error}"
    );
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(prost, version = 2, upgrade = raise, validate = check)]
struct Strict {
    #[codec(1, required)]
    id: u32,
    #[codec(2, required, min_len = 1)]
    name: String,
}

fn raise(strict: &mut Strict, _: &Upgrade<'_>) {
    strict.name.push('!');
}

fn check(strict: &Strict) -> Result<(), everwire::Violation> {
    match strict.id {
        0 => Err(everwire::Violation::new("strict.id", "must not be 0")),
        _ => Ok(()),
    }
}

#[test]
fn what_is_asked_of_the_whole_is_not_asked_of_a_part() {
    let mut strict = Strict::default();
    by_field(&mut strict, &b"\x12\x01n"[..]).unwrap();
    assert_eq!(
        strict,
        Strict {
            id: 0,
            name: "n".into()
        }
    );
    by_field(&mut strict, &b"\x08\x07"[..]).unwrap();
    assert_eq!(
        strict,
        Strict {
            id: 7,
            name: "n".into()
        }
    );
    let error = <Strict as Message>::decode(&b"\x08\x07"[..]).unwrap_err();
    assert!(error.to_string().contains("name"), "{error}");
    Message::clear(&mut strict);
    assert_eq!(strict, Strict::default());
}
