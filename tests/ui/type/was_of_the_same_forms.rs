use everwire::Codec;

fn wide(number: u32) -> u64 {
    number.into()
}

#[derive(Codec)]
struct Order {
    #[codec(1)]
    name: String,
    #[codec(2, was(u32, with = wide))]
    id: u64,
}

fn main() {}
