use everwire::Codec;

#[derive(Codec)]
#[codec(name = "shop..Order")]
struct Order {
    id: u64,
}

fn main() {}
