use everwire::Codec;

#[derive(Codec)]
#[codec(reserved("name"))]
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
    #[codec(4, alias = "name")]
    title: String,
}

fn main() {}
