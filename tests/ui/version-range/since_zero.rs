use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, since = 0)]
    id: u64,
}

fn main() {}
