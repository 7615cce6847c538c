use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, min_len = 9, max_bytes = 8)]
    field: String,
}

fn main() {}
