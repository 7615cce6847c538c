use everwire::Codec;

#[derive(Codec, Default)]
#[codec(prost)]
struct Order {
    #[codec(1)]
    id: u64,
}

fn main() {}
