use everwire::Codec;

#[derive(Codec)]
#[codec(reserved(3))]
struct Order {
    #[codec(3)]
    total: u64,
}

fn main() {}
