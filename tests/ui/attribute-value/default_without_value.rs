use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, default)]
    field: u64,
}

fn main() {}
