use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, sint)]
    field: String,
}

fn main() {}
