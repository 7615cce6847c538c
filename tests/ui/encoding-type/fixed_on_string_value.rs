use std::collections::BTreeMap;

use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, value(fixed))]
    field: BTreeMap<u32, String>,
}

fn main() {}
