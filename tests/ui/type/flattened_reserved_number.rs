use everwire::Codec;

#[derive(Codec)]
struct Inner {
    #[codec(3)]
    y: u32,
}

#[derive(Codec)]
#[codec(reserved(3, "z"))]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(flatten)]
    inner: Inner,
}

fn main() {}
