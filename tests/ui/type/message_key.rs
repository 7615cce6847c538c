use std::collections::BTreeMap;

use everwire::Codec;

#[derive(Codec, Eq, Ord, PartialEq, PartialOrd)]
struct Price {
    #[codec(1)]
    cents: u64,
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    prices: BTreeMap<Price, u32>,
}

fn main() {}
