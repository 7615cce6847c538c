use everwire::Codec;

#[derive(Codec)]
#[codec]
struct Order {
    id: u64,
}

fn main() {}
