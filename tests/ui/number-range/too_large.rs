use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(536870912)]
    field: u64,
}

fn main() {}
