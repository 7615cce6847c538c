use everwire::Codec;

#[derive(Codec)]
#[codec(reserved(3, slot = 2, slot = 3))]
struct Order {
    #[codec(1)]
    id: u64,
}

fn main() {}
