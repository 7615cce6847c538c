use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(flatten)]
    field: u32,
}

fn main() {}
