use everwire::Codec;

#[derive(Codec)]
#[codec(into = Vec<u8>)]
struct Order {
    id: u64,
}

fn main() {}
