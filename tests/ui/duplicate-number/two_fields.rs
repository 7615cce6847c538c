use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(1)]
    name: String,
}

fn main() {}
