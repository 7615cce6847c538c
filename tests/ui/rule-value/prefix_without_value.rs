use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, prefix)]
    field: String,
}

fn main() {}
