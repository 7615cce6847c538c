use everwire::{Codec, UnknownFields};

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(2)]
    rest: UnknownFields,
}

fn main() {}
