use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, min_len = -1)]
    field: String,
}

fn main() {}
