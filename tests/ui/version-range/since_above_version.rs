use everwire::Codec;

#[derive(Codec)]
#[codec(version = 1)]
struct Order {
    #[codec(1, since = 2)]
    id: u64,
}

fn main() {}
