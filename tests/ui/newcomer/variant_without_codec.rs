use everwire::Codec;

struct Line {
    sku: String,
}

#[derive(Codec)]
enum Event {
    #[codec(1)]
    Placed(Line),
}

fn main() {}
