use std::collections::BTreeMap;

use everwire::Codec;

struct Line {
    sku: String,
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    lines: BTreeMap<String, Line>,
}

fn main() {}
