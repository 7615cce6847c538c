use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, email = true)]
    field: String,
}

fn main() {}
