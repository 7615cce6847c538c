use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[prost(uint64, optional, tag = "1", default = "-1x")]
    id: Option<u64>,
}

fn main() {}
