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
    #[codec(3)]
    name: String,
    #[codec(flatten)]
    address: Address,
}

fn main() {}
