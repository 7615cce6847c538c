use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, items(gt = 5, lt = 6))]
    field: Vec<u32>,
}

fn main() {}
