//! What the services of these tests take and give.

use std::collections::BTreeMap;

use everwire::Codec;

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "shop.v1.Order")]
pub struct Order {
    #[codec(1)]
    pub id: u64,
    #[codec(2, min_len = 1)]
    pub customer: String,
    #[codec(3)]
    pub lines: Vec<Line>,
    #[codec(4, keys(max_len = 3))]
    pub labels: BTreeMap<String, String>,
    #[codec(5)]
    pub note: Option<String>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "shop.v1.Line")]
pub struct Line {
    #[codec(1)]
    pub sku: String,
    #[codec(2, gt = 0)]
    pub quantity: u32,
}

/// Without rules; absent altogether it is 0 and empty.
#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "shop.v1.Point")]
pub struct Point {
    #[codec(1)]
    pub x: i32,
    #[codec(2)]
    pub names: Vec<String>,
    #[codec(3)]
    pub inner: Option<Box<Point>>,
}

pub fn order() -> Order {
    Order {
        id: 7,
        customer: "Ann".into(),
        lines: vec![
            Line {
                sku: "TEA-0412".into(),
                quantity: 2,
            },
            Line {
                sku: "CUP-1".into(),
                quantity: 1,
            },
        ],
        labels: BTreeMap::from([("vip".into(), "yes".into())]),
        note: None,
    }
}

/// Breaks three rules, one of a key.
pub fn broken() -> Order {
    let mut order = order();
    order.customer.clear();
    order.lines[1].quantity = 0;
    order.labels = BTreeMap::from([("colour".into(), "green".into())]);
    order
}
