use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, unique)]
    field: String,
}

fn main() {}
