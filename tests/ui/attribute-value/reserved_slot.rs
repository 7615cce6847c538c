use everwire::Codec;

#[derive(Codec)]
#[codec(reserved(3, slot = "2"))]
struct Order {
    #[codec(1)]
    id: u64,
}

fn main() {}
