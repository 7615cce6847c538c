use everwire::Codec;

struct Line {
    sku: String,
}

#[derive(Codec)]
struct Pair(u32, Line);

fn main() {}
