use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, items(min_len = 1))]
    field: Vec<u32>,
}

fn main() {}
