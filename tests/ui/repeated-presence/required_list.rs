use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, required)]
    field: Vec<u32>,
}

fn main() {}
