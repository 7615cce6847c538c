use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(2)]
    name: String,
    #[codec(2)]
    note: String,
}

fn main() {}
