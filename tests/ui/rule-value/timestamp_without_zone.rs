use std::time::SystemTime;

use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, gt = "2024-02-29")]
    field: SystemTime,
}

fn main() {}
