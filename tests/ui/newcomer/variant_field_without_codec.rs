use everwire::Codec;

struct Line {
    sku: String,
}

#[derive(Codec)]
enum Event {
    #[codec(1)]
    Placed {
        #[codec(1)]
        line: Line,
    },
}

fn main() {}
