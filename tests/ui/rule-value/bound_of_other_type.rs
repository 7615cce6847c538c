use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, gt = -1)]
    field: u32,
}

fn main() {}
