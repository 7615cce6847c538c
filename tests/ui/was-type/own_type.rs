use everwire::Codec;

fn same(text: String) -> String {
    text
}

#[derive(Codec)]
struct Order {
    #[codec(1, was(String, with = same))]
    id: String,
}

fn main() {}
