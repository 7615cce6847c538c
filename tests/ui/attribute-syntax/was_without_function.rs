use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, was(u32))]
    id: String,
}

fn main() {}
