use everwire::Codec;

#[derive(Codec)]
struct Order {
    #[codec(1, accept = "the type was `u32`")]
    id: u64,
}

fn main() {}
