use everwire::Codec;

#[derive(Codec)]
struct Inner {
    #[codec(2)]
    name: String,
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    name: String,
    #[codec(flatten)]
    inner: Inner,
}

fn main() {}
