use std::collections::BTreeMap;

use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, key(fixed))]
    field: BTreeMap<String, u32>,
}

fn main() {}
