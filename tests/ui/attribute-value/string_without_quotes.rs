use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, rename = id)]
    field: u64,
}

fn main() {}
