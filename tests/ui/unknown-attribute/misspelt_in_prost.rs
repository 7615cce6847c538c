use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[prost(uint64, tagg = "1")]
    id: u64,
}

fn main() {}
