use everwire::{Codec, UnknownFields};

#[derive(Codec)]
#[codec(extensions(100..=600_000_000))]
struct Order {
    #[codec(1)]
    total: u64,
    #[codec(unknown)]
    unknown: UnknownFields,
}

fn main() {}
