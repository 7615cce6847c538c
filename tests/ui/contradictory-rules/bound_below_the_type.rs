use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, lt = 0)]
    field: u32,
}

fn main() {}
