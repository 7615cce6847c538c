use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, gt = 0, gt = 1)]
    field: u64,
}

fn main() {}
