use everwire::Codec;

#[derive(Codec)]
#[prost(packed)]
struct Order {
    #[prost(uint64, tag = "1")]
    id: u64,
}

fn main() {}
