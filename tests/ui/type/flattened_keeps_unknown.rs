use everwire::{Codec, UnknownFields};

#[derive(Codec)]
struct Inner {
    #[codec(2)]
    x: u32,
    #[codec(unknown)]
    unknown: UnknownFields,
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(flatten)]
    inner: Box<Inner>,
}

fn main() {}
