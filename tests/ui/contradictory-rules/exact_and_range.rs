use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, len = 5, max_len = 9)]
    field: String,
}

fn main() {}
