use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, unpacked)]
    field: Vec<u128>,
}

fn main() {}
