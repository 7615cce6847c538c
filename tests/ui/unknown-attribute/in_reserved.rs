use everwire::Codec;

#[derive(Codec)]
#[codec(reserved(3, size = 1))]
struct Order {
    #[codec(1)]
    id: u64,
}

fn main() {}
