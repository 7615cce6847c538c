use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, min_items = 9, max_items = 4)]
    field: Vec<u32>,
}

fn main() {}
