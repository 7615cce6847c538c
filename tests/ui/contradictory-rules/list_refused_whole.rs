use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, in(1, 2), not_in(1, 2, 3))]
    field: u32,
}

fn main() {}
