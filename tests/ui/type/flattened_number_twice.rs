use everwire::Codec;

#[derive(Codec)]
struct Inner {
    #[codec(1, slot = 5)]
    x: u32,
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(flatten)]
    inner: Inner,
}

fn main() {}
