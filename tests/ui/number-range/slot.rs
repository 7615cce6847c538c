use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, slot = -1)]
    field: u64,
}

fn main() {}
