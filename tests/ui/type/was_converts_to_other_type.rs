use everwire::Codec;

fn text(number: u32) -> u64 {
    number.into()
}

#[derive(Codec)]
struct Order {
    #[codec(1, was(u32, with = text))]
    id: String,
}

fn main() {}
