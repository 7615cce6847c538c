use everwire::Codec;

mod as_text {}

#[derive(Codec)]
struct Order {
    #[codec(1, with = as_text)]
    id: u64,
}

fn main() {}
