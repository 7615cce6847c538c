use everwire::Codec;

struct Line {
    sku: String,
}

#[derive(Codec)]
struct Wrapper(Line);

fn main() {}
