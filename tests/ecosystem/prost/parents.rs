//! Our types inside messages of prost's: as fields of every label, and in an `Any`.

use std::collections::HashMap;

use prost::Message;
use prost_types::Any;

use super::{Event, Line, Order, bytes, line, order, read, twin};

/// As prost-build writes it with `extern_path`.
#[derive(Clone, PartialEq, Message)]
struct Cart<O, L>
where
    O: Message + Default + PartialEq + Clone + std::fmt::Debug,
    L: Message + Default + PartialEq + Clone + std::fmt::Debug,
{
    #[prost(message, optional, tag = "1")]
    order: Option<O>,
    #[prost(message, required, tag = "2")]
    line: L,
    #[prost(message, repeated, tag = "3")]
    more: Vec<O>,
    #[prost(message, optional, boxed, tag = "4")]
    boxed: Option<Box<O>>,
    #[prost(map = "string, message", tag = "5")]
    by_name: HashMap<String, L>,
    #[prost(group, optional, tag = "6")]
    group: Option<L>,
}

fn cart() -> Cart<Order, Line> {
    Cart {
        order: Some(order()),
        line: line("l", 1),
        more: vec![Order::default(), order()],
        boxed: Some(Box::new(order())),
        by_name: HashMap::from([("n".to_owned(), line("m", 2))]),
        group: Some(line("g", 3)),
    }
}

#[test]
fn a_parent_of_prosts_holds_ours() {
    let written = cart().encode_to_vec();
    assert_eq!(cart().encoded_len(), written.len());
    assert_eq!(read::<Cart<Order, Line>>(&written), cart());
    let twin: Cart<twin::Order, twin::Line> = read(&written);
    assert_eq!(twin.encode_to_vec(), written);
}

#[test]
fn a_parent_merges_into_ours() {
    let twice = [cart().encode_to_vec(), cart().encode_to_vec()].concat();
    let ours: Cart<Order, Line> = read(&twice);
    let theirs: Cart<twin::Order, twin::Line> = read(&twice);
    assert_eq!(ours.order.as_ref().map(|order| order.lines.len()), Some(4));
    assert_eq!(ours.encode_to_vec(), theirs.encode_to_vec());
}

#[test]
fn an_enum_with_data_is_a_message_too() {
    #[derive(Clone, PartialEq, Message)]
    struct Log {
        #[prost(message, repeated, tag = "1")]
        events: Vec<Event>,
    }
    let log = Log {
        events: vec![Event::Placed("p".into()), Event::Sent(line("s", 1))],
    };
    assert_eq!(
        log.encode_to_vec(),
        b"\x0a\x03\x3a\x01p\x0a\x0a\x42\x08\x0a\x01s\x15\x01\0\0\0"
    );
    assert_eq!(read::<Log>(&log.encode_to_vec()), log);
}

#[test]
fn any_holds_ours() {
    let any = Any::from_msg(&order()).unwrap();
    assert_eq!(any.type_url, "/shop.v1.Order");
    assert_eq!(any.value, bytes(&order()));
    assert_eq!(any.to_msg::<Order>().unwrap(), order());
    assert!(any.to_msg::<Line>().is_err());
}

#[test]
fn rules_are_of_whole_messages_and_not_asked_inside_a_parent() {
    let long = Order {
        customer: "a long name".into(),
        ..Order::default()
    };
    let cart = Cart::<Order, Line> {
        order: Some(long),
        ..Cart::default()
    };
    let read: Cart<Order, Line> = read(&cart.encode_to_vec());
    let order = read.order.unwrap();
    assert_eq!(order.customer, "a long name");
    assert!(everwire::Codec::validate(&order).is_err());
}
