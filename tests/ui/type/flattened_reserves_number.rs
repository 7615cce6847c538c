use everwire::Codec;

#[derive(Codec)]
#[codec(reserved(4))]
struct Inner {
    #[codec(2)]
    x: u32,
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(flatten)]
    inner: Inner,
    #[codec(4)]
    name: String,
}

fn main() {}
