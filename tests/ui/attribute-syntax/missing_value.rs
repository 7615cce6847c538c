use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, rename =)]
    field: u32,
}

fn main() {}
