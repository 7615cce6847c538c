use everwire::Codec;

#[derive(Codec)]
#[codec(version = 0)]
struct Order {
    #[codec(1)]
    id: u64,
}

fn main() {}
