use everwire::Codec;

#[derive(Codec)]
struct Address {
    #[codec(2)]
    city: String,
}

#[derive(Codec)]
struct Order {
    #[codec(flatten)]
    field: Option<Address>,
}

fn main() {}
