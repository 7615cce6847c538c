//! Orders of three sizes.

use everwire::Codec;
use serde::{Deserialize, Serialize};

#[derive(Codec, Serialize, Deserialize, Clone, Debug, PartialEq)]
#[codec(name = "shop.v1.Order")]
pub struct Order {
    #[codec(1)]
    pub id: u64,
    #[codec(2)]
    pub customer: String,
    #[codec(3)]
    pub lines: Vec<Line>,
    #[codec(4)]
    pub note: Option<String>,
    #[codec(5)]
    pub total: f64,
}

#[derive(Codec, Serialize, Deserialize, Clone, Debug, PartialEq)]
#[codec(name = "shop.v1.Line")]
pub struct Line {
    #[codec(1)]
    pub sku: String,
    #[codec(2)]
    pub quantity: u32,
    #[codec(3)]
    pub cents: u64,
    #[codec(4)]
    pub gift: bool,
}

/// An order of so many lines.
pub fn order(lines: u32) -> Order {
    let line = |at: u32| Line {
        sku: format!("SKU-{:05}", at * 37 % 99_991),
        quantity: at % 9 + 1,
        cents: u64::from(at) * 731 % 100_000,
        gift: at.is_multiple_of(5),
    };
    Order {
        id: 4_503_599_627,
        customer: "Ann-Kathrin Süß".to_owned(),
        lines: (0..lines).map(line).collect(),
        note: (lines > 1).then(|| "leave it \"behind\" the door".to_owned()),
        total: 1249.95,
    }
}

/// What they are called, and how many lines they have: in JSON about 100 bytes, 2 KB, 100 KB.
pub const SIZES: [(&str, u32); 3] = [("small", 0), ("middle", 32), ("large", 1700)];
