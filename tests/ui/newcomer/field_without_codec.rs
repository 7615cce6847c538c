use everwire::Codec;

struct Line {
    sku: String,
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(2)]
    line: Line,
}

fn main() {}
