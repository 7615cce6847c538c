use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(9, slot = 0)]
    name: String,
}

fn main() {}
