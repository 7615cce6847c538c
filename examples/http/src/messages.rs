//! What the shop takes and gives.

use everwire::{Codec, UnknownFields};

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "shop.v1.Order")]
pub struct Order {
    /// The shop's own; what a client sends is not looked at.
    #[codec(1)]
    pub id: u64,
    #[codec(2, min_len = 1, max_len = 64)]
    pub customer: String,
    #[codec(3, min_items = 1)]
    pub lines: Vec<Line>,
    #[codec(4)]
    pub note: Option<String>,
    /// What newer clients send comes back to them.
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "shop.v1.Line")]
pub struct Line {
    #[codec(1, min_len = 1)]
    pub sku: String,
    #[codec(2, gt = 0, lte = 99)]
    pub quantity: u32,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "shop.v1.Orders")]
pub struct Orders {
    #[codec(1)]
    pub orders: Vec<Order>,
}
