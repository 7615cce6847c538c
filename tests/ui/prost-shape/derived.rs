use everwire::Codec;

#[derive(Codec)]
#[codec(prost)]
struct Order {
    #[prost(uint64, tag = "1")]
    id: u64,
}

fn main() {}
