use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, unpacked)]
    field: u32,
}

fn main() {}
