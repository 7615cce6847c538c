use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, rename = "a", rename = "b")]
    field: u64,
}

fn main() {}
