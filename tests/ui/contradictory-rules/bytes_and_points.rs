use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, max_len = 2, min_bytes = 9)]
    field: String,
}

fn main() {}
