use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, gt = 5, lt = 6)]
    field: u32,
}

fn main() {}
