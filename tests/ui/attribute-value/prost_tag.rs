use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[prost(uint64, tag = "one")]
    id: u64,
}

fn main() {}
