use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(2, requird)]
    name: String,
}

fn main() {}
