use everwire::Codec;

#[derive(Codec)]
struct Address {
    #[codec(2)]
    city: String,
    #[codec(4)]
    street: String,
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(flatten)]
    address: Address,
    #[codec(4)]
    name: String,
}

fn main() {}
