use std::collections::BTreeMap;

use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, min_pairs = 9, max_pairs = 4)]
    field: BTreeMap<u32, u32>,
}

fn main() {}
