use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(2)]
    #[prost(uint64, tag = "1")]
    id: u64,
    #[prost(uint64, tag = "3")]
    total: u64,
}

fn main() {}
