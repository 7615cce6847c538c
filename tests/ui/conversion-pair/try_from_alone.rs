use everwire::Codec;

#[derive(Codec)]
#[codec(try_from = String)]
struct Order {
    id: u64,
}

fn main() {}
