use everwire::Codec;

#[derive(Codec)]
#[codec(reserved("total"))]
struct Order {
    #[codec(1)]
    total: u64,
}

fn main() {}
