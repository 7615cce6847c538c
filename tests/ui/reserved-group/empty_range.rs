use everwire::Codec;

#[derive(Codec)]
#[codec(reserved(9..=5))]
struct Order {
    #[codec(1)]
    id: u64,
}

fn main() {}
