use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(skip, min_len = 1)]
    cache: String,
}

fn main() {}
