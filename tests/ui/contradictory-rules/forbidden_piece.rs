use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, prefix = "abc", not_contains = "b")]
    field: String,
}

fn main() {}
