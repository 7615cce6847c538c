use everwire::Codec;

#[derive(Codec)]
struct Address {
    #[codec(3)]
    city: String,
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(2, flatten)]
    address: Address,
}

fn main() {}
