use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[prost(tag = "1")]
    id: u64,
}

fn main() {}
