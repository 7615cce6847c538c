use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, min_len = 1, ignore = "empty")]
    field: String,
}

fn main() {}
