//! What is sent: the same structs for all.

use everwire::Codec;
use serde::{Deserialize, Serialize};

/// Three integers and a short text.
#[derive(Codec, Clone, PartialEq, Serialize, Deserialize, prost::Message)]
pub struct Tiny {
    #[codec(1)]
    #[prost(uint64, tag = "1")]
    pub id: u64,
    #[codec(2)]
    #[prost(uint32, tag = "2")]
    pub kind: u32,
    #[codec(3)]
    #[prost(int32, tag = "3")]
    pub change: i32,
    #[codec(4)]
    #[prost(string, tag = "4")]
    pub name: String,
}

/// An order of some lines.
#[derive(Codec, Clone, PartialEq, Serialize, Deserialize, prost::Message)]
pub struct Order {
    #[codec(1)]
    #[prost(uint64, tag = "1")]
    pub id: u64,
    #[codec(2)]
    #[prost(string, tag = "2")]
    pub customer: String,
    #[codec(3)]
    #[prost(message, repeated, tag = "3")]
    pub lines: Vec<Line>,
    #[codec(4)]
    #[prost(string, optional, tag = "4")]
    pub note: Option<String>,
}

/// A part of an order.
#[derive(Codec, Clone, PartialEq, Serialize, Deserialize, prost::Message)]
pub struct Line {
    #[codec(1)]
    #[prost(string, tag = "1")]
    pub sku: String,
    #[codec(2)]
    #[prost(uint32, tag = "2")]
    pub quantity: u32,
    #[codec(3)]
    #[prost(double, tag = "3")]
    pub price: f64,
    #[codec(4)]
    #[prost(string, repeated, tag = "4")]
    pub tags: Vec<String>,
}

pub fn tiny(at: u32) -> Tiny {
    Tiny {
        id: u64::from(at) * 7919,
        kind: at % 5,
        change: 10 - at as i32 % 20,
        name: "Ann".repeat(at as usize % 4),
    }
}

pub fn order(at: u32) -> Order {
    let line = |line: u32| Line {
        sku: format!("TEA-{:04}", at * 31 % 9999 + line),
        quantity: line + at % 3,
        price: f64::from(at * 100 + line) / 64.0,
        tags: vec!["gift".into(), "fragile".into()],
    };
    Order {
        id: u64::from(at) << 12,
        customer: "Ann Example".into(),
        lines: (0..at % 16).map(line).collect(),
        note: at.is_multiple_of(3).then(|| "leave it at the door".into()),
    }
}
