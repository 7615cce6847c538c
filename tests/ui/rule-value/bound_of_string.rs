use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, gt = "a")]
    field: u32,
}

fn main() {}
