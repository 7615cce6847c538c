use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, colour)]
    field: u32,
}

fn main() {}
