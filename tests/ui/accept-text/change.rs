use everwire::Codec;

#[derive(Codec)]
#[codec(accept("", reason = "nobody reads these any more"))]
struct Order {
    #[codec(1)]
    id: u64,
}

fn main() {}
