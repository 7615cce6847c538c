use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(12345678901234567890123456789012345678901234)]
    id: u32,
}

fn main() {}
