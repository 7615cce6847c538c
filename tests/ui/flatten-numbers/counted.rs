use everwire::Codec;

#[derive(Codec)]
struct Address {
    #[codec(2)]
    city: String,
}

#[derive(Codec)]
struct Order {
    id: u64,
    #[codec(flatten)]
    address: Address,
}

fn main() {}
