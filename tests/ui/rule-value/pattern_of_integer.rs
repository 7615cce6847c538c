use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, pattern = 1)]
    field: String,
}

fn main() {}
