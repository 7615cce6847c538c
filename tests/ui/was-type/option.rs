use everwire::Codec;

fn text(number: Option<u32>) -> String {
    format!("{number:?}")
}

#[derive(Codec)]
struct Order {
    #[codec(1, was(Option<u32>, with = text))]
    id: String,
}

fn main() {}
