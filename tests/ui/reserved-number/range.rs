use everwire::Codec;

#[derive(Codec)]
#[codec(reserved(5..=9))]
struct Order {
    #[codec(7)]
    total: u64,
}

fn main() {}
