use everwire::{Codec, UnknownFields};

#[derive(Codec)]
#[codec(extensions(199..=100))]
struct Order {
    #[codec(1)]
    total: u64,
    #[codec(unknown)]
    unknown: UnknownFields,
}

fn main() {}
