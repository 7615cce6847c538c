use everwire::Codec;

struct Before;

fn text(_: Before) -> String {
    String::new()
}

#[derive(Codec)]
struct Order {
    #[codec(1, was(Before, with = text))]
    id: String,
}

fn main() {}
