use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[prost(uint64, tag = "1")]
    id: u64,
    #[prost(uint64, tag = "1")]
    other: u64,
}

fn main() {}
