use everwire::Codec;

struct Line {
    sku: String,
}

enum Status {
    Draft,
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    line: Line,
    #[codec(2)]
    status: Option<Status>,
}

fn main() {}
