use std::collections::BTreeMap;

use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, sint)]
    field: BTreeMap<i32, i32>,
}

fn main() {}
