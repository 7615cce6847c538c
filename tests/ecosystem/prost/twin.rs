//! The same message by prost's own derive: the bytes agree, and each reads the other's.

use prost::Message;

use super::{bytes, order, read};

#[derive(Clone, PartialEq, Message)]
pub(super) struct Order {
    #[prost(uint64, tag = "1")]
    pub(super) id: u64,
    #[prost(string, tag = "2")]
    pub(super) customer: String,
    #[prost(message, repeated, tag = "3")]
    pub(super) lines: Vec<Line>,
    #[prost(string, optional, tag = "4")]
    pub(super) note: Option<String>,
    #[prost(bytes = "vec", tag = "5")]
    pub(super) token: Vec<u8>,
    #[prost(sint64, tag = "6")]
    pub(super) balance: i64,
    #[prost(oneof = "Event", tags = "7, 8")]
    pub(super) event: Option<Event>,
    #[prost(group, repeated, tag = "9")]
    pub(super) parts: Vec<Line>,
    #[prost(int32, repeated, tag = "10")]
    pub(super) amounts: Vec<i32>,
    #[prost(string, tag = "11")]
    pub(super) newer: String,
}

#[derive(Clone, PartialEq, Message)]
pub(super) struct Line {
    #[prost(string, tag = "1")]
    pub(super) sku: String,
    #[prost(fixed32, tag = "2")]
    pub(super) quantity: u32,
}

#[derive(Clone, PartialEq, prost::Oneof)]
pub(super) enum Event {
    #[prost(string, tag = "7")]
    Placed(String),
    #[prost(message, tag = "8")]
    Sent(Line),
}

#[test]
fn the_bytes_agree_and_each_reads_the_other() {
    for ours in [order(), super::Order::default()] {
        let twin: Order = read(&bytes(&ours));
        assert_eq!(twin.encode_to_vec(), bytes(&ours));
        assert_eq!(read::<super::Order>(&twin.encode_to_vec()), ours);
    }
}

#[test]
fn what_a_newer_writer_sent_survives() {
    let twin = Order {
        newer: "later".into(),
        ..read(&bytes(&order()))
    };
    let read: super::Order = read(&twin.encode_to_vec());
    assert!(!read.unknown.is_empty());
    assert_eq!(read.encode_to_vec(), twin.encode_to_vec());
}
