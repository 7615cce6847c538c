use everwire::Codec;

#[derive(Codec)]
#[codec(reserved)]
struct Order {
    #[codec(1)]
    id: u64,
}

fn main() {}
