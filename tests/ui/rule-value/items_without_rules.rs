use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, items)]
    field: Vec<u32>,
}

fn main() {}
