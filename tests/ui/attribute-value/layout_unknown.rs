use everwire::Codec;

#[derive(Codec)]
#[codec(msgpack = "list")]
struct Order {
    #[codec(1)]
    id: u64,
}

fn main() {}
