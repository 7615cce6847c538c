use std::time::SystemTime;

use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, within = "-1s")]
    field: SystemTime,
}

fn main() {}
