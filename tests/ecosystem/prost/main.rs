//! Types of Everwire's as messages of prost's, by `#[codec(prost)]`.

mod buffers;
mod fields;
mod generated;
mod generic;
mod parents;
mod twin;
mod unwritable;

use std::fmt::Debug;

use everwire::{Codec, DecodeOwned, UnknownFields};
use prost::Message;

/// A message of ours.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Order", prost)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(2, max_len = 8)]
    customer: String,
    #[codec(3)]
    lines: Vec<Line>,
    #[codec(4)]
    note: Option<String>,
    #[codec(5)]
    token: Vec<u8>,
    #[codec(6, sint)]
    balance: i64,
    #[codec(oneof(7, 8))]
    event: Option<Event>,
    #[codec(9, group)]
    parts: Vec<Line>,
    #[codec(10)]
    amounts: Vec<i32>,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "shop.v1.Line", prost)]
struct Line {
    #[codec(1)]
    sku: String,
    #[codec(2, fixed)]
    quantity: u32,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(prost)]
enum Event {
    #[codec(7)]
    Placed(String),
    #[codec(8)]
    Sent(Line),
}

impl Default for Event {
    fn default() -> Self {
        Event::Placed(String::new())
    }
}

fn line(sku: &str, quantity: u32) -> Line {
    Line {
        sku: sku.into(),
        quantity,
    }
}

fn order() -> Order {
    Order {
        id: 1 << 40,
        customer: "Ann".into(),
        lines: vec![line("a", 1), Line::default()],
        note: Some(String::new()),
        token: vec![0, 255],
        balance: -1,
        event: Some(Event::Sent(line("b", 2))),
        parts: vec![line("c", 3)],
        amounts: vec![0, -1, 7],
        unknown: UnknownFields::new(),
    }
}

/// The bytes on our wire.
fn bytes<T: Codec>(value: &T) -> Vec<u8> {
    everwire::protobuf::to_vec(value).unwrap()
}

/// What prost reads.
fn read<T: Message + Default>(bytes: &[u8]) -> T {
    T::decode(bytes).unwrap()
}

/// All that writes writes the same, and all that reads reads it.
#[track_caller]
fn all_ways<T: Message + Codec + DecodeOwned + Default + Clone + PartialEq + Debug>(value: &T) {
    let bytes = bytes(value);
    assert_eq!(Message::encoded_len(value), bytes.len());
    assert_eq!(value.encode_to_vec(), bytes);
    let (mut whole, mut raw) = (Vec::new(), Vec::new());
    Message::encode(value, &mut whole).unwrap();
    value.encode_raw(&mut raw);
    assert_eq!((&whole, &raw), (&bytes, &bytes));
    assert_eq!(&read::<T>(&bytes), value);
    let mut merged = T::default();
    Message::clear(&mut merged);
    Message::merge(&mut merged, &*bytes).unwrap();
    assert_eq!(&merged, value);

    let delimited = value.encode_length_delimited_to_vec();
    let mut written = Vec::new();
    value.encode_length_delimited(&mut written).unwrap();
    assert_eq!(written, delimited);
    let len = prost::decode_length_delimiter(&*delimited).unwrap();
    assert_eq!(len, bytes.len());
    assert_eq!(&delimited[delimited.len() - len..], bytes);
    assert_eq!(&T::decode_length_delimited(&*delimited).unwrap(), value);
    let mut merged = T::default();
    Message::clear(&mut merged);
    merged.merge_length_delimited(&*delimited).unwrap();
    assert_eq!(&merged, value);
}

#[test]
fn every_method_is_our_wire() {
    all_ways(&order());
    all_ways(&Order::default());
    all_ways(&line("x", u32::MAX));
    all_ways(&Event::Placed("p".into()));
    all_ways(&Event::Sent(Line::default()));
    let long = Order {
        token: vec![7; 100_000],
        ..order()
    };
    all_ways(&long);
}

#[test]
fn names_are_the_full_name_in_parts() {
    use prost::Name;
    assert_eq!((Order::PACKAGE, Order::NAME), ("shop.v1", "Order"));
    assert_eq!(Order::full_name(), "shop.v1.Order");
    assert_eq!(Order::type_url(), "/shop.v1.Order");
    assert_eq!((Event::PACKAGE, Event::NAME), ("", "Event"));
}

#[test]
fn a_message_is_cleared_to_what_absence_reads_as() {
    let mut order = order();
    Message::clear(&mut order);
    assert_eq!(order, Order::default());
    let mut event = Event::Sent(Line::default());
    Message::clear(&mut event);
    assert_eq!(event, Event::default());
}

#[test]
fn decoding_validates_as_ours_does() {
    let long = Order {
        customer: "a long name".into(),
        ..Order::default()
    };
    let error = Order::decode(&*long.encode_to_vec()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "failed to decode Protobuf message: customer: must have at most 8 characters (string.max_len)"
    );
}
