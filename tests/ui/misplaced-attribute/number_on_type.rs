use everwire::Codec;

#[derive(Codec)]
#[codec(7)]
struct Order {
    id: u64,
}

fn main() {}
