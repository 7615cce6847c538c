use everwire::Codec;

#[derive(Codec)]
#[codec(from = String, try_from = String, into = String)]
struct Order {
    id: u64,
}

fn main() {}
