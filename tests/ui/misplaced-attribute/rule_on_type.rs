use everwire::Codec;

#[derive(Codec)]
#[codec(min_len = 1)]
struct Order {
    id: u64,
}

fn main() {}
