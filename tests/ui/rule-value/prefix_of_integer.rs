use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, prefix = 1)]
    field: String,
}

fn main() {}
