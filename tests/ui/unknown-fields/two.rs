use everwire::{Codec, UnknownFields};

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(unknown)]
    rest: UnknownFields,
    #[codec(unknown)]
    more: UnknownFields,
}

fn main() {}
