use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, default = vec![1])]
    field: Vec<u32>,
}

fn main() {}
