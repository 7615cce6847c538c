use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, rule = required)]
    field: u64,
}

fn main() {}
