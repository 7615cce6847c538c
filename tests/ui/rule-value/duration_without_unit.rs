use std::time::Duration;

use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, gt = "1.5")]
    field: Duration,
}

fn main() {}
