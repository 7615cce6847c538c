use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(unknown)]
    rest: Vec<u8>,
}

fn main() {}
