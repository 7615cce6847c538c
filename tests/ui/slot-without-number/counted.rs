use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(slot = 3)]
    id: u64,
}

fn main() {}
