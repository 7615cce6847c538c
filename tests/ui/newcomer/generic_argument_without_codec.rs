use everwire::Codec;

struct Line {
    sku: String,
}

#[derive(Codec)]
struct Page<T> {
    #[codec(1)]
    items: Vec<T>,
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    page: Page<Line>,
}

fn main() {}
