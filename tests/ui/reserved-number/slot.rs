use everwire::Codec;

#[derive(Codec)]
#[codec(reserved(3, slot = 2))]
struct Order {
    #[codec(5, slot = 2)]
    total: u64,
}

fn main() {}
