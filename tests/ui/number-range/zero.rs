use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(0)]
    field: u64,
}

fn main() {}
