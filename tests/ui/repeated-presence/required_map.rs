use std::collections::BTreeMap;

use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, required)]
    field: BTreeMap<u32, u32>,
}

fn main() {}
