use everwire::Codec;

#[derive(Codec)]
#[codec(from = String, into = u64)]
struct Order {
    id: u64,
}

fn main() {}
