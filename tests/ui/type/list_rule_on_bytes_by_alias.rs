use everwire::Codec;

type Byte = u8;

#[derive(Codec)]
struct Order {
    #[codec(1, min_items = 1)]
    parts: Vec<Byte>,
}

fn main() {}
