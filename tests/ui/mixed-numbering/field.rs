use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    name: String,
}

fn main() {}
