use everwire::{Codec, UnknownFields};

#[derive(Codec)]
#[codec(extensions(100..=199))]
struct Order {
    #[codec(150)]
    total: u64,
    #[codec(unknown)]
    unknown: UnknownFields,
}

fn main() {}
