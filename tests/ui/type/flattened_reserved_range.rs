use everwire::Codec;

#[derive(Codec)]
struct Inner {
    #[codec(10, slot = 5)]
    y: u32,
}

#[derive(Codec)]
#[codec(reserved(5..=7))]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(flatten)]
    inner: Inner,
}

fn main() {}
