use everwire::Codec;

fn text(number: u32) -> String {
    number.to_string()
}

#[derive(Codec)]
struct Order {
    #[codec(1, was(u32, with = text), was(u32, with = text))]
    id: String,
}

fn main() {}
